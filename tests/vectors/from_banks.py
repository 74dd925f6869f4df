"""Responses to a task, made from the task itself: right, partly right, wrong, blank."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Json = dict[str, Any]


def responses(task: Json) -> Iterator[tuple[str, Json]]:
    """Yield a name and a response: each part's right answer, then what goes astray in one part."""
    right = {part["id"]: right_value(part) for part in task["parts"]}
    yield "right", right
    yield "blank", {}
    for part in task["parts"]:
        prefix = "" if len(task["parts"]) == 1 else f"{part['id']}: "
        for name, value in values(part):
            yield f"{prefix}{name}", {**right, part["id"]: value}
        if len(task["parts"]) > 1:
            others = {id: value for id, value in right.items() if id != part["id"]}
            yield f"{prefix}blank", others
            yield f"{prefix}alone", {part["id"]: right[part["id"]]}


def right_value(part: Json) -> Any:
    """The right answer to a part."""
    match part["kind"]:
        case "choice" | "spans" | "region" | "match":
            return part["key"]
        case "survey":
            return part["options"][:1]
        case "order":
            earlier = {id: sum(b == id for _a, b in part["before"]) for id in part["options"]}
            return sorted(part["options"], key=lambda id: earlier[id])
        case "text":
            return part["accept"][0]
        case "numeric":
            return part["value"]
        case _:
            return "A sentence that a person must read."


def values(part: Json) -> Iterator[tuple[str, Any]]:
    """Yield other answers to a part, each with a name."""
    match part["kind"]:
        case "choice" | "spans" | "region":
            yield from _picks(part)
        case "survey":
            yield from ((f"only {option}", [option]) for option in part["options"][1:])
            yield "no option", []
        case "order":
            yield from _orders(part)
        case "match":
            yield from _pairs(part)
        case "text":
            yield from _phrases(part)
        case "numeric":
            yield from _numbers(part)
        case _:
            yield "spaces", "   "


def _picks(part: Json) -> Iterator[tuple[str, Any]]:
    many = part["kind"] == "spans" or part.get("many", False)
    for option in part["options"]:
        if many or option not in part["key"]:
            yield f"only {option}", [option]
        if many and option not in part["key"]:
            yield f"right and {option}", [*part["key"], option]
    if many:
        yield "everything", part["options"]


def _orders(part: Json) -> Iterator[tuple[str, Any]]:
    right = right_value(part)
    yield "backwards", right[::-1]
    yield "last first", [right[-1], *right[:-1]]
    for number, (a, b) in enumerate(pairwise(right)):
        yield f"{a} and {b} swapped", [*right[:number], b, a, *right[number + 2 :]]


def _pairs(part: Json) -> Iterator[tuple[str, Any]]:
    for right in part["right"]:
        yield f"{right} for all", dict.fromkeys(part["left"], right)
    for left in part["left"]:
        yield f"only {left}", {left: part["key"][left]}


def _phrases(part: Json) -> Iterator[tuple[str, Any]]:
    first = part["accept"][0]
    for answer in part["accept"][1:]:
        yield f"also “{answer}”", answer
    yield "in another dress", f" “The {first.upper()}”. "
    yield "a letter left out", first[:-1]
    yield "a letter changed", f"{first[:1]}#{first[2:]}"
    yield "two letters swapped", f"{first[:1]}{first[2:3]}{first[1:2]}{first[3:]}"
    for answers in part["wrong"]:
        for answer in answers:
            yield f"foreseen “{answer}”", answer
    yield "something else", "xyzzy"


def _numbers(part: Json) -> Iterator[tuple[str, Any]]:
    value = part["value"]
    for unit in part["units"]:
        yield f"with the unit “{unit}”", f"{value} {unit}"
    for wrong in part["wrong"]:
        for answer in wrong:
            yield f"foreseen “{answer}”", answer
    if part["scale"] == "number":
        yield "one more", str(int(float(value)) + 1)
        yield "one less", str(int(float(value)) - 1)
    else:
        yield "the year only", value[:4]
        yield "the month only", value[:7]
        yield "ten years later", f"{int(value[:4]) + 10}{value[4:]}"
        yield "slashes", value.replace("-", "/")
    yield "no number", "xyzzy"
