// The desk: where a class's draft and its choices lie, in the reader's own browser. If the browser
// refuses, they lie in memory until the page is closed.
"use strict";
{
  const LONGEST = 20000;

  const isRecord = (/** @type {unknown} */ value) =>
    typeof value === "object" && value !== null && !Array.isArray(value);

  /** Return what a stored text says, as far as it can be trusted: anything may have written it.
   * @returns {Bookwork.Work} */
  const parse = (/** @type {string | null} */ text) => {
    let kept;
    try {
      kept = JSON.parse(text ?? "");
    } catch {
      kept = undefined;
    }
    const valid = isRecord(kept) && kept.v === 1;
    const draft = valid && typeof kept.draft === "string" ? kept.draft.slice(0, LONGEST) : "";
    const listed = valid && isRecord(kept.choices) ? Object.entries(kept.choices) : [];
    return { draft, choices: new Map(listed.filter(([, choice]) => typeof choice === "string")) };
  };

  /** Return the desk of a book; `refused` is called when the browser keeps nothing. */
  Bookwork.desk = (book, refused) => {
    const key = `bookwork:${book}:clauses`;
    /** @type {string | null} what the browser has refused to keep */
    let waiting = null;

    const text = () => {
      if (waiting !== null) return waiting;
      try {
        return localStorage.getItem(key);
      } catch {
        refused();
        return null;
      }
    };

    return {
      key,
      read: () => parse(text()),
      write(change) {
        // Read again: another tab may have written, and only what is new here is changed.
        const work = parse(text());
        if (change.draft !== undefined) work.draft = change.draft.slice(0, LONGEST);
        for (const [id, choice] of change.choices ?? []) {
          if (choice) work.choices.set(id, choice);
          else work.choices.delete(id);
        }
        const empty = !work.draft && !work.choices.size;
        const kept = { v: 1, draft: work.draft, choices: Object.fromEntries(work.choices) };
        try {
          if (empty) localStorage.removeItem(key);
          else localStorage.setItem(key, JSON.stringify(kept));
          waiting = null;
        } catch {
          waiting = JSON.stringify(kept);
          refused();
        }
      },
    };
  };
}
