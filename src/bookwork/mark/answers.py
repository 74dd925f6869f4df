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
from bookwork.model.yamlfile import MAX_DEPTH, YamlFile, load_yaml, read_text

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
    # What a student pasted may hold any character: it is marked, and never shown.
    text = read_text(path, AnswersError, controls=True)

    def bad(line: int, what: str, mend: str = "save it again from the page") -> AnswersError:
        return AnswersError(Problem(relative(path), line, "", what, mend))

    try:
        data = json.loads(text, object_pairs_hook=_once, parse_int=_whole)
    except json.JSONDecodeError as reason:
        raise bad(reason.lineno, f"not valid JSON: {reason.msg}") from None
    except _TwiceError as reason:
        raise bad(0, f"the key '{reason}' stands twice", "keep one of them") from None
    except RecursionError:
        raise bad(0, f"nested deeper than {MAX_DEPTH} levels") from None
    if _depth(data) > MAX_DEPTH:
        raise bad(0, f"nested deeper than {MAX_DEPTH} levels")
    return YamlFile(path, data, _lines(text, data))


class _TwiceError(Exception):
    """A key stands twice in a JSON object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; a key that stands twice would hide an answer."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _whole(written: str) -> int | str:
    """Return a whole number; one that no reader can mean stays text."""
    return int(written) if len(written) < 19 else written


def _depth(data: Any) -> int:
    """Return how many lists and objects stand inside each other at most."""
    depth, level = 0, [data]
    while level := [each for each in level if isinstance(each, dict | list)]:
        depth += 1
        level = [
            inner for each in level for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return depth


def _lines(text: str, data: Any) -> dict[tuple[str | int, ...], int]:
    """Return the line of each answer of a JSON file: its quoted id, below the one before."""
    lines: dict[tuple[str | int, ...], int] = {(): 1}
    answers = data.get("answers") if isinstance(data, dict) else None
    at, line = text.find('"answers"'), text.count("\n", 0, max(0, text.find('"answers"'))) + 1
    for id in answers if isinstance(answers, dict) else ():
        found = text.find(json.dumps(id, ensure_ascii=False), at)
        if found >= 0:
            line += text.count("\n", at, found)
            at = found
            lines["answers", id] = line
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
    if "bank" in data and data["bank"] not in list(banks):
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
        case "choice" | "spans" | "order" | "region" | "survey":
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
        "region": "an area's id",
        "survey": "an option's id",
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
