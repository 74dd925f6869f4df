"""The lab: what a chapter asks students to find out by code, and what its checks are tried on.

A lab is a folder of an `exercises/` chapter with

    lab.yml        the tasks: what is asked, hints, messages of the check, what a teacher needs
    lab.py         the file that students fill in: a first cell, and a cell for each task
    model.py       the same with the model's answers; teachers alone see it
    check_lab.py   a check for each task
    trials.yml     wrong answers with the message that each must get, other right answers
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bookwork.lab import cells
from bookwork.labwords import GENERAL
from bookwork.model.bank import FOLDER, Bank
from bookwork.model.chip import chip_fault, chips
from bookwork.model.complaint import complaints
from bookwork.model.errors import BankError, Problem, relative
from bookwork.model.task import SHOWN, Task
from bookwork.model.trial import Trials, load_trials, lone
from bookwork.model.yamlfile import Place, YamlFile, load_yaml, read_text

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

FILE, STARTER, MODEL, CHECKS, TRIALS = (
    "lab.yml",
    "lab.py",
    "model.py",
    "check_lab.py",
    "trials.yml",
)


@dataclass(frozen=True)
class Lab:
    """A lab: its tasks by id, the code of each in the starter and the model, and its trials."""

    id: str
    title: str
    folder: Path
    tasks: Mapping[str, Task]
    first: str
    starters: Mapping[str, str]
    models: Mapping[str, str]
    checks: str
    trials: Mapping[str, Trials]

    @property
    def minutes(self) -> int:
        """How long all tasks take."""
        return sum(task.minutes for task in self.tasks.values())

    def files(self) -> tuple[Path, ...]:
        """Return the files that the lab is made of."""
        return tuple(self.folder / name for name in (FILE, STARTER, MODEL, CHECKS, TRIALS))


def load_labs(root: Path, seeds: Seeds, banks: Mapping[str, Bank]) -> dict[str, Lab]:
    """Return every lab `exercises/*/lab.yml` by id; raise BankError with every problem."""
    labs: dict[str, Lab] = {}
    problems: list[Problem] = []
    owner = {name: bank.id for bank in banks.values() for name in bank.entries}
    for path in sorted((root / FOLDER).glob(f"*/{FILE}")):
        try:
            lab = load_lab(path, seeds, banks)
        except BankError as reason:
            problems.extend(reason.problems)
            continue
        labs[lab.id] = lab
        for name in lab.tasks:
            if name in owner:
                what = f"the id stands in '{owner[name]}', too"
                problems.append(Problem(relative(path), 0, name, what, "rename one"))
            owner.setdefault(name, f"lab {lab.id}")
    if problems:
        raise BankError(problems)
    return labs


def load_lab(path: Path, seeds: Seeds, banks: Mapping[str, Bank]) -> Lab:
    """Return the lab in a folder; raise BankError with every problem found in its files."""
    file = load_yaml(path, BankError)
    data = file.data
    if not isinstance(data, dict) or not isinstance(data.get("tasks"), list):
        raise BankError(
            file.problem((), "", "this is not a lab", "write 'lab:', 'title:', 'tasks:'")
        )
    problems: list[Problem] = []
    name = path.parent.name
    if data.get("lab") != name:
        what, mend = (
            f"the lab calls itself '{data.get('lab')}'",
            f"name it after its folder: '{name}'",
        )
        problems.append(file.problem(("lab",), "", what, mend))
    if not isinstance(data.get("title"), str):
        problems.append(file.problem((), "", "the field 'title' is missing", "add it"))
    for field in sorted(set(data) - {"lab", "title", "tasks"}):
        problems.append(file.problem((field,), "", f"unknown field '{field}'", "remove it"))
    known = banks[name].objectives if name in banks else {}
    tasks: dict[str, Task] = {}
    for number, each in enumerate(data["tasks"]):
        task = _task(file, ("tasks", number), each, problems)
        if task is None:
            continue
        if task.id in tasks:
            problems.append(
                file.problem(("tasks", number), task.id, "the id stands twice", "rename")
            )
        tasks[task.id] = task
        problems += _faults(file, ("tasks", number), each, task, seeds, known)
    if problems:
        raise BankError(problems)
    starter, model, checks = (
        _code(path.parent / each, problems) for each in (STARTER, MODEL, CHECKS)
    )
    first, starters = cells(starter)
    _model_first, models = cells(model)
    for text, found, each in ((starter, starters, STARTER), (model, models, MODEL)):
        lines = {id: len(code) - len(code.lstrip("\n")) + 1 for id, code in found.items()}
        problems += lone(path.parent / each, lines, tasks, "a cell '# %% {}'")
        problems += _twice(path.parent / each, text, tasks)
    problems += _unsaid(path.parent / CHECKS, checks, tasks)
    trials = load_trials(path.parent / TRIALS, tasks, problems)
    if problems:
        raise BankError(problems)
    return Lab(name, data["title"], path.parent, tasks, first, starters, models, checks, trials)


def _task(file: YamlFile, place: Place, data: Any, problems: list[Problem]) -> Task | None:
    name = data.get("id") if isinstance(data, dict) else None
    try:
        return Task.model_validate(data)
    except ValidationError as reason:
        shown = name if isinstance(name, str) else ""
        problems += complaints(file, place, shown, Task, reason)
        return None


def _faults(
    file: YamlFile, place: Place, data: Any, task: Task, seeds: Seeds, known: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield what a task points at that is not there."""
    if task.objective not in known:
        near = difflib.get_close_matches(task.objective, known, 1)
        mend = f"did you mean '{near[0]}'?" if near else "use one of the bank's"
        what = f"there is no objective '{task.objective}'"
        yield file.problem((*place, "objective"), task.id, what, mend)
    for id in task.evidence:
        try:
            seeds.evidence(id)
        except ValueError as reason:
            what, _, mend = str(reason).partition(" — ")
            yield file.problem((*place, "evidence"), task.id, what, mend)
    for id in task.paper.events:
        if id not in seeds.events:
            what, mend = chip_fault("event", id, seeds) or ("", "")
            mend = "name events only" if seeds.has(id) else mend
            yield file.problem((*place, "paper", "events"), task.id, what, mend)
    for field in sorted(set(task.paper.show) - set(SHOWN)):
        what, mend = f"an event has no '{field}' to show", f"use some of {', '.join(SHOWN)}"
        yield file.problem((*place, "paper", "show"), task.id, what, mend)
    for id in sorted(set(task.messages) & set(GENERAL)):
        what = f"'{id}' is the name of a message that every task has"
        yield file.problem((*place, "messages", id), task.id, what, "rename it")
    for text in _texts(data):
        for kind, id in chips(text):
            if fault := chip_fault(kind, id, seeds):
                yield file.problem(place, task.id, *fault)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


