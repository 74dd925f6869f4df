"""Paired and ordered options: partial credit, shared partners, ties."""

from collections.abc import Iterator

from tests.vectors.by_hand.case import Case, Json, alone, marked, one_part

MATCH: Json = {
    "kind": "match",
    "left": ["a", "b", "c"],
    "right": ["a", "b", "x"],
    "key": {"a": "a", "b": "b", "c": "a"},
}
ORDER: Json = {
    "kind": "order",
    "options": ["a", "b", "c", "d"],
    "before": [["a", "b"], ["a", "c"], ["a", "d"], ["b", "c"], ["b", "d"], ["c", "d"]],
}
TIES: Json = {  # b and c may stand either way round
    "kind": "order",
    "options": ["a", "b", "c", "d"],
    "before": [["a", "b"], ["a", "c"], ["a", "d"], ["b", "d"], ["c", "d"]],
}
FREE: Json = {  # x may stand anywhere
    "kind": "order",
    "options": ["a", "b", "x"],
    "before": [["a", "b"]],
}
# Names that a script's objects know already, and names that they would put in order.
NAMES: Json = {
    "kind": "match",
    "left": ["constructor", "10", "9"],
    "right": ["valueof", "10", "9"],
    "key": {"constructor": "valueof", "10": "10", "9": "9"},
}


def cases() -> Iterator[Case]:
    """Every case."""
    for group, part, rows in (
        ("pairs", MATCH, MATCH_CASES),
        ("pairs with strange names", NAMES, NAMES_CASES),
        ("order", ORDER, ORDER_CASES),
        ("order with a tie", TIES, TIES_CASES),
        ("order with a free step", FREE, FREE_CASES),
    ):
        for what, answer, mark in rows:
            yield Case(f"{group}: {what}", one_part(part), {"answer": answer}, alone(mark))
    for group, part, possible in (("pairs", MATCH, 3), ("order", ORDER, 6)):
        blank = alone(marked(0, possible, "blank", [], {}))
        yield Case(f"{group}: no answer", one_part(part), {}, blank)


MATCH_CASES = [
    (
        "all",
        {"a": "a", "b": "b", "c": "a"},
        marked(
            3, 3, "right", ["option:a", "option:b", "option:c"],
            {"a": "right", "b": "right", "c": "right"},
        ),
    ),
    (
        "one, the others without a partner",
        {"c": "a"},
        marked(
            1, 3, "partly", ["option:c"], {"a": "missed", "b": "missed", "c": "right"}
        ),
    ),
    (
        "two, given from the last",
        {"c": "a", "a": "a"},
        marked(
            2, 3, "partly", ["option:a", "option:c"],
            {"a": "right", "b": "missed", "c": "right"},
        ),
    ),
    (
        "one partner for all",
        {"a": "a", "b": "a", "c": "a"},
        marked(
            2, 3, "partly", ["option:a", "option:b", "option:c"],
            {"a": "right", "b": "wrong", "c": "right"},
        ),
    ),
    (
        "all wrong: nothing is taken back",
        {"a": "x", "b": "a", "c": "x"},
        marked(
            0, 3, "wrong", ["option:a", "option:b", "option:c"],
            {"a": "wrong", "b": "wrong", "c": "wrong"},
        ),
    ),
    ("no partner", {}, marked(0, 3, "blank", [], {})),
]  # fmt: skip
_RIGHT = {"a": "right", "b": "right", "c": "right", "d": "right"}
_WRONG = {"a": "wrong", "b": "wrong", "c": "wrong", "d": "wrong"}
ORDER_CASES = [
    ("right", ["a", "b", "c", "d"], marked(6, 6, "right", [], _RIGHT)),
    (
        "two neighbours swapped",
        ["a", "c", "b", "d"],
        marked(4, 6, "partly", ["option:c", "option:b"], {**_RIGHT, "b": "wrong", "c": "wrong"}),
    ),
    (
        "two swaps",
        ["b", "a", "d", "c"],
        marked(2, 6, "partly", ["option:b", "option:a", "option:d", "option:c"], _WRONG),
    ),
    (
        "the last first: as many pairs right as wrong",
        ["d", "a", "b", "c"],
        marked(0, 6, "wrong", ["option:d", "option:a", "option:b", "option:c"], _WRONG),
    ),
    (
        "halves swapped: never below zero",
        ["c", "d", "a", "b"],
        marked(0, 6, "wrong", ["option:c", "option:d", "option:a", "option:b"], _WRONG),
    ),
    (
        "backwards",
        ["d", "c", "b", "a"],
        marked(0, 6, "wrong", ["option:d", "option:c", "option:b", "option:a"], _WRONG),
    ),
    ("nothing", [], marked(0, 6, "blank", [], {})),
]
TIES_CASES = [
    ("one way", ["a", "b", "c", "d"], marked(5, 5, "right", [], _RIGHT)),
    ("the other way", ["a", "c", "b", "d"], marked(5, 5, "right", [], _RIGHT)),
    (
        "one pair turned",
        ["b", "a", "c", "d"],
        marked(3, 5, "partly", ["option:b", "option:a"], {**_RIGHT, "a": "wrong", "b": "wrong"}),
    ),
    (
        "ends swapped",
        ["d", "b", "c", "a"],
        marked(0, 5, "wrong", ["option:d", "option:b", "option:c", "option:a"], _WRONG),
    ),
    (
        "a behind b and c",
        ["b", "c", "a", "d"],
        marked(
            1, 5, "partly", ["option:b", "option:c", "option:a"],
            {"a": "wrong", "b": "wrong", "c": "wrong", "d": "right"},
        ),
    ),
]  # fmt: skip
FREE_CASES = [
    ("in front", ["x", "a", "b"], marked(1, 1, "right", [], dict.fromkeys("xab", "right"))),
    ("between", ["a", "x", "b"], marked(1, 1, "right", [], dict.fromkeys("axb", "right"))),
    (
        "the others turned",
        ["b", "x", "a"],
        marked(0, 1, "wrong", ["option:b", "option:a"], {"b": "wrong", "x": "right", "a": "wrong"}),
    ),
]
NAMES_CASES = [
    (
        "all",
        {"constructor": "valueof", "10": "10", "9": "9"},
        marked(
            3, 3, "right", ["option:constructor", "option:10", "option:9"],
            {"constructor": "right", "10": "right", "9": "right"},
        ),
    ),
    (
        "one left out",
        {"9": "9", "10": "9"},
        marked(
            1, 3, "partly", ["option:10", "option:9"],
            {"constructor": "missed", "10": "wrong", "9": "right"},
        ),
    ),
]  # fmt: skip
