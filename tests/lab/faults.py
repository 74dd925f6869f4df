"""A fault in a lab, and what must be told of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from bookwork.model.errors import BankError, Problem
from tests.lab.small import change, load


class Fault(NamedTuple):
    """An edit of a file, and what must be told: its task, what is wrong and how to mend it.

    The first `old` becomes `new`; without `old`, `new` is put at the end. Named must be the line of
    the text `at` (its last one in the file), or none, the file as a whole.
    """

    name: str
    file: str
    old: str
    new: str
    at: str
    id: str
    what: str
    mend: str


def problems() -> tuple[Problem, ...]:
    """What is wrong with the labs of the book here."""
    with pytest.raises(BankError) as caught:
        load(Path())
    return caught.value.problems


def only() -> Problem:
    """The one thing that is wrong."""
    (problem,) = problems()
    return problem


def line_of(path: Path, text: str) -> int:
    """The last line of a file with a text in it; 0 for no text."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return max(number for number, line in enumerate(lines, 1) if text in line) if text else 0


def tells(lab: Path, fault: Fault) -> None:
    """Make a fault in a lab: it must be told, and nothing else."""
    change(lab / fault.file, fault.old, fault.new)
    line = line_of(lab / fault.file, fault.at)
    name = f"exercises/one/{fault.file}"
    assert only() == Problem(name, line, fault.id, fault.what, fault.mend)
