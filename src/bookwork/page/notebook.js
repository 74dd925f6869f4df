// The page as a notebook (.ipynb) for Jupyter: its text, the reader's code, and the files that the
// code needs, which its first cell writes beside it.
"use strict";
{
  const BLOCKS = "h1, h2, h3, h4, p, li, .cell, .bw-find textarea";
  const OUT = ".headerlink, .bw-runs, .bw-live-cell, script, bw-code";

  /** Return a block of the page as Markdown. */
  const markdown = (/** @type {Element} */ block) => {
    const copy = /** @type {Element} */ (block.cloneNode(true));
    for (const part of copy.querySelectorAll(`${OUT}, ul, ol`)) part.remove();
    for (const code of copy.querySelectorAll("code")) code.replaceWith(`\`${code.textContent}\``);
    const text = (copy.textContent ?? "").replace(/\s+/g, " ").trim();
    const level = /^H([1-6])$/.exec(block.tagName)?.[1];
    if (!text) return "";
    return level ? `${"#".repeat(Number(level))} ${text}` : block.tagName === "LI" ? `- ${text}` : text;
  };

  /** @type {Bookwork.Api["notebook"]} */
  Bookwork.notebook = (article, cells, files) => {
    /** @type {{ cell_type: string, metadata: object, source: string, id?: string }[]} */
    const found = [];
    const add = (/** @type {string} */ type, /** @type {string} */ source, metadata = {}) => {
      found.push({ cell_type: type, id: `c${found.length}`, metadata, source,
        ...(type === "code" ? { execution_count: null, outputs: [] } : {}) });
    };
    const needs = Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith("labs/")));
    add("code", `# The files that this notebook needs. Run this cell first.
import pathlib
for name, text in ${JSON.stringify(needs)}.items():
    path = pathlib.Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")`, { bookwork: { role: "files" }, jupyter: { source_hidden: true } });
    for (const block of article.querySelectorAll(BLOCKS)) {
      const cell = cells.find(({ box }) => box === block);
      if (cell) add("code", cell.code(), cell.task ? { bookwork: { task: cell.task } } : {});
      else if (block instanceof HTMLTextAreaElement) {
        add("markdown", block.value, { bookwork: { find: block.dataset.task } });
      } else if (!block.closest(`.cell, ${OUT}`) && !block.matches("li p")) {
        const text = markdown(block);
        if (text) add("markdown", text);
      }
    }
    return JSON.stringify({ cells: found, metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    }, nbformat: 4, nbformat_minor: 5 }, null, 1);
  };
}
