// The checked reading of the article: all notes open, and each sentence marked by its verdict.
"use strict";
{
  const { make, say, memory } = Bookwork;
  const KEY = "bookwork:checked";
  const article = document.querySelector(".bw-article");
  if (article) {
    const button = make("button", { type: "button", className: "bw-check-switch" },
      say("Show the checked reading"));
    const show = (/** @type {boolean} */ on) => {
      button.setAttribute("aria-pressed", String(on));
      article.classList.toggle("bw-checked", on);
      for (const notes of article.querySelectorAll("details")) notes.open = on;
      memory.set(KEY, on ? "on" : "");
    };
    button.addEventListener("click", () => show(button.getAttribute("aria-pressed") !== "true"));
    article.before(button);
    show(memory.get(KEY) === "on");
  }
}
