"""Items of several parts: points that add up, and chains that break."""

from collections.abc import Iterator
from typing import Any

from tests.vectors.by_hand.case import Case, Json, marked, whole
from tests.vectors.by_hand.text import text

CLOZE: Json = {
    "rule": "sum",
    "parts": [
        {"id": "place", **text("Camp David", typos=1)},
        {"id": "host", "kind": "choice", "many": False, "options": ["a", "b"], "key": ["a"]},
    ],
}
VERDICT: Json = {
    "rule": "chain",
    "parts": [
        {
            "id": "verdict",
            "kind": "choice",
            "many": False,
            "options": ["true", "false"],
            "key": ["false"],
        },
        {"id": "reason", "kind": "choice", "many": False, "options": ["a", "b"], "key": ["a"]},
    ],
}
CLAIM: Json = {
    "rule": "chain",
    "parts": [
        {"id": "claim", "kind": "choice", "many": False, "options": ["a", "b"], "key": ["a"]},
        {
            "id": "support",
            "kind": "spans",
            "options": ["s01", "s02", "s03"],
            "key": ["s01", "s02"],
            "also": [],
        },
    ],
}
THREE: Json = {
    "rule": "chain",
    "parts": [
        {"id": "one", "kind": "choice", "many": True, "options": ["a", "b"], "key": ["a", "b"]},
        {"id": "two", **text("yes")},
        {"id": "three", "kind": "extended"},
        {"id": "four", **text("no")},
    ],
}


def cases() -> Iterator[Case]:
    """Every case."""
    for group, task, rows in (
        ("sum", CLOZE, SUM),
        ("verdict and reason", VERDICT, REASONS),
        ("claim and support", CLAIM, CLAIMS),
        ("chain of four", THREE, LONG),
    ):
        for what, response, mark in rows:
            yield Case(f"{group}: {what}", task, response, mark)


def pick(id: str, option: str, state: str, earned: int, *more: str) -> Json:
    """The mark of a part in which one option was picked."""
    return marked(earned, 1, state, [f"option:{option}", *more], {option: state}, id=id)


def said(id: str, code: str, state: str, earned: int, *more: str) -> Json:
    """The mark of a part in which something was written."""
    return marked(earned, 1, state, [code, *more], {}, id=id)


def blank(id: str, possible: int = 1) -> Json:
    """The mark of a part without an answer."""
    return marked(0, possible, "blank", [], {}, id=id)


Rows = list[tuple[str, dict[str, Any], Json]]
_PLACE = said("place", "accepted", "right", 1)
_HOST = pick("host", "a", "right", 1)
SUM: Rows = [
    ("both", {"place": "Camp David", "host": ["a"]}, whole(2, 2, "right", _PLACE, _HOST)),
    (
        "one wrong",
        {"host": ["b"], "place": "Camp David"},
        whole(1, 2, "partly", _PLACE, pick("host", "b", "wrong", 0)),
    ),
    ("one missing", {"host": ["a"]}, whole(1, 2, "partly", blank("place"), _HOST)),
    (
        "the first wrong does not hurt the second",
        {"place": "Geneva", "host": ["a"]},
        whole(1, 2, "partly", said("place", "otherwise", "wrong", 0), _HOST),
    ),
    (
        "wrong and blank is wrong",
        {"place": "Geneva", "host": []},
        whole(0, 2, "wrong", said("place", "otherwise", "wrong", 0), blank("host")),
    ),
    ("both blank", {"place": " ", "host": []}, whole(0, 2, "blank", blank("place"), blank("host"))),
    ("no answer", {}, whole(0, 2, "blank", blank("place"), blank("host"))),
]
_FALSE, _TRUE = pick("verdict", "false", "right", 1), pick("verdict", "true", "wrong", 0)
REASONS: Rows = [
    (
        "both right",
        {"verdict": ["false"], "reason": ["a"]},
        whole(2, 2, "right", _FALSE, pick("reason", "a", "right", 1)),
    ),
    (
        "wrong reason",
        {"verdict": ["false"], "reason": ["b"]},
        whole(1, 2, "partly", _FALSE, pick("reason", "b", "wrong", 0)),
    ),
    (
        "the right reason for the wrong verdict does not count",
        {"verdict": ["true"], "reason": ["a"]},
        whole(0, 2, "wrong", _TRUE, pick("reason", "a", "right", 0, "chained")),
    ),
    (
        "both wrong",
        {"verdict": ["true"], "reason": ["b"]},
        whole(0, 2, "wrong", _TRUE, pick("reason", "b", "wrong", 0)),
    ),
    (
        "the right reason without a verdict does not count",
        {"reason": ["a"]},
        whole(0, 2, "wrong", blank("verdict"), pick("reason", "a", "right", 0, "chained")),
    ),
    (
        "no reason",
        {"verdict": ["false"], "reason": []},
        whole(1, 2, "partly", _FALSE, blank("reason")),
    ),
    (
        "wrong verdict, no reason",
        {"verdict": ["true"]},
        whole(0, 2, "wrong", _TRUE, blank("reason")),
    ),
    ("no answer", {}, whole(0, 2, "blank", blank("verdict"), blank("reason"))),
]


