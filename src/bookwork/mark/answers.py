"""The answers file: what a student answered, as the page saves it or as written by hand.

    book: camp-david-2023
    answers:
      ctx-first-summit: b
      ctx-countries: [a, c]
      ctx-when: 18 August 2023

The page writes every answer as a map of parts; by hand the bare value is enough.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bookwork.mark.score import ResponseError, score
from bookwork.model.bank import Bank
from bookwork.model.errors import AnswersError, Problem, relative
from bookwork.model.item import Item
from bookwork.model.yamlfile import YamlFile, load_yaml, read_text

FIELDS = ("book", "bank", "student", "answers", "versions")


@dataclass(frozen=True)
class Marked:
    """A marked answer: its item, the mark, and whether the question has changed since."""

    item: Item
    mark: Mapping[str, Any]
    changed: bool


def load_answers(path: Path) -> YamlFile:
    """Return an answers file's data; JSON if it is named so, YAML otherwise."""
    if path.suffix.lower() != ".json":
        return load_yaml(path, AnswersError)
    text = read_text(path, AnswersError)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as reason:
        what = f"not valid JSON: {reason.msg}"
        problem = Problem(relative(path), reason.lineno, "", what, "save it again from the page")
        raise AnswersError(problem) from None
    except RecursionError:
        problem = Problem(relative(path), 0, "", "it is nested too deeply", "save it again")
        raise AnswersError(problem) from None
    return YamlFile(path, data, _lines(text, data))


def _lines(text: str, data: Any) -> dict[tuple[str | int, ...], int]:
    """Return the line of each answer of a JSON file, found by its quoted id."""
    lines: dict[tuple[str | int, ...], int] = {(): 1}
    answers = data.get("answers") if isinstance(data, dict) else None
    for id in answers if isinstance(answers, dict) else ():
        at = text.find(json.dumps(id, ensure_ascii=False))
        if at >= 0:
            lines["answers", id] = text.count("\n", 0, at) + 1
    return lines


def mark_answers(file: YamlFile, banks: Mapping[str, Bank], book: str) -> list[Marked]:
    """Return a mark for every answer, in the order of the banks; AnswersError with every problem.

    `book` is the id of the book that the banks belong to.
    """
    items = {item.id: item for bank in banks.values() for item in bank.items}
    problems = _head_problems(file, banks, book)
    if problems:
        raise AnswersError(problems)
    answers: dict[str, Any] = file.data["answers"]
    versions = file.data.get("versions") or {}
    marked: dict[str, Marked] = {}
    for id, value in answers.items():
        item = items.get(id)
        if item is None:
            near = difflib.get_close_matches(str(id), items, 1)
            mend = f"did you mean '{near[0]}'?" if near else "is it from another book?"
            problems.append(
                file.problem(("answers", id), str(id), "there is no such question", mend)
            )
            continue
        try:
            mark = score(item.task(), response(item, value))
        except ResponseError as reason:
            problems.append(file.problem(("answers", id), id, str(reason), _expected(item)))
            continue
        version = versions.get(id)
        marked[id] = Marked(item, mark, version is not None and version != item.digest())
    if problems:
        raise AnswersError(problems)
    return [marked[id] for id in items if id in marked]


def _head_problems(file: YamlFile, banks: Mapping[str, Bank], book: str) -> list[Problem]:
    data = file.data
    if not isinstance(data, dict) or not isinstance(data.get("answers"), dict):
        what = "this is not an answers file"
        return [file.problem((), "", what, "it needs 'book:' and 'answers:', see README")]
    found = []
    for field in data:
        if field not in FIELDS:
            near = difflib.get_close_matches(str(field), FIELDS, 1)
            mend = f"did you mean '{near[0]}'?" if near else "remove it"
            found.append(file.problem((field,), "", f"unknown field '{field}'", mend))
    if data.get("book", book) != book:
        what = f"the answers are for the book '{data['book']}', this is '{book}'"
        found.append(file.problem(("book",), "", what, "mark them with that book"))
    if "bank" in data and data["bank"] not in banks:
        what = f"the answers are for the bank '{data['bank']}', which is not in this book"
        found.append(file.problem(("bank",), "", what, f"banks here: {', '.join(banks)}"))
    elif "bank" in data:
        for id in data["answers"]:
            if id not in banks[data["bank"]].entries:
                what = f"the question is not in the bank '{data['bank']}'"
                found.append(file.problem(("answers", id), str(id), what, "check the file's bank"))
    if not isinstance(data.get("versions", {}), dict):
        found.append(file.problem(("versions",), "", "'versions' is not a map", "remove it"))
    return found


def response(item: Item, value: Any) -> dict[str, Any]:
    """Return an answer as a map of parts, from the page's full form or a hand-written value."""
    parts = {part["id"]: part for part in item.task()["parts"]}
    if value is None:
        return {}
    if isinstance(value, dict) and (len(parts) > 1 or set(value) <= set(parts)):
        for name in value:
            if name not in parts:
                raise ResponseError(f"there is no part '{name}'")
        return {name: _value(parts[name], given) for name, given in value.items()}
    if len(parts) > 1:
        raise ResponseError(f"the answer has the parts {', '.join(parts)}")
    only = next(iter(parts))
    return {only: _value(parts[only], value)}


def _value(part: Mapping[str, Any], value: Any) -> Any:
    """Return a part's value as marking takes it: numbers and true/false as text, lists as lists."""
    match part["kind"]:
        case "choice" | "spans" | "order":
            if isinstance(value, list):
                return [_text(each) for each in value]
            return [] if value is None else [_text(value)]
        case "match":
            if isinstance(value, dict):
                return {_text(left): _text(right) for left, right in value.items()}
            return value
        case _:
            return "" if value is None else _text(value)


def _text(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def _expected(item: Item) -> str:
    """Return what an answer to an item looks like."""
    shapes = {
        "choice": "an option's id",
        "spans": "a list of sentence ids",
        "order": "a list of all the steps' ids, in order",
        "match": "a map from left to right",
        "text": "a word or phrase in quotes",
        "numeric": "a number or date in quotes",
        "extended": "text",
    }
    parts = item.task()["parts"]
    if len(parts) == 1:
        part = parts[0]
        shape = "a list of options' ids" if part.get("many") else shapes[part["kind"]]
        return f"write {shape}" + (
            f" ({', '.join(part['options'])})" if part.get("options") else ""
        )
    return "write " + ", ".join(f"{part['id']}: {shapes[part['kind']]}" for part in parts)
