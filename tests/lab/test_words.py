"""Values and errors in a student's words: one line, not too long, whatever they are."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookwork.labwords import (
    KINDS,
    MOST_SHOWN,
    TOOLS,
    filled,
    found_words,
    in_words,
    sentence,
    shown,
)
from bookwork.spans import Span
from bookwork.timeline import Days, Drawing, Event
from tests.lab.trying import says, tried

EVENT = Event("e050", "2023-08-18", "A meeting")
SPAN = Span("Kishida Fumio", "2021-10", "2024-10-01")


# ---- values --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (2.5, "2.5"),
        (None, "None"),
        (True, "True"),
        ("e050", "e050"),
        (" two\n\n lines\t", "two lines"),
        ("", ""),
        (["e050"], "['e050']"),
        ([1, "a", EVENT], "[1, 'a', event e050]"),
        ([1, 2, 3, 4], "[a list of 4]"),
        ([], "[]"),
        ([[1], [2, 3]], "[[1], [2, 3]]"),
        ([[[[1]]]], "[[[a list of 1]]]"),
        ({"a": 1}, "{'a': 1}"),
        ((10, 517), "(10, 517)"),
        (Days(44, 74), "44 to 74 days"),
        (EVENT, "event e050"),
        ([Days(1, 1), Days(2, 2)], "[1 day, 2 days]"),
    ],
)
def test_a_value_is_quoted_as_a_student_knows_it(value: object, text: str) -> None:
    assert shown(value) == text


def test_text_that_stands_in_code_has_its_quotes() -> None:
    assert shown("e050", quoted=True) == "'e050'"
    assert shown(["e050"], quoted=True) == "['e050']"
    assert shown(3, quoted=True) == "3"


@pytest.mark.parametrize(
    "value", ["x" * 1000, {"x" * 1000}, ("x" * 1000,), ["x" * 1000], b"x" * 99]
)
def test_a_long_value_is_cut_off(value: object) -> None:
    text = shown(value)
    assert len(text) == MOST_SHOWN
    assert text.endswith("x…")
    assert shown("x" * MOST_SHOWN) == "x" * MOST_SHOWN


def test_where_a_thing_lies_in_memory_is_not_told() -> None:
    assert shown(object()) == "<object object>"
    assert shown((object(), 1)) == "(<object object>, 1)"
    assert shown([iter([])]) == "[<list_iterator object>]"
    assert shown("I met her at 0x10") == "I met her at 0x10"
    assert shown(["at 0x10"]) == "['at 0x10']"


def test_a_list_that_holds_itself_is_quoted_at_once() -> None:
    ring: list[Any] = []
    ring += [ring, ring, ring]
    assert shown(ring).startswith("[[[a list of 3], [a list of 3]")


class Mute:
    """It cannot say what it is."""

    def __repr__(self) -> str:
        raise RuntimeError


class Nothing:
    """Its words are none."""

    def __repr__(self) -> Any:
        return None


class Shy(Mute):
    """It looks like an event, and is none."""

    title = "T"

    @property
    def id(self) -> str:
        raise RuntimeError


class Deep:
    """Its words never end."""

    def __repr__(self) -> str:
        return repr(self)


class Hollow(list[int]):
    """A list that will not be counted."""

    def __len__(self) -> int:
        raise RuntimeError


class Split(str):
    """Text that will not be cut."""

    def split(self, *_: Any) -> Any:
        raise RuntimeError


@pytest.mark.parametrize("kind", [Mute, Nothing, Shy, Deep, Hollow, Split])
def test_a_value_that_cannot_say_what_it_is_is_told_by_its_kind(kind: type) -> None:
    assert shown(kind()) == f"what Python calls {kind.__name__}"


def test_one_such_value_in_a_list_leaves_the_others() -> None:
    assert shown([1, Mute(), 2]) == "[1, what Python calls Mute, 2]"


def test_a_number_of_too_many_digits_for_python_is_told_by_its_kind() -> None:
    assert shown(10**5000) == "a whole number"
    assert shown([10**5000]) == "[a whole number]"
    assert shown((10**5000,)) == KINDS[tuple]


@pytest.mark.parametrize(
    "value", [range(10**12), itertools.count(), bytearray(10**6), "\n" * 10**6]
)
def test_a_huge_or_endless_value_is_quoted_in_one_line(value: object) -> None:
    text = shown(value)
    assert len(text) <= MOST_SHOWN
    assert "\n" not in text


@given(st.text(), st.booleans())
def test_any_text_is_quoted_in_one_line(text: str, quoted: bool) -> None:
    told = shown(text, quoted=quoted)
    assert len(told) <= MOST_SHOWN
    assert told.splitlines() in ([told], [])


# ---- kinds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_kind_of_pythons_has_words(kind: type) -> None:
    assert in_words(kind) == KINDS[kind]


@pytest.mark.parametrize("kind", [Days, Event, Span, Drawing], ids=str)
def test_a_kind_of_the_toolkits_has_words(kind: type) -> None:
    assert in_words(kind) == TOOLS[kind.__name__]


def test_the_kinds_of_the_toolkit_are_all_there() -> None:
    assert set(TOOLS) == {"Days", "Event", "Span", "Drawing"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2.0, "a number with a decimal point"),
        (2, "a whole number"),
        (True, "True or False"),
        (..., "still the three dots"),
        (None, "None"),
        (SPAN, "a span"),
        (Mute(), "what Python calls Mute"),
    ],
)
def test_what_a_student_has_is_told_from_what_was_wanted(value: object, words: str) -> None:
    assert found_words(value) == words


# ---- errors --------------------------------------------------------------------------------------


class Worthless(Exception):  # noqa: N818 - a student names it so
    """It fails when it should say what it is."""

    def __str__(self) -> str:
        raise RuntimeError


class Wordless(Worthless):
    """Its words are none."""

    def __str__(self) -> Any:
        return 5


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("No such\n day"), "ValueError: No such day."),
        (ValueError("Why?"), "ValueError: Why?"),
        (ValueError(), "ValueError."),
        (ValueError("  "), "ValueError."),
        (KeyError("a"), "KeyError: 'a'."),
        (SystemExit(0), "SystemExit: 0."),
        (Worthless(), "Worthless."),
        (Wordless(), "Wordless."),
    ],
)
def test_an_error_is_one_sentence(error: BaseException, text: str) -> None:
    assert sentence(error) == text


# ---- gaps ----------------------------------------------------------------------------------------


def test_gaps_are_filled_by_name_and_others_stay() -> None:
    assert filled("{a}, {b} and {a}", {"a": "1", "b": "2"}) == "1, 2 and 1"
    assert filled("{a} and {c}, {} and {d e}", {"a": "1"}) == "1 and {c}, {} and {d e}"


@given(st.text(), st.text())
def test_what_fills_a_gap_is_never_read_for_gaps(one: str, two: str) -> None:
    one, two = f"{one}{{two}}", f"{{one}}{two}"
    assert filled("<{one}|{two}>", {"one": one, "two": two}) == f"<{one}|{two}>"


@pytest.mark.parametrize("text", ["{got}", "{name}", "{0}", "{got.__class__}", r"\1 \g<0>", "%s"])
def test_a_students_text_that_looks_like_a_gap_stays_as_it_is(text: str) -> None:
    assert tried(f"a = {text!r}\n", says("a")).message == f"You have {text}."
