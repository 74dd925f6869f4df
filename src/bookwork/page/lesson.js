// The lesson bar: which step of a lesson the reader is at, on every page of its path.
"use strict";
{
  const { make, say, memory } = Bookwork;
  /** @typedef {{title: string, steps: string[], at: number}} Followed */

  const bar = /** @type {HTMLElement | null} */ (document.querySelector("bw-lesson-bar"));
  const key = `bookwork:lesson:${bar?.dataset.book ?? ""}`;
  const up = bar?.dataset.up ?? "";
  const here = bar?.dataset.here ?? "";

  /** Return the lesson that is followed; anything may have written there.
   * @returns {Followed | undefined} */
  const followed = () => {
    try {
      const kept = JSON.parse(memory.get(key));
      const fits = typeof kept.title === "string" && Array.isArray(kept.steps)
        && kept.steps.every((/** @type {unknown} */ step) =>
          typeof step === "string" && /^[a-z][a-z0-9/-]*(#[\w-]+)?$/.test(step))
        && Number.isInteger(kept.at) && kept.at >= 0 && kept.at < kept.steps.length;
      return fits ? kept : undefined;
    } catch {
      return undefined;
    }
  };
  const follow = (/** @type {Followed} */ lesson) => { memory.set(key, JSON.stringify(lesson)); show(); };
  const pageOf = (/** @type {string | undefined} */ step) => (step ?? "").split("#")[0];

  const show = () => {
    if (!bar) return;
    const lesson = followed();
    document.documentElement.classList.toggle("bw-following", Boolean(lesson));
    bar.replaceChildren();
    if (!lesson) return;
    // A reader who came by another way is at the step of this page.
    if (pageOf(lesson.steps[lesson.at]) !== here) {
      const at = lesson.steps.findIndex((step) => pageOf(step) === here);
      if (at >= 0) memory.set(key, JSON.stringify({ ...lesson, at: lesson.at = at }));
    }
    const away = pageOf(lesson.steps[lesson.at]) !== here;
    const link = (/** @type {string} */ words, /** @type {number} */ to) => {
      const [page, anchor] = (lesson.steps[to] ?? "").split("#");
      const address = page === here ? `#${anchor ?? ""}` : `${up}${page}.html${anchor ? `#${anchor}` : ""}`;
      const found = make("a", { href: address }, words);
      found.addEventListener("click", () => follow({ ...lesson, at: to }));
      return found;
    };
    const place = say("step {step} of {all}", { step: lesson.at + 1, all: lesson.steps.length });
    const leave = make("button", { type: "button" }, say("Leave the lesson"));
    leave.addEventListener("click", () => { memory.set(key, ""); show(); });
    const nav = make("nav", { className: "bw-lesson-nav" },
      make("span", {}, make("b", {}, lesson.title), ` \u2013 ${place}`));
    nav.setAttribute("aria-label", say("Lesson"));
    if (away) nav.append(link(say("Back to the lesson"), lesson.at));
    else {
      if (lesson.at > 0) nav.append(link(say("Previous step"), lesson.at - 1));
      if (lesson.at + 1 < lesson.steps.length) nav.append(link(say("Next step"), lesson.at + 1));
    }
    nav.append(leave);
    bar.append(nav);
  };

  for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("bw-lesson"))) {
    const steps = (box.dataset.steps ?? "").split(" ");
    [...box.querySelectorAll("li")].forEach((item, at) => {
      item.querySelector("a")?.addEventListener("click", () =>
        follow({ title: box.dataset.title ?? "", steps, at }));
    });
  }
  show();
}
