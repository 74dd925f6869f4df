// Progress: how much of a quiz and of the book is answered, always up to date.
"use strict";
{
  const { make, say, store, items } = Bookwork;
  const number = (/** @type {string | undefined} */ text) => Number(text) || 0;

  /** Return a bar with its words; `show` sets both.
   * @param {string} [name] */
  const meter = (name = "") => {
    const words = make("span", { className: "bw-words" });
    const bar = make("progress", {});
    const element = make("label", { className: "bw-meter" }, words, bar);
    return {
      element,
      show(/** @type {number} */ done, /** @type {number} */ all, more = "") {
        const counted = say("{done} of {all} answered", { done: Math.min(done, all), all });
        words.textContent = [name && `${name}:`, counted, more].filter(Boolean).join(" ");
        bar.max = all || 1;
        bar.value = Math.min(done, all);
      },
    };
  };

  /** Return the entries of a book that were checked; of this page's questions, as they are now. */
  const checked = (/** @type {string} */ book) => {
    const found = store(book).read();
    for (const item of items) {
      if (found.get(item.id)?.h !== item.hash) found.delete(item.id);
    }
    for (const [id, entry] of found) if (!entry.n) found.delete(id);
    return found;
  };

  /** Put progress above a quiz; return what brings it up to date. */
  const ofQuiz = (/** @type {HTMLElement} */ section) => {
    const [here, whole] = [meter(), meter(say("Whole book"))];
    const box = make("div", { className: "bw-status" }, here.element, whole.element);
    const head = section.querySelector(":scope > .rubric, :scope > :is(h2, h3, h4)");
    if (head) head.after(box);
    else section.prepend(box);
    return () => {
      const book = section.dataset.book ?? "";
      const found = checked(book);
      const own = [...items].filter((item) => section.contains(item));
      const done = own.flatMap((item) => found.get(item.id) ?? []);
      const [earned, possible] = [done.reduce((sum, entry) => sum + entry.e, 0),
        own.reduce((sum, item) => sum + item.possible, 0)];
      const points = say("{earned} of {possible} points", { earned, possible });
      here.show(done.length, own.length, `\u00b7 ${points}`);
      whole.show(found.size, number(section.dataset.bookTotal));
    };
  };

  /** Fill the list of all quizzes; return what brings it up to date. */
  const ofBook = (/** @type {HTMLElement} */ element) => {
    const rows = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-quiz]"))]
      .map((row) => {
        const found = meter();
        (row.querySelector(".bw-count") ?? row).replaceChildren(found.element);
        return { row, found };
      });
    const whole = meter(say("Whole book"));
    element.prepend(make("div", { className: "bw-status" }, whole.element));
    return () => {
      const entries = [...checked(element.dataset.book ?? "").values()];
      let all = 0;
      for (const { row, found } of rows) {
        const total = number(row.dataset.total);
        const done = entries.filter((entry) => entry.q === row.dataset.quiz);
        const points = done.reduce((sum, entry) => sum + entry.e, 0);
        const words = points === 1 ? say("1 point") : say("{points} points", { points });
        found.show(done.length, total, done.length ? `\u00b7 ${words}` : "");
        all += total;
      }
      whole.show(entries.length, all);
    };
  };

  const all = (/** @type {string} */ selector) =>
    /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

  /** Show progress wherever there is any, and keep it up to date. */
  Bookwork.showProgress = () => {
    const updates = [...all("section.bw-quiz").map(ofQuiz), ...all("bw-progress").map(ofBook)];
    const update = () => { for (const each of updates) each(); };
    document.addEventListener("bookwork:work", update);
    update();
  };
}
