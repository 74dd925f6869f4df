"""Trials of a lab: do its checks say what they should, to wrong answers and to right ones?

The code is the author's own and is run in this process. Students' code is not: that is run by
`bookwork.mark.sandbox`.
"""

from __future__ import annotations

import contextlib
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bookwork.lab import Check, Result, load_checks, run_check
from bookwork.labwords import GENERAL, sentence
from bookwork.model.errors import BankError, Problem, relative
from bookwork.model.lab import CHECKS, Lab
from bookwork.model.trial import Trial


@dataclass(frozen=True)
class Tried:
    """What a check said to a trial, and whether that is what it should say."""

    task: str
    trial: Trial
    is_right: bool
    result: Result

    @property
    def holds(self) -> bool:
        """Whether a right answer passed, or a wrong one got its message."""
        if self.is_right:
            return self.result.passed
        return not self.result.passed and self.result.says == self.trial.gets


@contextlib.contextmanager
def at_desk(tables: Mapping[str, str]) -> Iterator[Path]:
    """Stand in a folder of its own with the tables in it, as a student's code expects."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, text in tables.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        yield Path(folder)


def checks_of(lab: Lab) -> dict[str, Check]:
    """Return a lab's checks by task; raise BankError if their file cannot be run."""
    path = lab.folder / CHECKS
    try:
        return load_checks(lab.checks, str(path))
    except Exception as reason:
        frames = traceback.extract_tb(reason.__traceback__)
        lines = [frame.lineno or 0 for frame in frames if frame.filename == str(path)]
        what = f"Python stops here: {sentence(reason).rstrip('.')}"
        problem = Problem(relative(path), lines[-1] if lines else 0, "", what, "mend the line")
        raise BankError(problem) from None


def try_lab(lab: Lab, tables: Mapping[str, str]) -> list[Tried]:
    """Return what the checks say to the model, to every wrong answer and to other right ones."""
    checks = checks_of(lab)
    found: list[Tried] = []
    with at_desk(tables):
        for id, task in lab.tasks.items():
            right = [Trial(name="model", code=lab.models[id]), *lab.trials[id].right]
            for is_right, trials in ((True, right), (False, list(lab.trials[id].wrong))):
                for trial in trials:
                    first = trial.first or lab.first
                    try:
                        result = run_check(id, checks[id], task.messages, first, trial.code)
                    except Exception as reason:
                        words = f"the check itself stops: {sentence(reason)}"
                        result = Result(id, passed=False, message=words)
                    found.append(Tried(id, trial, is_right, result))
    return found


def unreached(lab: Lab, tried: list[Tried]) -> list[tuple[str, str]]:
    """Return the messages of a lab's tasks that no trial has got, as (task, message)."""
    got = {(each.task, each.result.says) for each in tried}
    return [
        (id, message)
        for id, task in lab.tasks.items()
        for message in task.messages
        if (id, message) not in got
    ]


def unreached_general(tried: list[Tried]) -> list[str]:
    """Return the messages of every task that no trial of any lab has got."""
    got = {each.result.says for each in tried}
    return [message for message in GENERAL if message not in got]
