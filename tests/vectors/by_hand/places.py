"""Places on a map, opinions, and grids: what is picked by a letter, kept, or chosen by row."""

from collections.abc import Iterator
from typing import Any

from tests.vectors.by_hand.case import Case, Json, alone, marked, one_part, whole

REGION: Json = {
    "kind": "region",
    "options": ["p-jeju", "p-sado", "p-noto"],
    "key": ["p-sado"],
}
# Places whose names a script's objects know already.
NAMED: Json = {"kind": "region", "options": ["constructor", "7"], "key": ["constructor"]}
SURVEY: Json = {"kind": "survey", "many": False, "options": ["a", "b", "c"]}
SURVEYS: Json = {**SURVEY, "many": True}
GRID: Json = {
    "kind": "match",
    "left": ["japan", "china", "russia"],
    "right": ["welcomed", "criticised", "silent"],
    "key": {"japan": "welcomed", "china": "criticised", "russia": "criticised"},
}
TRACED: Json = {  # who says so, what kind of statement, what supports it
    "rule": "sum",
    "parts": [
        {"id": id, "kind": "choice", "many": False, "options": ["a", "b"], "key": ["a"]}
        for id in ("speaker", "kind", "support")
    ],
}
TICKET: Json = {
    "rule": "sum",
    "parts": [{"id": "learned", "kind": "extended"}, {"id": "open", "kind": "extended"}],
}
MIXED: Json = {  # an opinion in front of something that is marked
    "rule": "chain",
    "parts": [{"id": "view", **SURVEY}, {"id": "place", **REGION}],
}


def cases() -> Iterator[Case]:
    """Every case."""
    for group, part, rows in (
        ("region", REGION, REGIONS),
        ("region with strange names", NAMED, NAMES),
        ("opinion", SURVEY, OPINIONS),
        ("opinions", SURVEYS, SEVERAL),
        ("grid", GRID, ROWS),
    ):
        for what, answer, mark in rows:
            yield Case(f"{group}: {what}", one_part(part), {"answer": answer}, alone(mark))
    for group, part, possible in (("region", REGION, 1), ("opinion", SURVEY, 0), ("grid", GRID, 3)):
        blank = alone(marked(0, possible, "blank", [], {}))
        yield Case(f"{group}: no answer", one_part(part), {}, blank)
    for what, response, mark in TRACES:
        yield Case(f"traced: {what}", TRACED, response, mark)
    for what, response, mark in TICKETS:
        yield Case(f"ticket: {what}", TICKET, response, mark)
    for what, response, mark in CHAINS:
        yield Case(f"opinion before a place: {what}", MIXED, response, mark)


REGIONS = [
    ("right", ["p-sado"], marked(1, 1, "right", ["option:p-sado"], {"p-sado": "right"})),
    ("wrong", ["p-jeju"], marked(0, 1, "wrong", ["option:p-jeju"], {"p-jeju": "wrong"})),
    ("nothing picked", [], marked(0, 1, "blank", [], {})),
]
NAMES = [
    (
        "right",
        ["constructor"],
        marked(1, 1, "right", ["option:constructor"], {"constructor": "right"}),
    ),
    ("wrong", ["7"], marked(0, 1, "wrong", ["option:7"], {"7": "wrong"})),
]
OPINIONS = [
    ("one", ["b"], marked(0, 0, "unmarked", [], {})),
    ("none", [], marked(0, 0, "blank", [], {})),
]
SEVERAL = [
    ("one of several", ["c"], marked(0, 0, "unmarked", [], {})),
    ("two", ["c", "a"], marked(0, 0, "unmarked", [], {})),
    ("all", ["a", "b", "c"], marked(0, 0, "unmarked", [], {})),
    ("none", [], marked(0, 0, "blank", [], {})),
]
ROWS = [
    (
        "every row",
        {"russia": "criticised", "japan": "welcomed", "china": "criticised"},
        marked(
            3, 3, "right", ["option:japan", "option:china", "option:russia"],
            {"japan": "right", "china": "right", "russia": "right"},
        ),
    ),
    (
        "one column for all rows",
        dict.fromkeys(["japan", "china", "russia"], "criticised"),
        marked(
            2, 3, "partly", ["option:japan", "option:china", "option:russia"],
            {"japan": "wrong", "china": "right", "russia": "right"},
        ),
    ),
    (
        "a column that is right for no row",
        {"japan": "silent", "russia": "silent"},
        marked(
            0, 3, "wrong", ["option:japan", "option:russia"],
            {"japan": "wrong", "china": "missed", "russia": "wrong"},
        ),
    ),
    (
        "a row left out",
        {"russia": "criticised", "china": "welcomed"},
        marked(
            1, 3, "partly", ["option:china", "option:russia"],
            {"japan": "missed", "china": "wrong", "russia": "right"},
        ),
    ),
    ("no row", {}, marked(0, 3, "blank", [], {})),
]  # fmt: skip


def _pick(id: str, option: str) -> Json:
    """The mark of a part of TRACED in which an option was picked; `a` is right."""
    right = option == "a"
    state = "right" if right else "wrong"
    return marked(int(right), 1, state, [f"option:{option}"], {option: state}, id=id)


def _blank(id: str, possible: int = 1) -> Json:
    return marked(0, possible, "blank", [], {}, id=id)


def _kept(id: str) -> Json:
    return marked(0, 0, "unmarked", [], {}, id=id)


TRACES: list[tuple[str, Any, Json]] = [
    (
        "all three",
        {"speaker": ["a"], "kind": ["a"], "support": ["a"]},
        whole(3, 3, "right", _pick("speaker", "a"), _pick("kind", "a"), _pick("support", "a")),
    ),
    (
        "each counts for itself",
        {"speaker": ["b"], "kind": ["b"], "support": ["a"]},
        whole(1, 3, "partly", _pick("speaker", "b"), _pick("kind", "b"), _pick("support", "a")),
    ),
    (
        "the last alone",
        {"support": ["a"]},
        whole(1, 3, "partly", _blank("speaker"), _blank("kind"), _pick("support", "a")),
    ),
    (
        "one wrong, the others blank",
        {"speaker": ["b"], "kind": []},
        whole(0, 3, "wrong", _pick("speaker", "b"), _blank("kind"), _blank("support")),
    ),
]
TICKETS: list[tuple[str, Any, Json]] = [
    (
        "both",
        {"learned": "What a pledge is.", "open": "왜?"},
        whole(0, 0, "unmarked", _kept("learned"), _kept("open")),
    ),
    (
        "one, and spaces",
        {"learned": "\u3000\n", "open": "Why?"},
        whole(0, 0, "unmarked", _blank("learned", 0), _kept("open")),
    ),
    (
        "spaces only",
        {"learned": " ", "open": "\u200b"},
        whole(0, 0, "blank", _blank("learned", 0), _blank("open", 0)),
    ),
]
_SADO = marked(0, 1, "right", ["option:p-sado", "chained"], {"p-sado": "right"}, id="place")
CHAINS: list[tuple[str, Any, Json]] = [
    # An opinion is never right, so nothing behind it in a chain can count.
    (
        "a view and a place",
        {"view": ["a"], "place": ["p-sado"]},
        whole(0, 1, "wrong", _kept("view"), _SADO),
    ),
    (
        "a view only",
        {"view": ["a"]},
        whole(0, 1, "wrong", _kept("view"), _blank("place")),
    ),
]
