// The report: a class's draft and the promise side by side, to print or to keep as text.
"use strict";
{
  const { make, say } = Bookwork;

  /** Return the report in one sentence. */
  const summary = (/** @type {Bookwork.Row[]} */ rows) => {
    const count = (/** @type {string} */ choice) =>
      rows.filter((row) => row.choice === choice).length;
    return say(
      "Of {all} clauses, our draft says the same in {same}, more in {stronger} and less in {weaker}; {absent} are not in it, and {open} are not judged yet.",
      { all: rows.length, same: count("same"), stronger: count("stronger"),
        weaker: count("weaker"), absent: count("absent"), open: count("") },
    );
  };

  /** Return a report as plain text. */
  Bookwork.reportText = (rows, choices) => {
    const parts = rows.map((row, number) => [
      `${number + 1}. ${row.clause.question}`,
      `${say("Our draft:")} ${row.choice ? choices[row.choice] : say("not judged yet")}`,
      ...(row.sentences.length ? row.sentences : [say("No sentence found.")])
        .map((sentence) => `  – ${sentence}`),
      `${say("They promised:")} ${row.clause.says}`,
      `${say("Wording:")} ${row.clause.wording}`,
      `${say("Sources:")} ${row.clause.sources.join("; ")}`,
    ].join("\n"));
    return `${[say("Our draft beside the promise"), summary(rows), ...parts].join("\n\n")}\n`;
  };

  const line = (/** @type {string} */ name, /** @type {string} */ text) =>
    make("p", {}, make("strong", {}, name), ` ${text}`);

  /** Return a report as elements; `level` is the level of its heading. */
  Bookwork.reportParts = (rows, choices, level) => {
    const heading = (/** @type {number} */ at, /** @type {string} */ text) =>
      make(/** @type {"h2"} */ (`h${Math.min(at, 6)}`), {}, text);
    const parts = rows.map((row, number) => {
      const found = row.sentences.length
        ? make("ul", {}, ...row.sentences.map((sentence) => make("li", {}, sentence)))
        : make("p", {}, say("No sentence found."));
      const own = make("div", {},
        line(say("Our draft:"), row.choice ? choices[row.choice] ?? "" : say("not judged yet")),
        found);
      const real = make("div", {}, line(say("They promised:"), row.clause.says),
        line(say("Wording:"), row.clause.wording),
        line(say("Sources:"), row.clause.sources.join("; ")));
      return make("div", { className: "bw-report-row" },
        heading(level + 1, `${number + 1}. ${row.clause.question}`), own, real);
    });
    return [heading(level, say("Our draft beside the promise")),
      make("p", { className: "bw-report-sum" }, summary(rows)), ...parts];
  };
}
