// The page as a notebook (.ipynb) for Jupyter: its text, the reader's code, and the files that the
// code needs, which its first cell writes beside it. It comes with those files, after the click.
"use strict";
{
  const BLOCKS = "h1, h2, h3, h4, p, li, tr, .cell, .bw-find textarea";
  const OUT = ".headerlink, .bw-runs, script, bw-code, details";

  const words = (/** @type {Element} */ block) => {
    const copy = /** @type {Element} */ (block.cloneNode(true));
    for (const part of copy.querySelectorAll(`${OUT}, ul, ol`)) part.remove();
    for (const code of copy.querySelectorAll("code")) code.replaceWith(`\`${code.textContent}\``);
    // A sign that would begin HTML is only a sign here.
    return (copy.textContent ?? "").replace(/\s+/g, " ").replace(/<(?=[a-z/!?])/gi, "\\<").trim();
  };

  /** Return a block of the page as Markdown; blocks that belong together start with a new line only. */
  const markdown = (/** @type {Element} */ block) => {
    if (block.tagName === "TR") {
      const row = `\n| ${[...block.children].map((cell) => words(cell).replace(/\|/g, "\\|")).join(" | ")} |`;
      return block.closest("thead") ? `\n${row}\n|${" --- |".repeat(block.children.length)}` : row;
    }
    const text = words(block);
    const level = /^H([1-6])$/.exec(block.tagName)?.[1];
    if (!text) return "";
    if (block.tagName === "LI") return `\n- ${text}`;
    return `\n\n${level ? `${"#".repeat(Number(level))} ` : ""}${text}`;
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
    let text = "";
    const tell = () => {
      if (text.trim()) add("markdown", text.trim());
      text = "";
    };
    for (const block of article.querySelectorAll(BLOCKS)) {
      const cell = cells.find(({ box }) => box === block);
      if (cell) {
        tell();
        add("code", cell.code(), cell.task ? { bookwork: { task: cell.task } } : {});
      } else if (block instanceof HTMLTextAreaElement) {
        tell();
        if (block.value) add("markdown", block.value, { bookwork: { find: block.dataset.task } });
      } else if (!block.closest(`.cell, ${OUT}`) && !block.matches("li p, tr p")) {
        text += markdown(block);
      }
    }
    tell();
    return JSON.stringify({ cells: found, metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    }, nbformat: 4, nbformat_minor: 5 }, null, 1);
  };
}
