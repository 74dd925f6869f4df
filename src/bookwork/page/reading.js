// The switch between a chapter's two readings. Both stand in the page; one is hidden on screen, never
// on paper, and whatever leads into the hidden one shows it.
"use strict";
{
  const { make, say, announce, memory } = Bookwork;
  const KEY = "bookwork:reading";
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("div.bw-reading")]);
  const readings = lines.flatMap((line) => {
    const section = line.closest("section");
    return section ? [{ line, section, level: line.dataset.level ?? "" }] : [];
  });

  /** Return the choice of one reading. */
  const choice = (/** @type {(typeof readings)[0]} */ reading) => {
    const input = make("input", { type: "radio", name: "bw-reading", value: reading.level });
    input.addEventListener("change", () => {
      choose(reading.level);
      announce(reading.level === "full" ? say("The full reading is shown.")
        : say("The short reading is shown."));
    });
    const told = reading.line.querySelector("strong")?.nextSibling?.textContent ?? "";
    const name = reading.level === "full" ? say("Full") : say("Short");
    return make("label", {}, input, ` ${name}: ${told.trim().replace(/\.$/, "")}`);
  };

  /** Show one reading and hide the other, in the page and in its contents. */
  const choose = (/** @type {string} */ level) => {
    memory.set(KEY, level);
    for (const { section, level: own } of readings) {
      const away = own !== level;
      // Browsers that can find words in it show it by themselves.
      if (away) section.setAttribute("hidden", "until-found");
      else section.removeAttribute("hidden");
      for (const part of [section, ...section.querySelectorAll("section")]) {
        const entry = document.querySelector(`.toc-tree a[href="#${CSS.escape(part.id)}"]`);
        entry?.closest("li")?.toggleAttribute("hidden", away);
      }
      const input = document.querySelector(`input[name="bw-reading"][value="${own}"]`);
      if (input instanceof HTMLInputElement) input.checked = !away;
    }
  };

  /** Show the reading in which the page's address leads. */
  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const found = target && readings.find(({ section }) => section.contains(target));
    if (!found || !found.section.hasAttribute("hidden")) return;
    choose(found.level);
    target.scrollIntoView();
  };

  if (readings.length === 2 && readings[0]) {
    const box = make("fieldset", { className: "bw-readings" },
      make("legend", {}, say("Reading")), ...readings.map(choice));
    readings[0].section.before(box);
    for (const { line, section, level } of readings) {
      line.hidden = true;
      section.addEventListener("beforematch", () => choose(level));
    }
    choose(memory.get(KEY) === "short" ? "short" : "full");
    addEventListener("hashchange", follow);
    follow();
  }
}
