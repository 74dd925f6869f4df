"""A copy of the real kit, to be broken; and what each case of breaking it must bring to light."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from bookwork.cli import main

ROOT = Path(__file__).parents[2]
PARTS = ("seeds", "exercises", "book", "_config.yml", "_toc.yml", "index.md")
BANK = "exercises/context/bank.yml"
EVERY_TYPE = (Path(__file__).parent / "every_type.yml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """A fault: an edit of one file, and the line that `bookwork` must answer with.

    The first `old` below the text `after` becomes `new`; without `old`, `new` is put behind the
    file's text. Named must be the line of the text `at`, which stands below `after`, too; without
    `at`, the line of the edit. `alone` says that no other problem may be told.
    """

    name: str
    file: str
    old: str
    new: str
    id: str
    what: str
    mend: str
    after: str = ""
    at: str = ""
    alone: bool = True


class Kit:
    """A copy of the real kit in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __truediv__(self, name: str) -> Path:
        return self.root / name

    def text(self, file: str) -> str:
        """The text of a file, line ends as they are."""
        return (self / file).read_bytes().decode("utf-8")

    def write(self, file: str, text: str | bytes) -> None:
        """Write a file of the kit."""
        (self / file).parent.mkdir(parents=True, exist_ok=True)
        (self / file).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def line(self, file: str, part: str, start: int = 0) -> int:
        """The line on which a text first stands, from a place of the file on."""
        text = self.text(file)
        return text.count("\n", 0, text.index(part, start)) + 1

    def change(self, case: Case) -> int:
        """Break the kit as a case says; return the line that must be named."""
        text = self.text(case.file)
        start = text.index(case.after)
        edit = text.index(case.old, start) if case.old else len(text)
        self.write(case.file, text[:edit] + case.new + text[edit + len(case.old) :])
        if not case.at:
            return text.count("\n", 0, edit) + 1
        return self.line(case.file, case.at, start)

    def run(self, *arguments: str, **more: Any) -> Result:
        """Run a command in this process; the current folder must be the kit's."""
        return CliRunner().invoke(main, arguments, **more)


def copied(source: Path, target: Path) -> Kit:
    """Copy a kit."""
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        else:
            shutil.copy(source / part, target / part)
    return Kit(target)


def problems(result: Result) -> list[str]:
    """The problems that a command told; it must have refused what it was given, and no more."""
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)  # not a traceback
    assert result.stdout == ""
    *lines, last = result.stderr.splitlines()
    assert last == f"{len(lines)} problem{'' if len(lines) == 1 else 's'}."
    return lines


def tells(lines: list[str], file: str, line: int, case: Case) -> bool:
    """Whether a fault is told: its file and line, its id, what is wrong and how to mend it."""
    place = f"{file}:{line}:" if line else f"{file}:"
    start = f"{place} {case.id}: " if case.id else f"{place} "
    for told in lines:
        what, _dash, mend = told.removeprefix(start).partition(" — ")
        if told.startswith(start) and what.startswith(case.what) and case.mend in mend:
            return True
    return False
