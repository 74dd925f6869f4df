"""The pytest plugin: `pytest exercises/<chapter>` checks the answers of a lab, a test a task.

It looks at files called `check_lab.py` beside a `lab.yml`, and at nothing else. The answers stand
in the `lab.py` beside them, or in the file that `--answers` names. They are your own, so they run
here and without limits; what others hand in is for `bookwork mark`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bookwork.lab import Result
    from bookwork.model.lab import Lab

# What the plugin needs is imported where it is used: it is loaded with every run of pytest.


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the answers."""
    group = parser.getgroup("bookwork", "labs of a book")
    group.addoption(
        "--answers", metavar="FILE", help="the answers to a lab  [lab.py beside its checks]"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return the collector of a lab's checks; leave every other file to pytest."""
    from bookwork.model.lab import CHECKS, FILE

    if file_path.name == CHECKS and (file_path.parent / FILE).is_file():
        collector: pytest.Collector = LabFile.from_parent(parent, path=file_path)
        return collector
    return None


class NotYet(Exception):  # noqa: N818 - a finding, not an error
    """What the check of a task has found."""


class LabFile(pytest.File):
    """The checks of a lab."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each task."""
        import bookwork.types  # noqa: F401 - registers the question types
        from bookwork.lab import cells
        from bookwork.mark.lab import checks_of
        from bookwork.model.errors import AuthorError
        from bookwork.model.kit import load
        from bookwork.model.lab import STARTER
        from bookwork.model.tables import tables

        named = self.config.getoption("--answers")
        answers = Path(named) if named else self.path.with_name(STARTER)
        beside = self.path.parent / answers
        if not answers.exists() and beside.exists():  # named from where the checks are
            answers = beside
        try:
            kit = load(_root(self.path))
            lab = kit.labs.get(self.path.parent.name)
            if lab is None or not lab.folder.samefile(self.path.parent):
                raise self.CollectError(f"{self.path.parent} is no chapter of the book's exercises")
            data, checks = tables(kit.seeds), checks_of(lab)
            first, codes = cells(answers.read_text(encoding="utf-8-sig"))
        except AuthorError as reason:
            raise self.CollectError(str(reason)) from None
        except (OSError, UnicodeDecodeError) as reason:
            raise self.CollectError(f"{answers}: the answers cannot be read ({reason})") from None
        for id in lab.tasks:
            work = {"lab": lab, "check": checks[id], "tables": data}
            work |= {"answers": answers, "first": first, "code": codes.get(id)}
            yield TaskItem.from_parent(self, name=id, work=work)


class TaskItem(pytest.Item):
    """One task: its answer, checked."""

    def __init__(self, *, work: dict[str, Any], **more: Any) -> None:
        super().__init__(**more)
        self.work = work

    def runtest(self) -> None:
        """Check the answer; NotYet says what is not yet right."""
        result = self.result()
        if not result.passed:
            raise NotYet(result.message)

    def result(self) -> Result:
        """Return what the check finds."""
        from bookwork.lab import Result, run_check
        from bookwork.mark.lab import at_desk

        lab: Lab = self.work["lab"]
        if self.work["code"] is None:
            words = f"There is no cell '# %% {self.name}' in {self.work['answers'].name}."
            return Result(self.name, passed=False, message=words)
        with at_desk(self.work["tables"]):
            return run_check(
                self.name,
                self.work["check"],
                lab.tasks[self.name].messages,
                self.work["first"],
                self.work["code"],
            )

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the check's words, without a traceback."""
        if isinstance(excinfo.value, NotYet):
            return f"Not yet: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the answers are, and the task."""
        task = self.work["lab"].tasks[self.name]
        return self.work["answers"], None, f"{self.name}: {task.title}"


def _root(path: Path) -> Path:
    """Return the folder of the book that a file belongs to."""
    for folder in path.resolve().parents:
        if (folder / "_config.yml").is_file():
            return folder
    return path.parent
