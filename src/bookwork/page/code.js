// Live code: a button that loads Python into the page and makes its cells the reader's own. Nothing
// is loaded before.
"use strict";
{
  const { make, say, announce, memory } = Bookwork;
  const place = document.querySelector("bw-code");
  const boxes = [...document.querySelectorAll(".cell")].filter((box) => box.querySelector(".cell_input pre"));

  /** Return a button. A second click that follows at once was meant for what stood there before. */
  Bookwork.button = (words, act) => make("button", { type: "button",
    onclick: (/** @type {MouseEvent} */ event) => event.detail > 1 || act() }, words);

  const begin = (/** @type {Element} */ place) => {
    /** @type {Bookwork.CodeConfig} */
    const config = JSON.parse(place.querySelector("script")?.textContent ?? "{}");
    const key = `bookwork:${config.book}:code:${config.page}`;
    const status = make("p", {}, say("This loads Python into the page: about 6 MB, from this book alone. Your code stays in this browser."));
    const meter = make("progress", { max: 3, value: 0, hidden: true, ariaLabel: say("Loading Python …") });
    const bar = make("div", { className: "bw-runs" });
    /** @type {Bookwork.Cell[]} */
    let cells = [];
    let isShown = false;

    /** @returns {Map<string, Bookwork.Kept>} what is kept; anything may have written there */
    const read = () => {
      try {
        return new Map(Object.entries(JSON.parse(memory.get(key)))
          .filter(([, kept]) => typeof kept?.code === "string" && typeof kept.of === "string"));
      } catch {
        return new Map();
      }
    };

    const tell = (/** @type {string} */ words, step = 3) => {
      status.textContent = words;
      meter.value = step;
      meter.hidden = step > 2;
    };
    const python = Bookwork.python(config, tell);
    const failed = () => {
      const words = say("Python could not be loaded here. What the page shows is right all the same.");
      tell(words);
      announce(words);
    };

    /** Run cells from the first to the last, up to an error in one (unless it is `passed` over). */
    const run = async (/** @type {Bookwork.Cell[]} */ list, passed = "") => {
      for (const cell of list) {
        const { end } = await cell.act("run", cell !== list.at(-1));
        if (end && end !== passed) return;
      }
    };
    const free = () => cells.filter(({ task }) => !task);

    /** @type {Bookwork.Page} */
    const page = {
      python,
      failed,
      first: (lab) => cells.find(({ box }) => box.classList.contains(`bw-first-${lab}`))?.code() ?? "",
      kept: (id) => read().get(id),
      keep(id, kept) {
        const work = read(); // another tab may have written
        if (kept) work.set(id, kept);
        else work.delete(id);
        if (!memory.set(key, work.size ? JSON.stringify(Object.fromEntries(work)) : "")) {
          tell(say("This browser does not keep your code: it lasts until you close the page."));
        }
      },
      run(cell) {
        // From the first that has changed on, all that may hang on it.
        const before = free().filter((each) => cells.indexOf(each) < cells.indexOf(cell));
        const at = before.findIndex(({ fresh }) => !fresh);
        return run([...(at < 0 ? [] : before.slice(at)), cell], "error");
      },
      stop() {
        python.stop();
        for (const cell of cells) cell.fresh = false;
        python.start().then(() => tell(say("Python is ready.")), failed);
      },
      reset(list, where) {
        if (undo.parentElement !== where) changed.clear();
        for (const cell of list) {
          const code = cell.code();
          cell.put();
          if (code !== cell.code()) changed.set(cell, code); // nothing is lost by a second click
        }
        undo.onclick = () => {
          for (const [cell, code] of changed) cell.put(code);
          changed.clear();
          const next = /** @type {HTMLElement} */ (undo.previousElementSibling);
          undo.remove();
          next.focus();
          announce(say("Your code is back."));
        };
        where.append(undo);
        announce(say("The code is as the book has it."));
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
    /** @type {Map<Bookwork.Cell, string>} what was put back last, as the reader had it */
    const changed = new Map();
    const undo = Bookwork.button(say("Undo: put my code back"), () => {});

    /** Give each task room for what the reader found. */
    const addFinds = () => {
      for (const find of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".bw-find"))) {
        const task = /** @type {HTMLElement} */ (find.closest("[data-task]")).dataset.task ?? "";
        const id = `${task}:find`;
        const area = make("textarea", { rows: 3, value: page.kept(id)?.code ?? "", ariaLabel: say("What did you find?") });
        area.dataset.task = task;
        area.addEventListener("input", () =>
          page.keep(id, area.value ? { code: area.value, of: "" } : undefined));
        find.querySelector(".bw-lines")?.remove();
        find.append(area);
      }
    };

    const open = async () => {
      start.remove();
      announce(say("Loading Python …"));
      const all = Bookwork.button(say("Run all"), () => run(free()));
      bar.append(all, Bookwork.button(say("Download as a notebook"), download),
        Bookwork.button(say("Put everything back"), () => page.reset(cells, bar)));
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
      await run(free());
    };
    const start = Bookwork.button(say("Run this code yourself"), open);
    bar.append(start);
    place.append(bar, meter, status);
    if (read().size) status.append(" ", say("You have changed code on this page: it is kept."));
  };

  if (place && boxes.length) begin(place);
}
