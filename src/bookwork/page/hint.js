// The hint: a word's definition beside it, while the pointer or the focus is on the word. Screen
// readers have it as the link's description, so the bubble is for eyes alone.
"use strict";
{
  const { make } = Bookwork;
  const PAUSE = 200;
  const terms = /** @type {HTMLAnchorElement[]} */ (
    [...document.querySelectorAll("a.bw-term[aria-describedby]")]);
  const bubble = make("div", { className: "bw-bubble", hidden: true, ariaHidden: "true" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving;

  const stay = () => clearTimeout(leaving);
  const hide = () => { stay(); bubble.hidden = true; };
  // A pointer on its way from the word to the bubble crosses a gap.
  const leave = () => { stay(); leaving = setTimeout(hide, PAUSE); };

  const show = (/** @type {HTMLAnchorElement} */ term) => {
    stay();
    const hint = document.getElementById(term.getAttribute("aria-describedby") ?? "");
    bubble.textContent = hint?.textContent ?? "";
    bubble.hidden = false;
    const [line] = term.getClientRects();
    if (!line) return;
    const most = document.documentElement.clientWidth - bubble.offsetWidth - 8;
    bubble.style.left = `${Math.max(8, Math.min(line.left, most)) + scrollX}px`;
    const below = line.bottom + 6;
    const fits = below + bubble.offsetHeight < innerHeight;
    bubble.style.top = `${(fits ? below : line.top - bubble.offsetHeight - 6) + scrollY}px`;
  };

  if (terms.length) {
    document.body.append(bubble);
    for (const term of terms) {
      term.addEventListener("mouseenter", () => show(term));
      term.addEventListener("focus", () => show(term));
      term.addEventListener("mouseleave", leave);
      term.addEventListener("blur", hide);
    }
    bubble.addEventListener("mouseenter", stay);
    bubble.addEventListener("mouseleave", leave);
    addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
  }
}
