// The store: a book's work in the reader's own browser. If the browser refuses, it is kept in
// memory until the page is closed, and everything else goes on as before.
"use strict";
{
  const { make, say, announce } = Bookwork;
  const ID = /^[a-z][a-z0-9-]{2,39}$/;
  const STATES = ["draft", "shown", "right", "partly", "wrong", "unmarked"];
  /** @type {Map<string, Bookwork.Store>} */
  const stores = new Map();
  let warned = false;

  const isCount = (/** @type {unknown} */ value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e5;

  /** Whether something read from the store is an entry: anything may have written there. */
  const isEntry = (/** @type {any} */ entry) =>
    typeof entry?.h === "string" && typeof entry.q === "string" && STATES.includes(entry.s)
    && [entry.e, entry.p, entry.n].every(isCount) && entry.e <= entry.p
    && typeof entry.r === "object" && entry.r !== null && !Array.isArray(entry.r);

  /** Tell the reader, once and quietly, that nothing will outlast the page. */
  const warn = () => {
    if (warned) return;
    warned = true;
    const text = say("This browser does not keep your answers: they last until you close the page.");
    const notice = make("p", { className: "bw-notice" }, text);
    // Where the reader is at work it is seen; otherwise above everything.
    const bar = document.activeElement?.closest("bw-question")?.querySelector(".bw-bar");
    if (bar) bar.after(notice);
    else document.querySelector("section.bw-quiz, bw-question, bw-progress")?.before(notice);
    announce(text);
  };

  /** Return the entries in a stored text, or undefined if it is none of ours. */
  const parse = (/** @type {string} */ text) => {
    try {
      const kept = JSON.parse(text);
      return kept?.v === 1 && kept.items
        ? Object.entries(kept.items).filter(([id, entry]) => ID.test(id) && isEntry(entry)) : undefined;
    } catch {
      return undefined;
    }
  };

  /** Return the store of a book. */
  Bookwork.store = (book) => {
    const key = `bookwork:${book}`;
    /** @type {Map<string, Bookwork.Entry | null>} changes that the browser has refused to keep */
    const waiting = new Map();

    /** @returns {Map<string, Bookwork.Entry>} */
    const withWaiting = (/** @type {string | null} */ text) => {
      const items = new Map(parse(text ?? ""));
      for (const [id, entry] of waiting) {
        if (entry) items.set(id, entry);
        else items.delete(id);
      }
      return items;
    };

    const read = () => {
      try {
        return withWaiting(localStorage.getItem(key));
      } catch {
        warn();
        return withWaiting(null);
      }
    };

    /** @type {Bookwork.Store["write"]} */
    const write = (changes) => {
      for (const [id, entry] of changes) waiting.set(id, entry);
      // Each write tries anew, since there may be room again; it reads again, since another tab
      // may have written.
      try {
        const text = localStorage.getItem(key);
        // Another version of the page may understand what this one does not.
        if (text && !parse(text)) localStorage.setItem(`${key}:old`, text);
        const items = withWaiting(text);
        // To remove needs no room: erasing works where keeping does not.
        if (items.size) {
          localStorage.setItem(key, JSON.stringify({ v: 1, items: Object.fromEntries(items) }));
        } else localStorage.removeItem(key);
        waiting.clear();
      } catch {
        warn();
      }
      document.dispatchEvent(new Event("bookwork:work"));
    };

    const found = stores.get(book) ?? { book, read, write };
    stores.set(book, found);
    return found;
  };
}
