// Questions on this page: a link to each, with how it stands.
"use strict";
{
  const { make, say } = Bookwork;
  const FEW = 5;
  const SIGNS = { right: "\u2713", partly: "\u25d0", wrong: "\u2717", unmarked: "\u270e" };
  const WORDS = {
    right: say("Right"), partly: say("Partly right"), wrong: say("Not right"),
    unmarked: say("Answered"), "": say("Not answered"),
  };
  const questions = /** @type {HTMLElement[]} */ (
    [...document.querySelectorAll("section.bw-quiz bw-question")]);
  if (questions.length >= FEW) {
    const links = questions.map((question, at) => {
      const name = question.querySelector(".bw-number")?.textContent ?? String(at + 1);
      return { question, name, link: make("a", { href: `#${question.id}` }) };
    });
    const update = () => {
      for (const { question, name, link } of links) {
        const state = /** @type {keyof typeof WORDS} */ (question.dataset.state ?? "");
        link.textContent = `${name.replace(/\D+/g, "")} ${SIGNS[/** @type {keyof typeof SIGNS} */ (state)] ?? ""}`;
        link.setAttribute("aria-label", `${name}: ${WORDS[state] ?? WORDS[""]}`);
      }
    };
    const nav = make("nav", { className: "bw-jump" },
      make("p", {}, say("Questions on this page")),
      make("ul", {}, ...links.map(({ link }) => make("li", {}, link))));
    nav.setAttribute("aria-label", say("Questions on this page"));
    document.querySelector("section.bw-quiz")?.before(nav);
    // The question shows its mark after it has told of its work.
    const later = () => setTimeout(update);
    document.addEventListener("bookwork:work", later);
    update();
    later();
  }
}
