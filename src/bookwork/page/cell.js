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

  /** @type {Bookwork.Api["cell"]} */
  Bookwork.cell = (box, number, page) => {
    const input = /** @type {HTMLElement} */ (box.querySelector(".cell_input"));
    const original = (input.querySelector("pre")?.textContent ?? "").replace(/\n$/, "");
    const task = /** @type {HTMLElement | null} */ (box.closest("[data-task]"))?.dataset.task ?? "";
    const id = task || String(number);
    const kept = page.kept(id);
    const editor = make("textarea", {
      className: "bw-editor", spellcheck: false, autocapitalize: "off", value: kept?.code ?? original,
      ariaLabel: say("Code of cell {number}", { number }),
    });
    const out = make("div", { className: "bw-out", role: "group", hidden: true,
      ariaLabel: say("Result of cell {number}", { number }) });
    const before = box.querySelector(".cell_output");
    let running = false;

    /** Make the editor as high as its code, long lines broken as on a phone. */
    const fit = () => {
      editor.style.height = "auto";
      editor.style.height = `${editor.scrollHeight + 2}px`;
    };
    const keep = () => page.keep(id, editor.value === original ? undefined : { code: editor.value, of: original });
    const button = (/** @type {string} */ words, /** @type {() => unknown} */ act) =>
      make("button", { type: "button", onclick: act,
        ariaLabel: `${words}: ${say("cell {number}", { number })}` }, words);

    /** @type {Bookwork.Cell["act"]} */
    const act = async (type) => {
      if (running) return { end: "stopped" };
      running = true;
      go.textContent = say("Stop");
      box.setAttribute("aria-busy", "true");
      const result = Bookwork.result(make("div"));
      /** The reader's own result takes the place of what the build showed. */
      const live = () => {
        if (out.firstChild === result.box) return;
        before?.remove();
        out.replaceChildren(result.box);
        out.hidden = false;
      };
      const job = {
        text: (/** @type {string} */ text) => { live(); result.text(text); },
        show: (/** @type {Bookwork.Bundle} */ data) => { live(); result.show(data); },
      };
      /** @type {Bookwork.Ran} */
      const ran = await page.python.ask(type, { code: editor.value, number, task, alone: !!task,
        first: type === "check" ? page.first() : "" }, job);
      running = false;
      go.textContent = say("Run");
      box.removeAttribute("aria-busy");
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
      cell.fresh = type === "run" && !ran.end;
      announce(`${say("Cell {number}", { number })}: ${result.said()}`);
      page.shown();
      return ran;
    };

    const verdict = (/** @type {Bookwork.Result} */ result, /** @type {Bookwork.Ran} */ ran) => {
      const words = ran.passed
        ? say("The public check is passed. It cannot see everything: read your code once more.")
        : ran.text ?? "";
      const parts = words.split("`").map((part, number) => number % 2 ? make("code", {}, part) : part);
      result.add(make("p", { className: ran.passed ? "bw-passed" : "bw-not-yet" },
        make("strong", {}, ran.passed ? say("Passed.") : say("Not yet.")), " ", ...parts));
    };

    const put = (/** @type {string} */ code) => {
      editor.value = code;
      fit();
      keep();
      cell.fresh = false;
    };
    const reset = () => {
      put(original);
      note.remove();
      out.hidden = true;
      if (before && !before.isConnected) box.append(before);
    };

    const go = button(say("Run"), () => (running ? page.stop() : page.run(cell)));
    const bar = make("div", { className: "bw-runs" }, go);
    if (task) bar.append(button(say("Check"), () => cell.act("check")));
    bar.append(button(say("Put back"), () => {
      reset();
      announce(say("The code is as the book has it."));
    }));
    const note = make("p", {}, say("The book has changed this code since you did. Put back shows it."));
    editor.addEventListener("input", () => { fit(); keep(); cell.fresh = false; });
    editor.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) page.run(cell);
      else if (!event.altKey) indent(editor);
      else return;
      event.preventDefault();
    });
    const live = make("div", { className: "bw-live-cell" }, editor, bar, out);
    if (kept && kept.of !== original) editor.before(note);
    input.hidden = true;
    input.after(live);
    fit();

    /** @type {Bookwork.Cell} */
    const cell = { box, task, fresh: false, code: () => editor.value, put, act, reset };
    return cell;
  };
}
