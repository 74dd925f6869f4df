// The comparison: a class pastes its draft, sees for each clause which sentences may speak of it,
// and judges. The page finds words; it never judges, and a draft is text, never markup.
"use strict";
{
  const { make, say, announce, sentences, mentions, desk, reportParts, reportText } = Bookwork;

  const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
    const found = make("button", { type: "button" }, words);
    found.addEventListener("click", act);
    return found;
  };

  /** Save a text as a file. */
  const download = (/** @type {string} */ text, /** @type {string} */ name) => {
    const file = new Blob([text], { type: "text/plain;charset=utf-8" });
    const link = make("a", { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    announce(say("The report is in the file {name}.", { name }));
  };

  /** Print the report alone. */
  const print = () => {
    const page = document.documentElement;
    page.classList.add("bw-print-report");
    addEventListener("afterprint", () => page.classList.remove("bw-print-report"), { once: true });
    globalThis.print();
  };

  /** Bring one comparison to life.
   * @param {HTMLElement} place
   * @param {{ clauses: Bookwork.Clause[], choices: Record<string, string> }} data */
  const start = (place, data) => {
    const book = place.dataset.book ?? "";
    /** @param {Bookwork.Clause} clause */
    const section = (clause) => /** @type {HTMLElement} */ (document.getElementById(clause.id));
    /** @param {Bookwork.Clause} clause @returns {HTMLInputElement[]} */
    const radios = (clause) => [...section(clause).querySelectorAll("input")];

    // The report is a section like the clauses: its heading has their level.
    const heading = document.querySelector(".bw-clause > :is(h2, h3, h4, h5)");
    const level = Number(heading?.tagName[1] ?? 2);

    const notice = make("p", { className: "bw-notice", hidden: true },
      say("This browser does not keep your answers: they last until you close the page."));
    const kept = desk(book, () => { notice.hidden = false; });

    const field = make("textarea", { id: "bw-draft", rows: 8, maxLength: 20000 });
    const undo = button(say("Undo: put my work back"), () => {
      kept.write({ draft: erased.draft, choices: erased.choices });
      undo.hidden = true;
      field.focus();
      restore();
      announce(say("Your work is back."));
    });
    undo.hidden = true;
    let erased = kept.read();

    const report = make("section", { className: "bw-report", hidden: true });
    const parts = make("div", {});
    report.append(parts, make("div", { className: "bw-report-bar" },
      button(say("Print the report"), print),
      button(say("Download the report"), () => download(text(), `${book}-report.txt`))));

    /** @returns {Bookwork.Row[]} */
    const rows = () => {
      const { draft, choices } = kept.read();
      const all = sentences(draft);
      return data.clauses.map((clause) => {
        const choice = choices.get(clause.id) ?? "";
        return { clause, choice: choice in data.choices ? choice : "",
          sentences: all.filter((sentence) => mentions(sentence, clause.words)) };
      });
    };
    const text = () => {
      const { draft } = kept.read();
      return `${reportText(rows(), data.choices)}\n${say("Our draft, whole:")}\n\n${draft}\n`;
    };

    /** Show what is on the desk. */
    const show = () => {
      const found = rows();
      const any = kept.read().draft !== "";
      for (const { clause, sentences: own } of found) {
        const box = section(clause).querySelector(".bw-clause-found");
        if (!box) continue;
        const list = own.length
          ? [make("p", {}, say("These sentences of your draft may speak of it:")),
            make("ul", {}, ...own.map((sentence) => make("li", {}, sentence)))]
          : [make("p", {}, say("No sentence of your draft has one of the words looked for. It may still say it in others."))];
        const looked = make("details", {}, make("summary", {}, say("Words looked for")),
          make("p", {}, clause.words.join(", ")));
        box.replaceChildren(...(any ? [...list, looked] : []));
      }
      parts.replaceChildren(...reportParts(found, data.choices, level));
      report.hidden = !any && found.every((row) => !row.choice);
    };

    /** Put what is on the desk into the form. */
    const restore = () => {
      const { draft, choices } = kept.read();
      field.value = draft;
      for (const clause of data.clauses) {
        for (const radio of radios(clause)) radio.checked = choices.get(clause.id) === radio.value;
      }
      show();
    };

    const compare = button(say("Compare"), () => {
      kept.write({ draft: field.value.trim() });
      show();
      const found = rows().filter((row) => row.sentences.length).length;
      announce(say("{found} of {all} clauses may be in your draft. Judge each of them below.",
        { found, all: data.clauses.length }));
    });
    compare.className = "bw-check";
    const erase = button(say("Erase the draft and the choices"), () => {
      erased = kept.read();
      kept.write({ draft: "", choices: new Map(data.clauses.map(({ id }) => [id, ""])) });
      undo.hidden = false;
      undo.focus();
      restore();
      announce(say("Erased. You can undo this until you leave the page."));
    });

    for (const clause of data.clauses) {
      section(clause).querySelector(".bw-clause-choices")
        ?.after(make("div", { className: "bw-clause-found" }));
      for (const radio of radios(clause)) {
        radio.addEventListener("change", () => {
          kept.write({ choices: new Map([[clause.id, radio.value]]) });
          show();
        });
      }
    }
    place.append(
      make("label", { htmlFor: field.id }, say("Paste your communiqué")),
      field,
      make("div", { className: "bw-report-bar" }, compare, erase, undo),
      notice,
    );
    const last = data.clauses.at(-1);
    if (last) section(last).after(report);
    addEventListener("storage", (event) => { if (event.key === kept.key) restore(); });
    restore();
  };

  for (const place of document.querySelectorAll("bw-clauses")) {
    const data = JSON.parse(place.querySelector("script")?.textContent ?? "{}");
    if (place instanceof HTMLElement && data.clauses?.length) start(place, data);
  }
}
