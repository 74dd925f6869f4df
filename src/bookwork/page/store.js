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
    document.querySelector("section.bw-quiz, bw-question, bw-progress")
      ?.before(make("p", { className: "bw-notice" }, text));
    announce(text);
  };

  /** Return the store of a book. */
  Bookwork.store = (book) => {
    const key = `bookwork:${book}`;
    /** @type {Map<string, Bookwork.Entry> | undefined} */
    let memory;

    const read = () => {
      if (memory) return new Map(memory);
      let text = null;
      try {
        text = localStorage.getItem(key);
      } catch {
        memory = new Map();
        warn();
      }
      try {
        const kept = JSON.parse(text ?? "{}");
        return new Map(Object.entries(kept?.v === 1 && kept.items || {})
          .filter(([id, entry]) => ID.test(id) && isEntry(entry)));
      } catch {
        return new Map();
      }
    };

    /** @type {Bookwork.Store["write"]} */
    const write = (changes) => {
      // Read again: another tab may have written since.
      const items = read();
      for (const [id, entry] of changes) {
        if (entry) items.set(id, entry);
        else items.delete(id);
      }
      if (memory) memory = items;
      else {
        try {
          localStorage.setItem(key, JSON.stringify({ v: 1, items: Object.fromEntries(items) }));
        } catch {
          memory = items;
          warn();
        }
      }
      document.dispatchEvent(new Event("bookwork:work"));
    };

    const found = stores.get(book) ?? { book, read, write };
    stores.set(book, found);
    return found;
  };
}
