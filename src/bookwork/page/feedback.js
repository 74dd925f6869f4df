// Feedback beside what it speaks of: a sign, a word for it, and why.
"use strict";
{
  const { make, say, squeeze, controls } = Bookwork;
  /** @type {Record<string, string>} */
  const SIGNS = { right: "\u2713", partly: "\u25d0", wrong: "\u2717", missed: "\u25cb", neutral: "\u25cb",
    blank: "\u25cb" };
  /** @type {Record<string, string>} */
  const WORDS = { right: "Right", partly: "Partly right", wrong: "Not right", missed: "Missing",
    neutral: "Neither helps nor hurts", blank: "Not answered" };
  /** @type {Record<string, string>} */
  const DATES = { day: "4 July 1776", month: "July 1776", year: "1776" };

  const sign = (/** @type {string} */ state) => [
    make("span", { className: "bw-sign", ariaHidden: "true" }, SIGNS[state] ?? ""),
    // A circle alone says little; what neither helps nor hurts is told to everyone.
    make("span", { className: state === "neutral" ? "" : "bw-away" }, `${say(WORDS[state] ?? "")}. `),
  ];

  /** Return the script's own words for a code. */
  const ownWords = (/** @type {Bookwork.Part} */ part, /** @type {string} */ code) => {
    const scale = part.kind === "numeric" ? part.scale : "number";
    const like = { example: DATES[scale] ?? "" };
    switch (code) {
      case "typo": return say("Accepted, with a slip in the spelling.");
      case "missing": return say("Something right is still missing.");
      case "chained": return say("Not counted yet: what comes before it must be right first.");
      case "coarse": return say("More exactly, please: like {example}.", like);
      case "unreadable":
        return scale === "number" ? say("Write a number in digits.")
          : say("Write a date, like {example}.", like);
      default: return "";
    }
  };

  /** Return what to say to a code: the author's words with their links, or the script's own.
   * @param {Element} question @param {Bookwork.Part} part @param {string} code */
  const said = (question, part, code) => {
    const box = make("span", { className: "bw-why" });
    const words = question.querySelector(`.bw-key [data-for~="${part.id}/${code}"]`);
    if (!words) box.append(ownWords(part, code));
    else {
      box.append(...words.cloneNode(true).childNodes);
      box.querySelector(":scope > :is(b, strong):first-child")?.remove(); // which answer it is for
      if (box.firstChild instanceof Text) box.firstChild.data = box.firstChild.data.trimStart();
      for (const twin of box.querySelectorAll("[id]")) twin.removeAttribute("id");
    }
    return box;
  };

  /** Show the marks of a question; return all that they say, to be read aloud. */
  Bookwork.showMarks = (question, task, mark) => {
    /** @type {string[]} */
    const spoken = [];
    let count = 0;

    /** Put words, with a sign unless one stands elsewhere, at the end of a place; the controls
     * are described by them.
     * @param {Element} at @param {Element | null} described @param {string} label @param {string} state
     * @param {HTMLElement | string} why @param {boolean} [signed] */
    const note = (at, described, label, state, why, signed = true) => {
      const box = make("span", { className: "bw-said", id: `${question.id}-said-${count++}` },
        ...(signed ? sign(state) : []), why);
      box.dataset.state = state;
      at.append(box);
      for (const control of described ? controls(described) : []) {
        const ids = [control.getAttribute("aria-describedby") ?? "", box.id];
        control.setAttribute("aria-describedby", ids.join(" ").trim());
      }
      const words = typeof why === "string" ? why : why.textContent ?? "";
      const word = signed ? `${say(WORDS[state] ?? "")}.` : "";
      spoken.push(squeeze(`${label && `${label}:`} ${word} ${words}`));
    };

    task.parts.forEach((part, index) => {
      const found = mark.parts[index];
      const element = question.querySelector(`[data-part="${part.id}"]`);
      if (!found || !element) return;
      const gap = element.matches(".bw-gap");
      const name = gap ? element.firstElementChild?.getAttribute("aria-label") ?? "" : "";
      if (gap) note(element, element, name, found.state, "");
      const rest = new Set(found.feedback);
      for (const [id, state] of Object.entries(found.marks)) {
        const place = element.querySelector(`:is(:not(.bw-right) > li, tr)[data-option="${id}"]`);
        const code = `option:${id}`;
        // A right option that was not picked stays unnamed: there is another try to come.
        if (!place || (state === "missed" && part.kind !== "match")) continue;
        rest.delete(code);
        const label = place.querySelector(part.kind === "order" ? ".bw-text" : ".bw-letter, .bw-text");
        const why = state === "missed" ? say("Nothing was chosen.")
          : found.feedback.includes(code) ? said(question, part, code) : "";
        note(place.querySelector("th") ?? place, place, squeeze(label?.textContent ?? ""), state, why);
      }
      const below = gap ? element.closest(".bw-passage") ?? element : element;
      for (const code of rest) {
        const why = said(question, part, code);
        if (!why.textContent) continue;
        if (gap) why.prepend(make("b", {}, `${name}. `));
        const state = code === "missing" || code === "chained" ? "missed" : found.state;
        note(below, element.querySelector("li") ? null : element, "", state, why, !gap);
      }
      if (found.state === "blank" && task.parts.length > 1 && !gap) {
        note(below, null, "", "blank", say("Not answered yet."));
      }
    });
    return spoken.join(" ");
  };

  /** Take all marks of a question away; nothing else here describes a control. */
  Bookwork.clearMarks = (question) => {
    for (const box of question.querySelectorAll(".bw-said")) box.remove();
    for (const control of controls(question)) control.removeAttribute("aria-describedby");
  };
}