def support(state: str, earned: int, marks: dict[str, str], *more: str) -> Json:
    """The mark of the sentences picked."""
    picked = [f"option:{id}" for id in sorted(marks) if marks[id] != "missed"]
    missing = ["missing"] if "missed" in marks.values() else []
    return marked(earned, 2, state, [*picked, *missing, *more], marks, id="support")


_BOTH = {"s01": "right", "s02": "right"}
_HALF = {"s01": "right", "s02": "missed"}
_MIXED = {"s01": "right", "s02": "missed", "s03": "wrong"}
_RIGHT, _WRONG = pick("claim", "a", "right", 1), pick("claim", "b", "wrong", 0)
CLAIMS: Rows = [
    (
        "all",
        {"claim": ["a"], "support": ["s01", "s02"]},
        whole(3, 3, "right", _RIGHT, support("right", 2, _BOTH)),
    ),
    (
        "half the support",
        {"claim": ["a"], "support": ["s01"]},
        whole(2, 3, "partly", _RIGHT, support("partly", 1, _HALF)),
    ),
    (
        "support for the wrong claim",
        {"claim": ["b"], "support": ["s01", "s02"]},
        whole(0, 3, "wrong", _WRONG, support("right", 0, _BOTH, "chained")),
    ),
    (
        "half the support for the wrong claim",
        {"claim": ["b"], "support": ["s01"]},
        whole(0, 3, "wrong", _WRONG, support("partly", 0, _HALF, "chained")),
    ),
    (
        "what earns nothing is not said to be lost",
        {"claim": ["b"], "support": ["s01", "s03"]},
        whole(0, 3, "wrong", _WRONG, support("wrong", 0, _MIXED)),
    ),
    (
        "no support",
        {"claim": ["a"]},
        whole(1, 3, "partly", _RIGHT, blank("support", 2)),
    ),
]
_ONE = marked(
    2, 2, "right", ["option:a", "option:b"], {"a": "right", "b": "right"}, id="one"
)  # fmt: skip
_PARTLY = marked(
    1, 2, "partly", ["option:a", "missing"], {"a": "right", "b": "missed"}, id="one"
)  # fmt: skip
_YES, _LOST = said("two", "accepted", "right", 1), said("two", "accepted", "right", 0, "chained")
_NO_LOST = said("four", "accepted", "right", 0, "chained")
_WRITTEN = marked(0, 0, "unmarked", [], {}, id="three")
LONG: Rows = [
    (
        "a part that is only partly right breaks it, and keeps its points",
        {"one": ["a"], "two": "yes"},
        whole(1, 4, "partly", _PARTLY, _LOST, blank("three", 0), blank("four")),
    ),
    (
        "what no machine scores breaks it, too",
        {"one": ["a", "b"], "two": "yes", "three": "Because.", "four": "no"},
        whole(3, 4, "partly", _ONE, _YES, _WRITTEN, _NO_LOST),
    ),
    (
        "a break far in front",
        {"one": ["a"], "two": "yes", "three": "Because.", "four": "no"},
        whole(1, 4, "partly", _PARTLY, _LOST, _WRITTEN, _NO_LOST),
    ),
]