def _code(path: Path, problems: list[Problem]) -> str:
    """Return a Python file's text, with what is wrong with it added to the problems."""
    try:
        text = read_text(path, BankError)
    except BankError as reason:
        problems += reason.problems
        return ""
    try:
        ast.parse(text)
    except SyntaxError as reason:
        what = f"Python cannot read this: {reason.msg}"
        problems.append(Problem(relative(path), reason.lineno or 0, "", what, "mend the line"))
    return text


def _twice(path: Path, text: str, tasks: Mapping[str, Task]) -> Iterator[Problem]:
    """Yield tasks with more than one cell: only the last would be taken."""
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        title = line.removeprefix("# %%").strip() if line.startswith("# %%") else ""
        if title in tasks and title in seen:
            yield Problem(relative(path), number, title, "the cell stands twice", "keep one")
        seen.add(title)


def _unsaid(path: Path, text: str, tasks: Mapping[str, Task]) -> Iterator[Problem]:
    """Yield checks without a task, tasks without a check, messages that no check says or knows."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return  # told already
    said: dict[str, dict[str, int]] = {}
    lines: dict[str, int] = {}
    for node in tree.body:
        for mark in _calls(getattr(node, "decorator_list", ()), "checks"):
            task = _written(mark)
            if task is None:
                what, mend = "this check names no task", 'write its id: @checks("…")'
                yield Problem(relative(path), mark.lineno, "", what, mend)
                continue
            if task in said:
                what = "the task has two checks"
                yield Problem(relative(path), mark.lineno, task, what, "keep one")
            said[task] = {}
            lines[task] = mark.lineno
            for call in _calls(ast.walk(node), "answer.wrong"):
                message = _written(call)
                if message is None:
                    what, mend = "no message is named here", 'write its id: answer.wrong("…")'
                    yield Problem(relative(path), call.lineno, task, what, mend)
                else:
                    said[task][message] = call.lineno
    yield from lone(path, lines, tasks, "a check '@checks(\"{}\")'")
    for id in set(said) & set(tasks):
        for message, line in said[id].items():
            if message not in tasks[id].messages:
                near = difflib.get_close_matches(message, tasks[id].messages, 1)
                mend = f"did you mean '{near[0]}'?" if near else "add it to the task's messages"
                yield Problem(relative(path), line, id, f"there is no message '{message}'", mend)
        for message in tasks[id].messages:
            if message not in said[id]:
                what = f"the check never says '{message}'"
                yield Problem(relative(path), 0, id, what, "say it, or remove it from lab.yml")


def _calls(nodes: Iterable[ast.AST], name: str) -> Iterator[ast.Call]:
    """Yield those nodes that call something by this name."""
    for node in nodes:
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
            yield node


def _written(call: ast.Call) -> str | None:
    """Return the text that a call begins with, if it is written out."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
