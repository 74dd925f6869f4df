// The reader's work as a whole: downloaded as a file, erased, and put back.
"use strict";
{
  const { make, say, announce, store, items } = Bookwork;

  const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
    const found = make("button", { type: "button" }, words);
    found.addEventListener("click", act);
    return found;
  };

  /** Save the answers as a file that `bookwork mark` reads. */
  const download = (/** @type {string} */ book) => {
    Bookwork.saveAll();
    const answered = [...store(book).read()].filter(([, entry]) => Object.keys(entry.r).length);
    const work = {
      book,
      answers: Object.fromEntries(answered.map(([id, entry]) => [id, entry.r])),
      versions: Object.fromEntries(answered.map(([id, entry]) => [id, entry.h])),
    };
    const file = new Blob([JSON.stringify(work, null, 1)], { type: "application/json" });
    const link = make("a", { href: URL.createObjectURL(file), download: `${book}-answers.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    announce(say("Your answers are in the file {name}.", { name: link.download }));
  };

  /** What readers wrote in a book's code, by where it is kept; undo puts it back. */
  const code = new Map();
  const eraseCode = (/** @type {string} */ book) => {
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(`bookwork:${book}:code:`)) continue;
        code.set(key, localStorage.getItem(key));
        localStorage.removeItem(key);
      }
    } catch {
      // Where nothing is kept there is nothing to erase.
    }
  };

  /** Put the buttons into a place. */
  const offer = (/** @type {Element} */ place, /** @type {string} */ book) => {
    const box = make("div", { className: "bw-work" });
    const undo = button(say("Undo: put my work back"), () => {
      // What was answered since stays.
      const now = store(book).read();
      store(book).write([...erased].filter(([id]) => !now.has(id)));
      erased = new Map();
      for (const [key, text] of code) Bookwork.memory.set(key, text);
      code.clear();
      undo.hidden = true;
      box.querySelector("button")?.focus();
      Bookwork.restoreAll();
      announce(say("Your work is back."));
    });
    undo.hidden = true;
    /** @type {Map<string, Bookwork.Entry>} */
    let erased = new Map();

    const erase = (/** @type {boolean} */ everything) => {
      const here = new Set([...items].map((item) => item.id));
      const found = [...store(book).read()].filter(([id]) => everything || here.has(id));
      // What was erased before can still be put back, too.
      erased = new Map([...erased, ...found]);
      store(book).write(found.map(([id]) => [id, null]));
      if (everything) eraseCode(book);
      Bookwork.restoreAll();
      undo.hidden = false;
      undo.focus();
      announce(say("Erased. You can undo this until you leave the page."));
    };

    const ask = () => {
      Bookwork.saveAll();
      const title = make("h2", { id: "bw-erase" }, say("Erase my work?"));
      const close = (/** @type {() => void} */ then) => () => { dialog.close(); then(); };
      const choices = [
        button(say("Keep my work"), close(() => {})),
        button(say("Erase the whole book"), close(() => erase(true))),
      ];
      if (items.size) choices.splice(1, 0, button(say("Erase this page"), close(() => erase(false))));
      const dialog = make("dialog", { className: "bw-dialog" }, title,
        make("p", {}, say("Your answers are kept in this browser only.")),
        make("div", { className: "bw-bar" }, ...choices));
      dialog.setAttribute("aria-labelledby", title.id);
      dialog.addEventListener("close", () => dialog.remove());
      box.append(dialog);
      dialog.showModal();
    };

    box.append(button(say("Download my work"), () => download(book)),
      button(say("Erase my work"), ask), undo);
    place.append(box);
  };

  /** Offer it below the last quiz of a page, and where progress is shown. */
  Bookwork.offerWork = () => {
    const last = /** @type {HTMLElement | undefined} */ (
      [...document.querySelectorAll("section.bw-quiz, bw-progress")].pop());
    if (last) offer(last, last.dataset.book ?? "");
  };
}
