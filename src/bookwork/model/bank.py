"""The bank: one file of questions, with the objectives that they serve."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bookwork.model.chip import chip_fault, chips
from bookwork.model.complaint import complaints
from bookwork.model.errors import BankError, Problem
from bookwork.model.item import Item
from bookwork.model.markdown import check_markdown
from bookwork.model.question import Question, types
from bookwork.model.yamlfile import Place, YamlFile, load_yaml

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

FOLDER = "exercises"
_HEAD = ("bank", "title", "objectives", "questions")


@dataclass(frozen=True)
class Entry:
    """A question as authored, its item, and the line on which it starts."""

    question: Question
    item: Item
    line: int


@dataclass(frozen=True)
class Bank:
    """A bank: its id and title, objectives by id, and entries by question id, as written."""

    id: str
    title: str
    path: Path
    objectives: Mapping[str, str]
    entries: Mapping[str, Entry]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order written."""
        return tuple(entry.item for entry in self.entries.values())


def load_bank(path: Path, seeds: Seeds) -> Bank:
    """Return the bank in a YAML file; raise BankError with every problem found in it."""
    file = load_yaml(path, BankError)
    if not isinstance(file.data, dict):
        raise BankError(file.problem((), "", "this is not a bank", f"start with '{_HEAD[0]}: …'"))
    problems = list(_head_problems(file))
    entries: dict[str, Entry] = {}
    questions = file.data.get("questions")
    objectives = file.data.get("objectives")
    known = objectives if isinstance(objectives, dict) else {}
    for number, data in enumerate(questions if isinstance(questions, list) else []):
        place: Place = ("questions", number)
        entry = _entry(file, place, data, seeds, known, problems)
        if entry is None:
            continue
        name = entry.question.id
        if name in entries:
            where = f"line {entries[name].line}"
            problems.append(
                file.problem(place, name, f"the id stands twice (also {where})", "rename one")
            )
        entries[name] = entry
    if problems:
        raise BankError(problems)
    return Bank(file.data["bank"], file.data["title"], path, dict(known), entries)


def load_banks(root: Path, seeds: Seeds) -> dict[str, Bank]:
    """Return every bank `exercises/*/bank.yml` of a book by id; raise BankError with every problem.

    A question id that stands in two banks is a problem of the second.
    """
    banks: dict[str, Bank] = {}
    problems: list[Problem] = []
    owner: dict[str, Bank] = {}
    for path in sorted((root / FOLDER).glob("*/bank.yml")):
        try:
            bank = load_bank(path, seeds)
        except BankError as reason:
            problems.extend(reason.problems)
            continue
        banks[bank.id] = bank
        for name, entry in bank.entries.items():
            if name in owner:
                other = owner[name]
                file = YamlFile(path, None, {(): entry.line})
                what = f"the id stands in the bank '{other.id}', too"
                problems.append(file.problem((), name, what, "rename one"))
            owner.setdefault(name, bank)
    if problems:
        raise BankError(problems)
    return banks


def _head_problems(file: YamlFile) -> Iterable[Problem]:
    """Yield what is wrong with the bank's own fields."""
    data: dict[str, Any] = file.data
    for field in data:
        if field not in _HEAD:
            near = difflib.get_close_matches(field, _HEAD, 1)
            mend = f"did you mean '{near[0]}'?" if near else "remove it"
            yield file.problem((field,), "", f"unknown field '{field}'", mend)
    for field, kind in zip(_HEAD, (str, str, dict, list), strict=True):
        if field not in data:
            yield file.problem((), "", f"the field '{field}' is missing", "add it")
        elif not isinstance(data[field], kind) or not data[field]:
            what = "text" if kind is str else "a map" if kind is dict else "a list"
            yield file.problem((field,), "", f"'{field}' must be {what}, not empty", "see README")
    bank = data.get("bank")
    if isinstance(bank, str) and bank != file.path.parent.name:
        folder = file.path.parent.name
        yield file.problem(
            ("bank",),
            "",
            f"the bank calls itself '{bank}'",
            f"name it after its folder: '{folder}'",
        )
    objectives = data.get("objectives")
    for id, text in (objectives if isinstance(objectives, dict) else {}).items():
        if not isinstance(text, str) or not text.strip():
            yield file.problem(("objectives", id), id, "the objective has no text", "say it")
            continue
        try:
            check_markdown(text)
        except ValueError as reason:
            what, _, mend = str(reason).partition(" — ")
            yield file.problem(("objectives", id), id, what, mend)


def _entry(
    file: YamlFile,
    place: Place,
    data: Any,
    seeds: Seeds,
    objectives: Mapping[str, Any],
    problems: list[Problem],
) -> Entry | None:
    """Return the question at a place of a bank, or None with its problems added."""
    if not isinstance(data, dict):
        problems.append(file.problem(place, "", "this is not a question", "start with '- id: …'"))
        return None
    name = data.get("id") if isinstance(data.get("id"), str) else ""
    tag = data.get("type")
    known = types()
    if not isinstance(tag, str) or tag not in known:
        near = difflib.get_close_matches(str(tag), known, 1)
        mend = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(known)}"
        what = f"unknown type '{tag}'" if "type" in data else "the field 'type' is missing"
        problems.append(file.problem((*place, "type"), name or "", what, mend))
        return None
    model = known[tag]
    try:
        question = model.model_validate(data)
    except ValidationError as reason:
        problems.extend(complaints(file, place, name or "", model, reason))
        return None
    before = len(problems)
    if question.objective not in objectives:
        near = difflib.get_close_matches(question.objective, objectives, 1)
        mend = f"did you mean '{near[0]}'?" if near else "add it to objectives"
        what = f"there is no objective '{question.objective}'"
        problems.append(file.problem((*place, "objective"), question.id, what, mend))
    for number, evidence in enumerate(question.evidence):
        try:
            seeds.evidence(evidence)
        except ValueError as reason:
            what, _, mend = str(reason).partition(" — ")
            at = (*place, "evidence", number)
            problems.append(file.problem(at, question.id, what, mend))
    problems.extend(_chip_problems(file, place, data, question.id, seeds))
    try:
        item = question.lower(seeds)
    except ValueError as reason:
        what, _, mend = str(reason).partition(" — ")
        problems.append(file.problem(place, question.id, what, mend))
        return None
    return Entry(question, item, file.line(place)) if len(problems) == before else None


def _chip_problems(
    file: YamlFile, place: Place, data: Any, name: str, seeds: Seeds
) -> Iterator[Problem]:
    """Yield a problem for each chip, anywhere in a question's texts, that points at nothing."""
    if isinstance(data, str):
        for kind, id in chips(data):
            if fault := chip_fault(kind, id, seeds):
                yield file.problem(place, name, *fault)
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _chip_problems(file, (*place, key), value, name, seeds)
