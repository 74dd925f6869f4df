"""Picked options and sentences: partial credit, what is missing, what is neutral."""

from collections.abc import Iterator

from tests.vectors.by_hand.case import Case, Json, alone, marked, one_part

ONE: Json = {"kind": "choice", "many": False, "options": ["a", "b", "c"], "key": ["a"]}
MANY: Json = {
    "kind": "choice",
    "many": True,
    "options": ["a", "b", "c", "d", "e"],
    "key": ["a", "c", "e"],
}
SPANS: Json = {
    "kind": "spans",
    "options": ["s01", "s02", "s03", "s04", "s05"],
    "key": ["s02", "s04"],
    "also": ["s03"],
}
# Names that a script's objects know already, and names that they would put in order.
PICKED_NAMES: Json = {
    "kind": "choice",
    "many": True,
    "options": ["10", "constructor", "9"],
    "key": ["10", "9"],
}


def cases() -> Iterator[Case]:
    """Every case."""
    for group, part, rows in (
        ("one of three", ONE, ONE_CASES),
        ("three of five", MANY, MANY_CASES),
        ("all are right", {**MANY, "options": ["a", "c", "e"]}, ALL_RIGHT),
        ("sentences", SPANS, SPANS_CASES),
        ("options with strange names", PICKED_NAMES, PICKED_CASES),
    ):
        for what, answer, mark in rows:
            yield Case(f"{group}: {what}", one_part(part), {"answer": answer}, alone(mark))
    for group, part, possible in (
        ("one of three", ONE, 1),
        ("three of five", MANY, 3),
        ("sentences", SPANS, 2),
    ):
        blank = alone(marked(0, possible, "blank", [], {}))
        yield Case(f"{group}: no answer", one_part(part), {}, blank)
    writing = one_part({"kind": "extended"})
    for what, text, state in (
        ("written", "They met.", "unmarked"),
        ("one letter", "x", "unmarked"),
        ("nothing", "", "blank"),
        ("spaces", "\n\t \u3000\u200b", "blank"),
        ("marks", "...", "unmarked"),
    ):
        mark = alone(marked(0, 0, state, [], {}))
        yield Case(f"at length: {what}", writing, {"answer": text}, mark)
    yield Case("at length: no answer", writing, {}, alone(marked(0, 0, "blank", [], {})))


ONE_CASES = [
    ("right", ["a"], marked(1, 1, "right", ["option:a"], {"a": "right"})),
    ("wrong", ["b"], marked(0, 1, "wrong", ["option:b"], {"b": "wrong"})),
    ("nothing picked", [], marked(0, 1, "blank", [], {})),
]
_A, _C, _E = {"a": "right"}, {"c": "right"}, {"e": "right"}
MANY_CASES = [
    (
        "all three",
        ["a", "c", "e"],
        marked(3, 3, "right", ["option:a", "option:c", "option:e"], {**_A, **_C, **_E}),
    ),
    (
        "all three, in another order",
        ["e", "a", "c"],
        marked(3, 3, "right", ["option:a", "option:c", "option:e"], {**_A, **_C, **_E}),
    ),
    (
        "two",
        ["c", "a"],
        marked(
            2, 3, "partly", ["option:a", "option:c", "missing"], {**_A, **_C, "e": "missed"}
        ),
    ),
    (
        "all three and a wrong one",
        ["a", "b", "c", "e"],
        marked(
            2, 3, "partly", ["option:a", "option:b", "option:c", "option:e"],
            {**_A, "b": "wrong", **_C, **_E},
        ),
    ),
    (
        "everything",
        ["a", "b", "c", "d", "e"],
        marked(
            1, 3, "partly", ["option:a", "option:b", "option:c", "option:d", "option:e"],
            {**_A, "b": "wrong", **_C, "d": "wrong", **_E},
        ),
    ),
    (
        "two right and one wrong",
        ["a", "b", "c"],
        marked(
            1, 3, "partly", ["option:a", "option:b", "option:c", "missing"],
            {**_A, "b": "wrong", **_C, "e": "missed"},
        ),
    ),
    (
        "one right and one wrong earn nothing",
        ["a", "b"],
        marked(
            0, 3, "wrong", ["option:a", "option:b", "missing"],
            {**_A, "b": "wrong", "c": "missed", "e": "missed"},
        ),
    ),
    (
        "never below zero",
        ["d", "b"],
        marked(
            0, 3, "wrong", ["option:b", "option:d", "missing"],
            {"b": "wrong", "d": "wrong", "a": "missed", "c": "missed", "e": "missed"},
        ),
    ),
    ("nothing picked", [], marked(0, 3, "blank", [], {})),
]  # fmt: skip
ALL_RIGHT = [
    (
        "everything",
        ["c", "e", "a"],
        marked(3, 3, "right", ["option:a", "option:c", "option:e"], {**_A, **_C, **_E}),
    ),
    (
        "one",
        ["e"],
        marked(1, 3, "partly", ["option:e", "missing"], {"a": "missed", "c": "missed", **_E}),
    ),
]
SPANS_CASES = [
    (
        "both",
        ["s04", "s02"],
        marked(2, 2, "right", ["option:s02", "option:s04"], {"s02": "right", "s04": "right"}),
    ),
    (
        "both and the neutral one",
        ["s02", "s03", "s04"],
        marked(
            2, 2, "right", ["option:s02", "option:s03", "option:s04"],
            {"s02": "right", "s03": "neutral", "s04": "right"},
        ),
    ),
    (
        "one",
        ["s02"],
        marked(1, 2, "partly", ["option:s02", "missing"], {"s02": "right", "s04": "missed"}),
    ),
    (
        "one and the neutral one",
        ["s03", "s04"],
        marked(
            1, 2, "partly", ["option:s03", "option:s04", "missing"],
            {"s02": "missed", "s03": "neutral", "s04": "right"},
        ),
    ),
    (
        "only the neutral one",
        ["s03"],
        marked(
            0, 2, "wrong", ["option:s03", "missing"],
            {"s02": "missed", "s03": "neutral", "s04": "missed"},
        ),
    ),
    (
        "one and a wrong one",
        ["s01", "s02"],
        marked(
            0, 2, "wrong", ["option:s01", "option:s02", "missing"],
            {"s01": "wrong", "s02": "right", "s04": "missed"},
        ),
    ),
    (
        "both and a wrong one",
        ["s02", "s04", "s05"],
        marked(
            1, 2, "partly", ["option:s02", "option:s04", "option:s05"],
            {"s02": "right", "s04": "right", "s05": "wrong"},
        ),
    ),
    (
        "everything",
        ["s01", "s02", "s03", "s04", "s05"],
        marked(
            0, 2, "wrong",
            ["option:s01", "option:s02", "option:s03", "option:s04", "option:s05"],
            {"s01": "wrong", "s02": "right", "s03": "neutral", "s04": "right", "s05": "wrong"},
        ),
    ),
    ("nothing picked", [], marked(0, 2, "blank", [], {})),
]  # fmt: skip
PICKED_CASES = [
    (
        "in the task's order",
        ["9", "10"],
        marked(2, 2, "right", ["option:10", "option:9"], {"10": "right", "9": "right"}),
    ),
    (
        "a wrong one",
        ["constructor", "10"],
        marked(
            0, 2, "wrong", ["option:10", "option:constructor", "missing"],
            {"10": "right", "constructor": "wrong", "9": "missed"},
        ),
    ),
]  # fmt: skip
