"""Labs and pages: which page shows which task, and what is wrong between the two."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bookwork.model.errors import BookError, Problem, relative
from bookwork.model.fence import walk
from bookwork.model.lab import FILE, Lab
from bookwork.model.yamlfile import read_text

TASK, SOLUTIONS = "task", "solutions"


def check_labs(pages: Iterable[Path], labs: Mapping[str, Lab]) -> list[Problem]:
    """Return tasks that no page shows or two do, and directives for what no lab has."""
    found: list[Problem] = []
    tasks = [id for lab in labs.values() for id in lab.tasks]
    shown: dict[str, str] = {}
    for path in pages:
        for line, name, argument in _directives(path):
            known = tasks if name == TASK else list(labs)
            if argument not in known:
                near = difflib.get_close_matches(argument, known, 1)
                mend = f"did you mean '{near[0]}'?" if near else "check the id"
                what = f"there is no {'task' if name == TASK else 'lab'} '{argument}'"
                found.append(Problem(relative(path), line, "", what, mend))
            elif name == TASK and argument in shown:
                what = f"the task '{argument}' already stands in {shown[argument]}"
                found.append(Problem(relative(path), line, "", what, "show it once"))
            elif name == TASK:
                shown[argument] = f"{relative(path)}:{line}"
    for lab in labs.values():
        for id in lab.tasks:
            if id not in shown:
                mend = f"add {{task}} {id} to a page"
                file = relative(lab.folder / FILE)
                found.append(Problem(file, 0, id, "no page shows the task", mend))
    return found


def _directives(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield the line, name and argument of each directive of ours in a page."""
    for line in walk(read_text(path, BookError)):
        if line.kind == "open" and line.fences[-1].name in (TASK, SOLUTIONS):
            yield line.number, line.fences[-1].name, line.fences[-1].argument
