// Live code: a button that loads Python into the page and makes its cells the reader's own. Nothing
// is loaded before.
"use strict";
{
  const { make, say, announce, memory } = Bookwork;
  const place = document.querySelector("bw-code");
  const boxes = [...document.querySelectorAll(".cell")].filter((box) => box.querySelector(".cell_input pre"));

  const begin = (/** @type {Element} */ place) => {
    /** @type {Bookwork.CodeConfig} */
    const config = JSON.parse(place.querySelector("script")?.textContent ?? "{}");
    const key = `bookwork:${config.book}:code:${config.page}`;
    const status = make("p", {}, say("This loads Python into the page: about 6 MB, from this book alone. Your code stays in this browser."));
    const meter = make("progress", { max: 3, value: 0, hidden: true, ariaLabel: say("Loading Python …") });
    const bar = make("div", { className: "bw-runs" });
    /** @type {Record<string, Bookwork.Kept>} */
    let work = {};
    try {
      work = JSON.parse(memory.get(key) || "{}") ?? {};
    } catch {
      // Something else stands there: it is written over once there is work to keep.
    }
    /** @type {Bookwork.Cell[]} */
    let cells = [];
    let isShown = false;

    const tell = (/** @type {string} */ words, step = 3) => {
      status.textContent = words;
      meter.value = step;
      meter.hidden = step > 2;
    };
    const python = Bookwork.python(config, tell);
    const button = (/** @type {string} */ words, /** @type {() => unknown} */ act) => {
      const found = make("button", { type: "button", onclick: act }, words);
      bar.append(found);
      return found;
    };

    const failed = () => {
      const words = say("Python could not be loaded here. What the page shows is right all the same.");
      tell(words);
      announce(words);
    };

    /** Run cells from the first to the last, up to an error in one (unless it is `passed` over). */
    const run = async (/** @type {Bookwork.Cell[]} */ list, passed = "") => {
      for (const cell of list) {
        const { end } = await cell.act("run");
        if (end && end !== passed) return;
      }
    };

    /** @type {Bookwork.Page} */
    const page = {
      python,
      failed,
      first: () => cells.filter(({ task }) => !task).map((cell) => cell.code()).join("\n"),
      kept: (id) => work[id],
      keep(id, kept) {
        if (kept) work[id] = kept;
        else delete work[id];
        memory.set(key, Object.keys(work).length ? JSON.stringify(work) : "");
      },
      run: (cell) => run([...cells.slice(0, cells.indexOf(cell))
        .filter(({ task, fresh }) => !task && !fresh), cell], "error"),
      stop() {
        python.stop();
        for (const cell of cells) cell.fresh = false;
        python.start().then(() => tell(say("Python is ready.")), failed);
      },
      shown() {
        if (!isShown) performance.mark("bookwork-first-result");
        isShown = true;
      },
    };

    const download = async () => {
      // What makes the notebook, and the files that go along, are loaded with Python.
      await python.start().catch(() => {});
      if (!Bookwork.notebook) return failed();
      const text = Bookwork.notebook(place.closest("article") ?? document.body, cells, BookworkKit.files);
      const link = make("a", { download: `${config.page.split("/").pop()}.ipynb`,
        href: URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" })) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      announce(say("Your notebook is in the file {name}.", { name: link.download }));
    };

    const resetAll = () => {
      const saved = JSON.stringify(work);
      const codes = cells.map((cell) => cell.code());
      for (const cell of cells) cell.reset();
      undo.hidden = false;
      undo.onclick = () => {
        cells.forEach((cell, number) => cell.put(codes[number] ?? ""));
        work = JSON.parse(saved);
        memory.set(key, saved);
        undo.hidden = true;
        announce(say("Your code is back."));
      };
      announce(say("The code is as the book has it."));
    };
    const undo = make("button", { type: "button", hidden: true }, say("Undo: put my code back"));

    /** Give each task room for what the reader found. */
    const addFinds = () => {
      for (const find of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".bw-find"))) {
        const task = /** @type {HTMLElement} */ (find.closest("[data-task]")).dataset.task ?? "";
        const area = make("textarea", { rows: 3, value: work[`${task}:find`]?.code ?? "", ariaLabel: say("What did you find?") });
        area.dataset.task = task;
        area.addEventListener("input", () =>
          page.keep(`${task}:find`, area.value ? { code: area.value, of: "" } : undefined));
        find.querySelector(".bw-lines")?.remove();
        find.append(area);
      }
    };

    const open = async () => {
      start.remove();
      const all = button(say("Run all"), () => run(cells.filter(({ task }) => !task)));
      button(say("Download as a notebook"), download);
      button(say("Put everything back"), resetAll);
      bar.append(undo);
      cells = boxes.map((box, number) => Bookwork.cell(box, number + 1, page));
      addFinds();
      all.focus();
      try {
        await python.start();
      } catch {
        return failed();
      }
      tell(say("Python is ready."));
      announce(say("Python is ready."));
      await run(cells.filter(({ task }) => !task));
    };
    const start = button(say("Run this code yourself"), open);
    place.append(bar, meter, status);
    if (Object.keys(work).length) status.append(" ", say("You have changed code on this page: it is kept."));
  };

  if (place && boxes.length) begin(place);
}
