"""Partial dates: as exact as they are known, and in a partial order."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookwork.model.partialdate import PartialDate, out_of_order

SUMMIT = PartialDate.parse("2023-08-18")
AUGUST = PartialDate.parse("2023-08")
YEAR = PartialDate.parse("2023")

dates = st.dates(date(1, 1, 1), date(9999, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [
            PartialDate(day.year),
            PartialDate(day.year, day.month),
            PartialDate(day.year, day.month, day.day),
        ]
    )
)


def test_a_date_spans_all_that_it_can_mean() -> None:
    assert (YEAR.earliest, YEAR.latest) == (date(2023, 1, 1), date(2023, 12, 31))
    assert PartialDate.parse("2024-02").latest == date(2024, 2, 29)
    assert SUMMIT.earliest == SUMMIT.latest == date(2023, 8, 18)
    assert [d.precision for d in (YEAR, AUGUST, SUMMIT)] == ["year", "month", "day"]
    assert [d.words() for d in (YEAR, AUGUST, SUMMIT)] == ["2023", "August 2023", "18 August 2023"]


def test_a_month_is_neither_before_nor_after_a_day_inside_it() -> None:
    for one, other in permutations((YEAR, AUGUST, SUMMIT, SUMMIT), 2):
        assert not one.before(other)
    assert AUGUST.before(PartialDate.parse("2023-09-01"))
    assert PartialDate.parse("2023-07-31").before(AUGUST)


def test_dates_refuse_the_order_that_they_do_not_have() -> None:
    with pytest.raises(TypeError):
        sorted([SUMMIT, AUGUST])  # type: ignore[type-var]


@given(dates)
def test_a_date_is_written_as_it_is_read(written: PartialDate) -> None:
    assert PartialDate.parse(str(written)) == written


@given(dates, dates, dates)
def test_before_is_a_strict_partial_order(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    assert not a.before(a)
    assert not (a.before(b) and b.before(a))
    if a.before(b) and b.before(c):
        assert a.before(c)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2023-02-30", "there is no date"),
        ("2023-13", "there is no date"),
        ("0000", "there is no date"),
        ("18 August 2023", "is not a date"),
        ("2023-8-18", "is not a date"),
        ("２０２３", "is not a date"),
        (2023, "is not text"),
        (None, "is not text"),
    ],
)
def test_what_is_no_date_is_refused(text: object, what: str) -> None:
    with pytest.raises(ValueError, match=what) as caught:
        PartialDate.parse(text)
    assert " — " in str(caught.value)


def test_the_first_date_out_of_order_is_found_past_vaguer_ones() -> None:
    written = [PartialDate.parse(text) for text in ("2023-10-22", "2023", "2023-10", "2023-10-21")]
    assert out_of_order(written) == 3
    assert out_of_order(written[:3]) is None
    assert out_of_order([]) is None
