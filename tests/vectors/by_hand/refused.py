"""Responses that no reader can give: an option that is not there, a word for a list."""

from collections.abc import Iterator
from typing import Any

from tests.vectors.by_hand.case import Case, one_part
from tests.vectors.by_hand.number import number
from tests.vectors.by_hand.order import MATCH, ORDER
from tests.vectors.by_hand.parts import CLOZE, VERDICT
from tests.vectors.by_hand.picks import MANY, ONE, SPANS
from tests.vectors.by_hand.places import GRID, REGION, SURVEY, SURVEYS
from tests.vectors.by_hand.text import text

LONGEST = 20_000


def cases() -> Iterator[Case]:
    """Every case."""
    for group, part, rows in (
        ("one of three", ONE, [*PICKS, ("two picks", ["a", "b"])]),
        ("three of five", MANY, PICKS),
        ("sentences", SPANS, [*PICKS, ("a sentence twice", ["s01", "s01"])]),
        ("pairs", MATCH, PAIRS),
        ("order", ORDER, [*PICKS, ("a step left out", ["a", "b", "c"]), ("one step", ["d"])]),
        ("region", REGION, [*PICKS, ("two places", ["p-jeju", "p-sado"])]),
        ("opinion", SURVEY, [*PICKS, ("two opinions", ["a", "b"])]),
        ("opinions", SURVEYS, PICKS),
        ("grid", GRID, PAIRS),
        ("phrase", text("Camp David"), WRITTEN),
        ("number", number("59"), WRITTEN),
        ("at length", {"kind": "extended"}, WRITTEN),
    ):
        for what, answer in rows:
            yield Case(f"refused, {group}: {what}", one_part(part), {"answer": answer}, None)
    for what, response in WHOLE:
        yield Case(f"refused: {what}", one_part(ONE), response, None)
    for what, task, response in PARTS:
        yield Case(f"refused: {what}", task, response, None)
    writing = one_part({"kind": "extended"})
    yield Case("refused: too long", writing, {"answer": "x" * (LONGEST + 1)}, None)


PICKS: list[tuple[str, Any]] = [
    ("no such option", ["z"]),
    ("an option twice", ["a", "a"]),
    ("capitals are another option", ["A"]),
    ("space is another option", ["a "]),
    ("a word", "a"),
    ("a map", {"a": True}),
    ("a number in the list", [1]),
    ("a list in the list", [["a"]]),
    ("null in the list", [None]),
    ("a number", 0),
    ("false", False),
    ("a word without letters", ""),
    ("what scripts know already", ["constructor"]),
]
PAIRS: list[tuple[str, Any]] = [
    ("nothing so called on the left", {"z": "a"}),
    ("nothing so called on the right", {"a": "z"}),
    ("a left thing that is not on the right", {"a": "c"}),
    ("no partner, but named", {"a": None}),
    ("an empty partner", {"a": ""}),
    ("a list of partners", {"a": ["a"]}),
    ("a list", ["a"]),
    ("an empty list", []),
    ("a word", "a"),
    ("false", False),
    ("what scripts know already", {"constructor": "a"}),
]
WRITTEN: list[tuple[str, Any]] = [
    ("a number", 59),
    ("zero", 0),
    ("a list", ["59"]),
    ("an empty list", []),
    ("a map", {"text": "59"}),
    ("true", True),
    ("false", False),
]
WHOLE: list[tuple[str, Any]] = [
    ("null", None),
    ("a list", [["a"]]),
    ("an empty list", []),
    ("a word", "a"),
    ("a number", 1),
    ("no such part", {"reason": ["a"]}),
    ("no such part beside one that is there", {"answer": ["a"], "hint": True}),
    ("no such part, though it is blank", {"reason": []}),
    ("a part's name in capitals", {"Answer": ["a"]}),
    ("what scripts know already", {"constructor": ["a"]}),
    ("what scripts know too well", {"__proto__": ["a"]}),
]
PARTS = [
    ("the second part is wrong in shape", CLOZE, {"place": "Camp David", "host": "a"}),
    ("the first part is wrong in shape", CLOZE, {"place": ["a"], "host": ["a"]}),
    ("two verdicts", VERDICT, {"verdict": ["true", "false"], "reason": ["a"]}),
    ("a truth value for a verdict", VERDICT, {"verdict": False, "reason": ["a"]}),
    ("a wrong verdict does not hide it", VERDICT, {"verdict": ["true"], "reason": ["c"]}),
]
