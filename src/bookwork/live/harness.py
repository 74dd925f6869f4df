"""Cells of a page, run in the page's own Python: what they print, show and get wrong.

It runs inside Pyodide, in the worker (`worker.js`), which gives it `show`, a function that takes
what a cell displays as JSON.
"""

from __future__ import annotations

import json
import pathlib
import sys
import traceback
from typing import Any

from bookwork import lab

MOST_LINES = 8
"""Lines of a traceback that a reader sees: the last ones say most."""
CANNOT = "The check cannot go on with what your code has made ({kind}). Show it to your teacher."
MOST, MOST_SHOWN = 20_000, 200
"""Characters of a value, and values, that a cell shows: a page with more is of no use."""
TYPES = ("image/svg+xml", "text/html", "text/plain")
show: Any = None
shown = 0
names: lab.Names = lab.fresh_names()
checks: dict[str, lab.Check] = {}
sys.path.insert(0, "")  # what stands beside the notebook can be imported


def bundle(value: object) -> dict[str, str]:
    """What a page can show of a value, by type: a picture, HTML or text."""
    for name in ("_repr_mimebundle_", "_repr_svg_", "_repr_html_"):
        method = getattr(value, name, None)
        if method is None or isinstance(value, type):
            continue
        data = method()
        data = data[0] if isinstance(data, tuple) else data
        if isinstance(data, str):
            data = {"image/svg+xml" if name == "_repr_svg_" else "text/html": data}
        if isinstance(data, dict) and any(kind in data for kind in TYPES):
            return {kind: str(data[kind]) for kind in TYPES if kind in data}
    return {"text/plain": cut(repr(value))}


def cut(text: str) -> str:
    """What a page shows of a long text: as much as can still be read."""
    return text if len(text) <= MOST else f"{text[:MOST]}\n… (There is more. It is not shown.)"


def display(*values: object) -> None:
    """Show values, as in a notebook."""
    global shown
    for value in values:
        shown += 1
        if shown <= MOST_SHOWN:
            show(json.dumps(bundle(value)))
        elif shown == MOST_SHOWN + 1:
            show(json.dumps({"text/plain": "… (There is more. It is not shown.)"}))


def told(error: BaseException) -> str:
    """An error as a reader of cells sees it: the lines of the cells, and none of ours."""
    if isinstance(error, lab.NeedsInput):
        return str(error)
    summary = traceback.TracebackException.from_exception(error, capture_locals=False)
    frames = [frame for frame in summary.stack if frame.filename.startswith("<cell")]
    summary.stack = traceback.StackSummary.from_list(frames)
    summary.__cause__ = summary.__context__ = None
    lines = "".join(summary.format()).replace('File "<cell ', "Cell ").replace('>", line', ", line")
    kept = [cut(line) for line in lines.rstrip().splitlines()]
    return "\n".join(kept if len(kept) <= MOST_LINES * 2 else [*kept[:4], "…", *kept[-MOST_LINES:]])


def run(code: str, number: int, alone: bool) -> str:
    """Run a cell; `alone` means that its names are not kept. Returns JSON: `end` and `text` if
    an error has ended it."""
    global shown
    shown = 0
    try:
        value = lab.evaluate(code, dict(names) if alone else names, f"<cell {number}>")
        if value is not None:
            display(value)
    except BaseException as error:
        return json.dumps({"end": "error", "text": told(error)})
    return "{}"


def load_labs() -> dict[str, tuple[str, dict[str, str]]]:
    """Load the checks of every lab that the book has; return the first cell and the messages of
    each task."""
    told_of: dict[str, tuple[str, dict[str, str]]] = {}
    for path in sorted(pathlib.Path("labs").glob("*.py")):
        checks.update(lab.load_checks(path.read_text(encoding="utf-8"), path.name))
        data = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        told_of |= {task: (data["first"], said) for task, said in data["messages"].items()}
    return told_of


def check(task: str, first: str, code: str) -> str:
    """Check a task's code after a first cell (the lab's, if there is none on the page); returns
    JSON with `passed` and `text`."""
    labs = load_labs()
    if task not in labs or task not in checks:
        return json.dumps({"passed": False, "text": f"This book has no check for {task}."})
    try:
        own, messages = labs[task]
        found = lab.run_check(task, checks[task], messages, first or own, code)
    except Exception as reason:  # what the code has made broke the check that looked at it
        text = CANNOT.format(kind=type(reason).__name__)
        return json.dumps({"passed": False, "text": text})
    return json.dumps({"passed": found.passed, "text": found.message, "says": found.says})


names["display"] = display  # a notebook has it without an import
