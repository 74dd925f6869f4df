"""The one marking rule: an item's task and a response in, points and feedback codes out.

`page/mark.js` gives the same result for the same input; shared vectors keep the two alike.
Partial credit by primitive (each type restates its own in `credit`):

- choice of one and region: 1 point;
- choice of many and spans: right picks minus wrong picks, never below 0;
- match: 1 point a pair;
- order: 1 point for each two steps that must come in order, one back for each two that don't;
- text and numeric: 1 point;
- survey and extended: not scored.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bookwork.mark.phrase import find
from bookwork.model.quantity import date_number, read_date, read_number, squeeze, within

LONGEST = 20_000
Json = Mapping[str, Any]
PartMark = dict[str, Any]


class ResponseError(ValueError):
    """A response that no reader can give: an unknown option, a word where a list belongs."""


def score(task: Json, response: Json) -> dict[str, Any]:
    """Return the mark of a response: points earned and possible, state, and the same by part.

    `task` is `Item.task()`; `response` maps part ids to lists of ids (choice, spans, order, region,
    survey), maps (match) or text. Raises ResponseError for a response of the wrong shape.
    """
    if not isinstance(response, Mapping):
        raise ResponseError("the response is not a map of parts")
    known = {part["id"] for part in task["parts"]}
    for name in response:
        if name not in known:
            raise ResponseError(f"there is no part '{name}'")
    parts = [_part(part, response.get(part["id"])) for part in task["parts"]]
    if task["rule"] == "chain":
        _chain(parts)
    earned = sum(part["earned"] for part in parts)
    possible = sum(part["possible"] for part in parts)
    return {
        "earned": earned,
        "possible": possible,
        "state": _state(parts, earned, possible),
        "parts": parts,
    }


def _state(parts: list[PartMark], earned: int, possible: int) -> str:
    if all(part["state"] == "blank" for part in parts):
        return "blank"
    if possible == 0:
        return "unmarked"
    return _of(earned, possible)


def _of(earned: int, possible: int) -> str:
    return "right" if earned == possible else "partly" if earned else "wrong"


def _chain(parts: list[PartMark]) -> None:
    """Take the points of every part that follows one which is not right."""
    broken = False
    for part in parts:
        if broken and part["earned"]:
            part["earned"] = 0
            part["feedback"].append("chained")
        broken = broken or part["state"] != "right"


def _mark(
    part: Json, earned: int, possible: int, state: str, feedback: list[str], marks: dict[str, str]
) -> PartMark:
    return {
        "id": part["id"],
        "earned": earned,
        "possible": possible,
        "state": state,
        "feedback": feedback,
        "marks": marks,
    }


def _part(part: Json, value: Any) -> PartMark:
    match part["kind"]:
        case "choice" if not part["many"]:
            return _one(part, _picks(part, value))
        case "choice" | "spans":
            return _many(part, _picks(part, value))
        case "region":
            return _one(part, _picks(part, value))
        case "survey":
            return _survey(part, _picks(part, value))
        case "match":
            return _match(part, value)
        case "order":
            return _order(part, _picks(part, value))
        case "text":
            return _text(part, _words(part, value))
        case "numeric":
            return _numeric(part, _words(part, value))
        case "extended":
            state = "unmarked" if squeeze(_words(part, value)) else "blank"
            return _mark(part, 0, 0, state, [], {})
        case kind:
            raise ValueError(f"unknown kind of task '{kind}'")


def _picks(part: Json, value: Any) -> list[str]:
    """Return a list of known, distinct option ids; raise ResponseError for anything else."""
    if value is None:
        return []
    if not isinstance(value, list | tuple) or not all(isinstance(pick, str) for pick in value):
        raise ResponseError(f"'{part['id']}' takes a list of options")
    for pick in value:
        if pick not in part["options"]:
            raise ResponseError(f"'{part['id']}' has no option '{pick}'")
    if len(set(value)) < len(value):
        raise ResponseError(f"'{part['id']}' names an option twice")
    return list(value)


def _words(part: Json, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ResponseError(f"'{part['id']}' takes text")
    if len(value) > LONGEST:
        raise ResponseError(f"'{part['id']}' is longer than {LONGEST:,} characters")
    return value


def _one(part: Json, picks: list[str]) -> PartMark:
    if not picks:
        return _mark(part, 0, 1, "blank", [], {})
    if len(picks) > 1:
        raise ResponseError(f"'{part['id']}' takes one option")
    right = picks[0] in part["key"]
    state = "right" if right else "wrong"
    return _mark(part, int(right), 1, state, [f"option:{picks[0]}"], {picks[0]: state})


def _survey(part: Json, picks: list[str]) -> PartMark:
    if len(picks) > 1 and not part["many"]:
        raise ResponseError(f"'{part['id']}' takes one option")
    return _mark(part, 0, 0, "unmarked" if picks else "blank", [], {})


def _many(part: Json, picks: list[str]) -> PartMark:
    key, also = part["key"], part.get("also", [])
    possible = len(key)
    if not picks:
        return _mark(part, 0, possible, "blank", [], {})
    marks: dict[str, str] = {}
    for option in part["options"]:
        if option in picks:
            marks[option] = "right" if option in key else "neutral" if option in also else "wrong"
        elif option in key:
            marks[option] = "missed"
    given = list(marks.values())
    earned = max(0, given.count("right") - given.count("wrong"))
    feedback = [f"option:{option}" for option in part["options"] if option in picks]
    if "missed" in given:
        feedback.append("missing")
    return _mark(part, earned, possible, _of(earned, possible), feedback, marks)


def _match(part: Json, value: Any) -> PartMark:
    pairs = {} if value is None else value
    if not isinstance(pairs, Mapping):
        raise ResponseError(f"'{part['id']}' takes a map from left to right")
    for left, right in pairs.items():
        if left not in part["left"]:
            raise ResponseError(f"'{part['id']}' has nothing called '{left}' on the left")
        if not isinstance(right, str) or right not in part["right"]:
            raise ResponseError(f"'{part['id']}' has nothing called '{right}' on the right")
    possible = len(part["left"])
    if not pairs:
        return _mark(part, 0, possible, "blank", [], {})
    marks: dict[str, str] = {}
    for left in part["left"]:
        if left not in pairs:
            marks[left] = "missed"
        else:
            marks[left] = "right" if pairs[left] == part["key"][left] else "wrong"
    earned = list(marks.values()).count("right")
    feedback = [f"option:{left}" for left in part["left"] if left in pairs]
    return _mark(part, earned, possible, _of(earned, possible), feedback, marks)


def _order(part: Json, picks: list[str]) -> PartMark:
    possible = len(part["before"])
    if not picks:
        return _mark(part, 0, possible, "blank", [], {})
    if len(picks) < len(part["options"]):
        raise ResponseError(f"'{part['id']}' takes all steps, in order")
    place = {pick: number for number, pick in enumerate(picks)}
    marks = dict.fromkeys(picks, "right")
    turned = 0
    for first, second in part["before"]:
        if place[first] > place[second]:
            turned += 1
            marks[first] = marks[second] = "wrong"
    earned = max(0, possible - 2 * turned)
    feedback = [f"option:{pick}" for pick in picks if marks[pick] == "wrong"]
    return _mark(part, earned, possible, _of(earned, possible), feedback, marks)


def _text(part: Json, words: str) -> PartMark:
    if not squeeze(words):
        return _mark(part, 0, 1, "blank", [], {})
    code = find(
        words,
        part["accept"],
        part["wrong"],
        case=part["case"],
        accents=part["accents"],
        typos=part["typos"],
    )
    return _coded(part, code)


def _coded(part: Json, code: str) -> PartMark:
    right = code in ("accepted", "typo")
    return _mark(part, int(right), 1, "right" if right else "wrong", [code], {})


def _numeric(part: Json, words: str) -> PartMark:
    if not squeeze(words):
        return _mark(part, 0, 1, "blank", [], {})
    if part["scale"] == "number":
        return _coded(part, _number(part, words))
    return _coded(part, _date(part, words))


def _number(part: Json, words: str) -> str:
    units = tuple(part["units"])
    given, key = read_number(words, units), read_number(part["value"])
    tolerance = read_number(part["tolerance"])
    if given is None or key is None or tolerance is None:
        return "unreadable"
    if within(given, key, tolerance):
        return "accepted"
    for number, values in enumerate(part["wrong"]):
        for value in values:
            foreseen = read_number(value)
            if foreseen is not None and within(given, foreseen, (0, 0)):
                return f"wrong:{number}"
    return "otherwise"


def _date(part: Json, words: str) -> str:
    date, key = read_date(words), read_date(part["value"])
    if date is None or key is None:
        return "unreadable"
    given, right = date_number(date, part["scale"]), date_number(key, part["scale"])
    if given is None or right is None:
        return "coarse"
    if abs(given - right) <= int(part["tolerance"]):
        return "accepted"
    for number, values in enumerate(part["wrong"]):
        for value in values:
            foreseen = read_date(value)
            if foreseen is not None and date_number(foreseen, part["scale"]) == given:
                return f"wrong:{number}"
    return "otherwise"
