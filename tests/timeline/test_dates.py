"""Dates are as exact as they are known, and no more."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookwork.timeline import Days, Event, days_between, happened_before, in_order


def event(when: str, name: str = "x") -> Event:
    return Event(name, when, f"What happened in {when}")


@pytest.mark.parametrize(
    ("when", "first", "last", "words"),
    [
        ("2023-08-18", date(2023, 8, 18), date(2023, 8, 18), "18 August 2023"),
        ("2023-08-01", date(2023, 8, 1), date(2023, 8, 1), "1 August 2023"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "February 2023"),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31), "December 2023"),
        ("1965", date(1965, 1, 1), date(1965, 12, 31), "1965"),
    ],
)
def test_a_date_covers_what_it_can_mean(when: str, first: date, last: date, words: str) -> None:
    found = event(when)
    assert (found.first_day, found.last_day, found.when) == (first, last, words)


@pytest.mark.parametrize(
    "when",
    ["", "23", "2023-8-18", "2023-13", "2023-00", "2023-02-29", "0000", "2023-08-18T09", "٢٠٢٣"],
)
def test_what_is_no_date_is_refused(when: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        event(when)


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2023-08-18", "2023-08-19", True),
        ("2023-08-19", "2023-08-18", False),
        ("2023-08-18", "2023-08-18", None),  # one day: which hour?
        ("2023-10", "2023-10-22", None),
        ("2023-10-31", "2023-10", None),
        ("2023-09-30", "2023-10", True),
        ("2023-11-01", "2023-10", False),
        ("2023", "2023-10", None),
        ("2023", "2024", True),
        ("2024-01", "2023", False),
    ],
)
def test_which_came_first(a: str, b: str, answer: bool | None) -> None:
    assert happened_before(event(a, "a"), event(b, "b")) is answer


def test_no_event_came_before_itself() -> None:
    assert happened_before(event("2023-10"), event("2023-10")) is False


@pytest.mark.parametrize(
    ("a", "b", "days", "words"),
    [
        ("2023-08-18", "2023-12-19", Days(123, 123), "123 days"),
        ("2023-08-18", "2023-08-19", Days(1, 1), "1 day"),
        ("2023-08-18", "2023-08-18", Days(0, 0), "0 days"),
        ("2023-08-19", "2023-08-18", Days(-1, -1), "-1 day"),
        ("2023-08-18", "2023-10", Days(44, 74), "44 to 74 days"),
        ("2023-10", "2023-10", Days(-30, 30), "-30 to 30 days"),
        ("1965-06-22", "1994-11", Days(10724, 10753), "10,724 to 10,753 days"),
    ],
)
def test_days_are_as_exact_as_the_dates(a: str, b: str, days: Days, words: str) -> None:
    found = days_between(event(a), event(b))
    assert found == days
    assert str(found) == words


WHEN = st.dates().flatmap(lambda day: st.sampled_from([f"{day}", f"{day:%Y-%m}", f"{day:%Y}"]))
DATED = WHEN.filter(lambda when: when[:4].isdigit() and len(when.split("-")[0]) == 4).map(event)


@given(DATED, DATED)
def test_order_and_distance_agree(a: Event, b: Event) -> None:
    days = days_between(a, b)
    back = days_between(b, a)
    assert days.least <= days.most
    assert (back.least, back.most) == (-days.most, -days.least)
    assert (happened_before(a, b) is True) == (days.least > 0)
    assert not (happened_before(a, b) and happened_before(b, a))


@given(st.lists(DATED))
def test_in_order_nothing_stands_before_what_it_came_after(events: list[Event]) -> None:
    ordered = in_order(events)
    for number, earlier in enumerate(ordered):
        assert not any(happened_before(later, earlier) for later in ordered[number + 1 :])


def test_events_of_one_day_stay_as_they_stood() -> None:
    assert [e.id for e in in_order([event("2023-08-18", name) for name in "cab"])] == [
        "c",
        "a",
        "b",
    ]


@pytest.mark.parametrize("function", [days_between, happened_before])
@pytest.mark.parametrize("wrong", ["e050", None, 3])
def test_what_is_no_event_is_said_to_be_none(
    function: Callable[[Any, Any], object], wrong: object
) -> None:
    event = Event(id="e1", date="2023", title="One")
    for pair in ((event, wrong), (wrong, event)):
        with pytest.raises(TypeError) as caught:
            function(*pair)
        assert f"{function.__name__} needs two events, and {wrong!r} is none." in str(caught.value)
        assert ("Write find(events, 'e050')." in str(caught.value)) == isinstance(wrong, str)
    if isinstance(wrong, str):
        with pytest.raises(TypeError, match=r"'missile' is none\. Leave out the quotes"):
            function(event, "missile")


def test_an_event_in_a_list_is_short() -> None:
    event = Event(id="e1", date="2023-10", title="One", confidence="unconfirmed")
    assert repr([event]) == "[<e1, October 2023 (unconfirmed): One>]"
