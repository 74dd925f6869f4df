"""Numbers and dates: read as Python itself reads them, and counted exactly."""

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookwork.model.partialdate import PartialDate
from bookwork.model.quantity import (
    MONTHS,
    date_number,
    date_scale,
    read_date,
    read_number,
    within,
)

WRITTEN = st.from_regex(r"\A[+-]?[0-9]{1,12}(\.[0-9]{1,12})?\Z")
DAYS = st.dates()


def exact(text: str) -> Fraction:
    """The number that a decimal means."""
    return Fraction(text)


@given(WRITTEN)
def test_a_decimal_is_read_exactly(text: str) -> None:
    found = read_number(text)
    assert found is not None
    digits, places = found
    assert Fraction(digits, 10**places) == exact(text)


@given(number=st.integers(-(10**12), 10**12), sign=st.sampled_from([",", "'", "’", " ", "\u202f"]))
def test_thousands_are_read(number: int, sign: str) -> None:
    grouped = f"{number:,}".replace(",", sign)
    assert read_number(grouped) == (number, 0)


@given(text=WRITTEN, unit=st.sampled_from(["%", "km", "per cent", "°C"]), space=st.booleans())
def test_a_unit_may_follow(text: str, unit: str, space: bool) -> None:
    written = f"{text}{' ' if space else ''}{unit.upper()}"
    assert read_number(written, ("m", unit)) == read_number(text)
    assert read_number(written) is None


@given(value=WRITTEN, key=WRITTEN, tolerance=WRITTEN)
def test_within_is_exact(value: str, key: str, tolerance: str) -> None:
    numbers = [read_number(text) for text in (value, key, tolerance)]
    assert None not in numbers
    near = abs(exact(value) - exact(key)) <= exact(tolerance)
    assert within(*numbers) == near  # type: ignore[arg-type]  # none is None


@given(key=WRITTEN, tolerance=st.integers(0, 10**6), places=st.integers(0, 6))
def test_the_edge_is_in_and_a_hair_beyond_is_out(key: str, tolerance: int, places: int) -> None:
    with localcontext(prec=60):
        width = Decimal(tolerance).scaleb(-places)
        edge, hair = Decimal(key) + width, Decimal(1).scaleb(-15)
        inside, outside = read_number(f"{edge:f}"), read_number(f"{edge + hair:f}")
    right, far = read_number(key), read_number(f"{width:f}")
    assert inside
    assert outside
    assert right
    assert far
    assert within(inside, right, far)
    assert not within(outside, right, far)


@given(DAYS)
def test_every_form_of_a_day_is_the_same_day_and_one_is_an_authors(day: dt.date) -> None:
    month, year = MONTHS[day.month - 1], f"{day.year:04}"
    wanted = (day.year, day.month, day.day)
    for text in (
        day.isoformat(),
        f"{year}-{day.month}-{day.day}",
        f"{day.day} {month} {year}",
        f"{day.day}th of {month.title()}, {year}",
        f"{month[:3].upper()}. {day.day}, {year}",
        f"{year}年{day.month}月{day.day}日",
        f"{year}년 {day.month}월 {day.day}일",
        PartialDate.parse(day.isoformat()).words(),
    ):
        assert read_date(text) == wanted, text
        assert date_scale(text) == ("day" if text == day.isoformat() else None)


@given(year=st.integers(1, 9999), month=st.integers(0, 14), day=st.integers(0, 33))
def test_there_are_just_the_days_of_the_calendar(year: int, month: int, day: int) -> None:
    try:
        dt.date(year, month, day)
    except ValueError:
        there_is = False
    else:
        there_is = True
    assert (read_date(f"{year:04}-{month}-{day:02}") is not None) == there_is


@given(a=DAYS, b=DAYS)
def test_days_months_and_years_are_counted(a: dt.date, b: dt.date) -> None:
    def count(day: dt.date, scale: str) -> int:
        found = date_number((day.year, day.month, day.day), scale)  # type: ignore[arg-type]
        assert found is not None
        return found

    assert count(a, "day") - count(b, "day") == (a - b).days
    months = (a.year - b.year) * 12 + a.month - b.month
    assert count(a, "month") - count(b, "month") == months
    assert count(a, "year") - count(b, "year") == a.year - b.year


@pytest.mark.parametrize(
    ("date", "scale"),
    [((2023, None, None), "month"), ((2023, None, None), "day"), ((2023, 8, None), "day")],
)
def test_a_vague_date_has_no_number(date: tuple[int, int | None, int | None], scale: str) -> None:
    assert date_number(date, scale) is None  # type: ignore[arg-type]  # one of the scales
