"""The trial: an answer on which a task's check is tried, with the message that it must get."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from bookwork.labwords import GENERAL
from bookwork.model.complaint import complaints
from bookwork.model.errors import BankError, Problem, relative
from bookwork.model.markdown import Plain
from bookwork.model.question import Fields
from bookwork.model.task import MessageId, Task
from bookwork.model.yamlfile import load_yaml

Code = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class Trial(Fields):
    """An answer that a check is tried on: a wrong one says which message it gets."""

    name: Plain
    code: Code
    gets: MessageId | None = None
    first: Code | None = None
    """What stands in the first cell, if it is not the lab's."""


class Trials(Fields):
    """What a task's check is tried on: wrong answers, and right ones unlike the model's."""

    wrong: tuple[Trial, ...] = Field(min_length=5)
    right: tuple[Trial, ...] = Field(min_length=1)


def load_trials(
    path: Path, tasks: Mapping[str, Task], problems: list[Problem]
) -> dict[str, Trials]:
    """Return the trials of each task; what is wrong with them is added to the problems."""
    try:
        file = load_yaml(path, BankError)
    except BankError as reason:
        problems += reason.problems
        return {}
    data = file.data if isinstance(file.data, dict) else {}
    lines = {id: file.line((id,)) for id in data}
    problems += lone(path, lines, tasks, "the trials of '{}'")
    found: dict[str, Trials] = {}
    for id in tasks:
        if id not in data:
            continue
        try:
            found[id] = Trials.model_validate(data[id])
        except ValidationError as reason:
            problems += complaints(file, (id,), id, Trials, reason)
            continue
        for number, trial in enumerate(found[id].right):
            if trial.gets is not None:
                what = f"'{trial.name}' is a right answer, and those get no message"
                place = (id, "right", number, "gets")
                problems.append(file.problem(place, id, what, "remove it"))
        for number, trial in enumerate(found[id].wrong):
            if trial.gets is None:
                what = f"'{trial.name}' does not say which message it gets"
                problems.append(file.problem((id, "wrong", number), id, what, "add 'gets: …'"))
            elif trial.gets not in {*GENERAL, *tasks[id].messages}:
                what = f"'{trial.name}' gets the message '{trial.gets}', which is not there"
                place = (id, "wrong", number, "gets")
                problems.append(file.problem(place, id, what, "name one of the task's messages"))
    return found


def lone(
    path: Path, found: Mapping[str, int], tasks: Mapping[str, Task], wanted: str
) -> Iterator[Problem]:
    """Yield what stands in a file (on which line) for no task, and which tasks have nothing."""
    for id, line in found.items():
        if id not in tasks:
            near = difflib.get_close_matches(id, tasks, 1)
            mend = f"did you mean '{near[0]}'?" if near else "remove it"
            yield Problem(relative(path), line, id, "there is no such task in lab.yml", mend)
    for id in tasks:
        if id not in found:
            what = f"{wanted.format(id)} is missing"
            yield Problem(relative(path), 0, id, what, "add it")
