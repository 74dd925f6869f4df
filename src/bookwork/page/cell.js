// The cell: code that the reader may change, run, check and put back. What the build showed stays
// until there is a result of the reader's own.
"use strict";
{
  const { make, say, announce } = Bookwork;

  /** Keep the indentation of the line above, one step more after a colon, as editors do. */
  const indent = (/** @type {HTMLTextAreaElement} */ editor) => {
    const line = editor.value.slice(0, editor.selectionStart).split("\n").pop() ?? "";
    const space = (/^ */.exec(line)?.[0] ?? "") + (/:\s*(#.*)?$/.test(line) ? "    " : "");
    // Old, but the only way that the browser's own undo still knows the text before.
    document.execCommand("insertText", false, `\n${space}`);
  };

  /** Show what a check has found. */
  const verdict = (/** @type {Bookwork.Result} */ result, /** @type {Bookwork.Ran} */ ran) => {
    const words = ran.passed
      ? say("The public check is passed. It cannot see everything: read your code once more.")
      : ran.text ?? "";
    const parts = words.split("`").map((part, number) => number % 2 ? make("code", {}, part) : part);
    result.add(make("p", { className: ran.passed ? "bw-passed" : "bw-not-yet" },
      make("strong", {}, ran.passed ? say("Passed.") : say("Not yet.")), " ", ...parts));
  };

  /** @type {Bookwork.Api["cell"]} */
  Bookwork.cell = (box, number, page) => {
    const input = /** @type {HTMLElement} */ (box.querySelector(".cell_input"));
    const lines = /** @type {Element} */ (input.querySelector("pre")?.cloneNode(true));
    for (const label of lines.querySelectorAll(".linenos")) label.remove();
    const original = (lines.textContent ?? "").replace(/\n$/, "");
    const place = /** @type {HTMLElement | null} */ (box.closest("[data-task]"));
    const task = place?.dataset.task ?? "";
    const id = task || String(number);
    const kept = page.kept(id);
    const editor = make("textarea", {
      className: "bw-editor", spellcheck: false, autocapitalize: "off", value: kept?.code ?? original,
      ariaLabel: say("Code of cell {number}", { number }),
    });
    const out = make("div", { className: "bw-out", role: "group", hidden: true,
      ariaLabel: say("Result of cell {number}", { number }) });
    const output = /** @type {HTMLElement | null} */ (box.querySelector(".cell_output"));
    // A lid that hides the output alone goes with it.
    const lid = output?.closest("details");
    const built = lid && box.contains(lid) && !lid.contains(input) ? lid : output;
    /** @type {Promise<Bookwork.Ran> | undefined} */
    let running;
    let age = 0; // what ran before the code was put back shows nothing any more

    /** Make the editor as high as its code, long lines broken as on a phone. */
    const fit = () => {
      editor.style.height = "auto";
      editor.style.height = `${editor.scrollHeight + 2}px`;
    };
    const keep = () => {
      cell.fresh = false;
      page.keep(id, editor.value === original ? undefined : { code: editor.value, of: original });
    };
    const name = (/** @type {HTMLElement} */ button, /** @type {string} */ words) => {
      button.textContent = words;
      button.ariaLabel = `${words}: ${say("cell {number}", { number })}`;
    };
    const button = (/** @type {string} */ words, /** @type {() => unknown} */ act) => {
      const found = Bookwork.button("", act);
      name(found, words);
      return found;
    };

    const carryOut = async (/** @type {"run" | "check"} */ type, /** @type {boolean} */ quiet) => {
      const code = editor.value;
      const mine = age;
      const result = Bookwork.result(make("div"));
      /** The reader's own result takes the place of what the build showed. */
      const live = () => {
        if (mine !== age || out.firstChild === result.box) return;
        if (built) built.hidden = true;
        out.replaceChildren(result.box);
        out.hidden = false;
      };
      const job = {
        text: (/** @type {string} */ text) => { live(); result.text(text); },
        show: (/** @type {Bookwork.Bundle} */ data) => { live(); result.show(data); },
      };
      const first = page.first(place?.dataset.lab ?? "");
      const ran = await page.python.ask(type, { code, number, task, alone: !!task, first }, job);
      if (ran.end === "failed") {
        page.failed();
        return ran;
      }
      live();
      if (ran.end === "stopped") result.error(say("Stopped. Python starts again from the beginning."));
      else if (ran.end === "broken") {
        result.error(say("Python broke down and starts again. {why}", { why: ran.text ?? "" }));
        page.stop();
      } else if (ran.end) result.error(ran.text ?? "");
      else if (type === "check") verdict(result, ran);
      else if (!result.box.firstChild) result.text(say("Done. This cell shows nothing."));
      cell.fresh = type === "run" && !ran.end && editor.value === code;
      if (!quiet || ran.end) announce(`${say("Cell {number}", { number })}: ${result.said()}`);
      page.shown();
      return ran;
    };

    /** @type {Bookwork.Cell["act"]} */
    const act = async (type, quiet = false) => {
      while (running) await running; // what was asked for first ends first
      name(go, say("Stop"));
      box.setAttribute("aria-busy", "true");
      running = carryOut(type, quiet);
      const ran = await running;
      running = undefined;
      name(go, say("Run"));
      box.removeAttribute("aria-busy");
      return ran;
    };

    /** @type {Bookwork.Cell["put"]} */
    const put = (code = original) => {
      editor.value = code;
      fit();
      keep();
      if (code !== original) return;
      age += 1;
      note.remove();
      out.hidden = true;
      if (built) built.hidden = false;
    };

    const go = button(say("Run"), () => (running ? page.stop() : page.run(cell)));
    const bar = make("div", { className: "bw-runs" }, go);
    if (task) bar.append(button(say("Check"), () => cell.act("check")));
    bar.append(button(say("Put back"), () => page.reset([cell], bar)));
    const note = make("p", {}, say("The book has changed this code since you did. Put back shows it."));
    editor.addEventListener("input", () => { fit(); keep(); });
    editor.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) page.run(cell);
      else if (!event.altKey) indent(editor);
      else return;
      event.preventDefault();
    });
    if (kept && kept.of !== original) box.append(note);
    input.hidden = true;
    // What a lid hides of the book's code it hides of the reader's; buttons and result it does not.
    input.after(editor);
    box.append(bar, out);
    let width = 0; // a page turned on its side, or a tab opened, breaks lines anew
    new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width !== width) fit();
      width = entry?.contentRect.width ?? 0;
    }).observe(editor);

    /** @type {Bookwork.Cell} */
    const cell = { box, task, fresh: false, code: () => editor.value, put, act };
    return cell;
  };
}
