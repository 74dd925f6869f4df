// An order: steps that are moved by buttons, by arrow keys on them, or by dragging a handle.
"use strict";
{
  const { make, say, announce } = Bookwork;
  const stepsOf = (/** @type {Element} */ list) =>
    /** @type {HTMLElement[]} */ ([...list.children]);
  /** @type {WeakMap<Element, HTMLElement[]>} the order in which the steps came */
  const starts = new WeakMap();

  /** Mark the ends, and take the offer to keep the order away once there is an answer. */
  const refresh = (/** @type {HTMLElement} */ element) => {
    for (const step of element.querySelectorAll("li")) {
      const [up, down] = step.querySelectorAll("button");
      up?.setAttribute("aria-disabled", String(!step.previousElementSibling));
      down?.setAttribute("aria-disabled", String(!step.nextElementSibling));
    }
    /** @type {HTMLElement | null} */
    const keep = element.querySelector(".bw-keep");
    if (keep) keep.hidden = !!element.dataset.touched;
  };

  const touch = (/** @type {HTMLElement} */ element) => {
    element.dataset.touched = "1";
    refresh(element);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const tell = (/** @type {HTMLElement} */ step) => {
    const steps = stepsOf(/** @type {Element} */ (step.parentElement));
    announce(say("Moved to place {place} of {all}.",
      { place: steps.indexOf(step) + 1, all: steps.length }));
  };

  /** Move a step by one place. It is the neighbour that is moved, so that focus and grip stay. */
  const shift = (/** @type {HTMLElement} */ step, /** @type {boolean} */ up) => {
    const other = up ? step.previousElementSibling : step.nextElementSibling;
    if (other && up) step.after(other);
    else if (other) step.before(other);
    return !!other;
  };

  /** Put the steps in an order; what is not named keeps the place it came with. */
  Bookwork.place = (element, ids, touched) => {
    const list = element.querySelector(".bw-order");
    if (!list) return;
    const start = starts.get(list) ?? [];
    const rank = (/** @type {HTMLElement} */ step) => ids.indexOf(step.dataset.option ?? "");
    list.append(...[...start].sort((a, b) => rank(a) - rank(b)));
    element.dataset.touched = touched ? "1" : "";
    refresh(element);
  };

  const dragging = (/** @type {HTMLElement} */ handle, /** @type {HTMLElement} */ step) => {
    /** How far down a neighbour the pointer is: 0 at its top, 1 at its foot. */
    const passed = (/** @type {number} */ y, /** @type {Element} */ other) => {
      const box = other.getBoundingClientRect();
      return (y - box.top) / box.height;
    };
    let moved = false;
    handle.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      handle.setPointerCapture(event.pointerId);
      step.classList.add("bw-dragged");
      moved = false;
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const [above, below] = [step.previousElementSibling, step.nextElementSibling];
      if (above && passed(event.clientY, above) < 0.6) moved = shift(step, true);
      else if (below && passed(event.clientY, below) > 0.4) moved = shift(step, false);
    });
    handle.addEventListener("lostpointercapture", () => {
      step.classList.remove("bw-dragged");
      if (!moved) return;
      touch(/** @type {HTMLElement} */ (step.closest(".bw-part")));
      tell(step);
    });
  };

  /** Turn numbered boxes into steps that can be moved. */
  Bookwork.order = (element) => {
    const list = element.querySelector(".bw-order");
    if (!list) return;
    // Lists without markers are not told as lists everywhere unless they say so.
    list.setAttribute("role", "list");
    for (const step of stepsOf(list)) {
      const words = step.querySelector(".bw-text")?.textContent?.trim() ?? "";
      const button = (/** @type {boolean} */ up) => {
        const name = up ? say("Move up") : say("Move down");
        const found = make("button", { type: "button", className: "bw-move", title: name },
          up ? "\u2191" : "\u2193");
        found.setAttribute("aria-label", `${name}: ${words}`);
        const move = (/** @type {boolean} */ upwards) => {
          if (!shift(step, upwards)) return;
          touch(/** @type {HTMLElement} */ (element));
          tell(step);
        };
        found.addEventListener("click", () => move(up));
        found.addEventListener("keydown", (event) => {
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          move(event.key === "ArrowUp");
        });
        return found;
      };
      const handle = make("span", { className: "bw-handle", ariaHidden: "true" }, "\u22ee\u22ee");
      dragging(handle, step);
      step.querySelector("input")?.remove();
      step.prepend(handle);
      step.append(make("span", { className: "bw-moves" }, button(true), button(false)));
    }
    starts.set(list, stepsOf(list));
    const keep = make("button", { type: "button", className: "bw-keep" }, say("Keep this order"));
    keep.addEventListener("click", () => {
      announce(say("This order is your answer."));
      /** @type {HTMLElement | null | undefined} */
      (element.closest("bw-question")?.querySelector(".bw-check"))?.focus();
      touch(element);
    });
    element.append(keep);
    refresh(element);
  };
}
