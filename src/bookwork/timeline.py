"""A small toolkit for timelines: read events, ask questions about them, draw them.

It needs nothing but Python itself, so it also runs inside a web page. A first try::

    events = load_events("events.csv")
    summits = select(events, kind="summit", country="JP KR US")
    draw(summits, title="Three leaders meet")

Of some events only the month or the year is known. This toolkit never guesses the day: it
answers "44 to 74 days", or None when the dates cannot tell.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import pairwise
from pathlib import Path
from typing import Any

from bookwork.dates import MONTHS, Days, day_range
from bookwork.drawing import QUIET, STRONG, Column, Drawing, bar_chart

__all__ = ["Days", "Drawing", "Event", "bar_chart", "count_by", "days_between", "draw", "find",
           "group_by", "happened_before", "in_order", "load_events", "select"]  # fmt: skip

Words = str | Iterable[str]  # "JP KR", "JP, KR" and ["JP", "KR"] mean the same
TRACKS = {  # the shape and the colour of each; 3:1 or more against white and against near-black
    "context": ("M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z", "#3b82d4"),
    "agreements": ("M-5-5h10v10h-10z", "#26915f"),
    "challenges": ("M0-7 7 0 0 7-7 0z", "#cf5f2a"),
}
OTHER = ("M0-6.5 6.5 5h-13z", "#808080")
YEAR, MARK, LEFT = 365, 9, 28


@dataclass(frozen=True, repr=False)
class Event:
    """One thing that happened, with a date that is known to the day, the month or the year."""

    id: str
    date: str
    title: str
    track: str = ""
    countries: tuple[str, ...] = ()
    kind: str = ""
    tier: str = ""
    description: str = ""
    confidence: str = ""
    first_day: dt.date = field(init=False, repr=False)  # the earliest day the date can mean
    last_day: dt.date = field(init=False, repr=False)  # the latest

    def __post_init__(self) -> None:
        for name, day in zip(("first_day", "last_day"), day_range(self.date), strict=True):
            object.__setattr__(self, name, day)  # the class is frozen, so plain "=" is refused

    @property
    def precision(self) -> str:
        """How exactly the date is known: "year", "month" or "day"."""
        return ("year", "month", "day")[self.date.count("-")]

    @property
    def when(self) -> str:
        """The date in words: "18 August 2023", "October 2023" or "2023"."""
        day = self.first_day
        return " ".join(
            [str(day.day), MONTHS[day.month - 1], str(day.year)][2 - self.date.count("-") :]
        )

    @property
    def confirmed(self) -> bool:
        """False if the event or its date was not seen in a first-hand source: then say so."""
        return self.confidence != "unconfirmed"

    def __str__(self) -> str:
        return f"{self.when}{'' if self.confirmed else ' (unconfirmed)'}: {self.title}"

    def __repr__(self) -> str:
        return f"<{self.id}, {self}>"


def load_events(path: str) -> list[Event]:
    """The events of a .csv file, or of a .json file that holds a list, as they stand there."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = json.load(file) if path.endswith(".json") else list(csv.DictReader(file))
    events: dict[str, Event] = {}
    for number, row in enumerate(rows, start=1):
        where = f"{path}, event {number} ({row.get('id') or 'no id'})"
        if missing := [name for name in ("id", "date", "title") if not row.get(name)]:
            raise ValueError(f"{where}: nothing is written for {' and '.join(missing)}.")
        columns = [column.name for column in fields(Event) if column.init]
        values: dict[str, Any] = {name: str(row.get(name) or "") for name in columns}
        values["countries"] = tuple(_split(row.get("countries") or ""))
        try:
            event = Event(**values)
        except ValueError as problem:
            raise ValueError(f"{where}: {problem}") from None
        if (row.get("precision") or event.precision) != event.precision:
            raise ValueError(
                f"{where}: the date {event.date} names a {event.precision}, "
                f"but its precision is given as {row['precision']!r}."
            )
        if event.id in events:
            raise ValueError(f"{where}: this id is used twice.")
        events[event.id] = event
    return list(events.values())


def _split(words: Words) -> list[str]:
    return words.replace(",", " ").split() if isinstance(words, str) else list(words)


def find(events: Iterable[Event], event_id: str) -> Event:
    """The event with this id, such as "e050"."""
    given: tuple[object, object] = (events, event_id)
    if isinstance(given[0], str) or not isinstance(given[1], str):
        raise TypeError('find needs the events and then an id in quotes: find(events, "e050").')
    for event in events:
        if event.id == event_id:
            return event
    raise ValueError(f"No event here has the id {event_id!r}. Was it filtered out?")


def _check_events(function: str, *given: object) -> None:
    for each in given:
        if not hasattr(each, "first_day"):
            hint = ""
            if isinstance(each, str):
                is_id = re.fullmatch("[a-z][0-9-]+", each)
                hint = f" Write find(events, {each!r})." if is_id else " Leave out the quotes."
            raise TypeError(f"{function} needs two events, and {each!r} is none.{hint}")


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events from early to late. Events of one day stay as they stood."""
    return sorted(events, key=lambda event: (event.first_day, event.last_day))


def happened_before(a: Event, b: Event) -> bool | None:
    """Did `a` happen before `b`? True, False, or None when the dates cannot tell.

    Two events on one day give None, too: a date does not tell the hour.
    """
    _check_events("happened_before", a, b)
    if a.last_day < b.first_day:
        return True
    return False if a == b or b.last_day < a.first_day else None


def days_between(a: Event, b: Event) -> Days:
    """The days from `a` to `b`: below zero if `b` came first."""
    _check_events("days_between", a, b)
    return Days((b.first_day - a.last_day).days, (b.last_day - a.first_day).days)


def select(
    events: Iterable[Event],
    *,
    track: Words = "",
    country: Words = "",
    kind: Words = "",
    tier: str = "",
    start: str = "",
    end: str = "",
    words: str = "",
) -> list[Event]:
    """The events that pass every filter you give.

    track, kind   one or more names: the event has any of them, as in kind="summit ministerial"
    country       one or more codes: the event names all of them, as in country="JP KR US"
    start, end    two dates, both included: the event can lie between them
    words         all these words stand in the title or the description
    """
    events = list(events)
    tracks, kinds, codes = set(_split(track)), set(_split(kind)), set(_split(country))
    if unknown := sorted(tracks - {event.track for event in events} - set(TRACKS)):
        raise ValueError(f"There is no track {unknown[0]!r}. Choose from: {', '.join(TRACKS)}.")
    if unknown := sorted(code for code in codes if not re.fullmatch("[A-Z]{2}", code)):
        raise ValueError(f"{unknown[0]!r} is not a country code. Write two capitals, as in 'JP'.")
    first = day_range(start)[0] if start else dt.date.min
    last = day_range(end)[1] if end else dt.date.max
    if first > last:
        raise ValueError(f"The start, {start}, is later than the end, {end}.")
    return [
        event
        for event in events
        if (not tracks or event.track in tracks)
        and (not kinds or event.kind in kinds)
        and codes <= set(event.countries)
        and tier in ("", event.tier)
        and event.last_day >= first
        and event.first_day <= last
        and all(
            word in f"{event.title} {event.description}".casefold()
            for word in words.casefold().split()
        )
    ]


def group_by(events: Iterable[Event], what: str) -> dict[str, list[Event]]:
    """The events in groups: by "track", "kind", "tier", "country", "year" or "decade".

    An event that names several countries is in several groups. A year or decade without any
    event has a group as well, an empty one: the gap belongs to the picture.
    """
    if what not in ("track", "kind", "tier", "country", "year", "decade"):
        raise ValueError(f"Events cannot be grouped by {what!r}. Try 'kind' or 'country'.")
    ordered = in_order(events)
    groups: dict[str, list[Event]] = {}
    if ordered and what in ("year", "decade"):
        years = range(ordered[0].first_day.year, ordered[-1].first_day.year + 1)
        groups = {_period(year, what): [] for year in years}
    for event in ordered:
        if what == "country":
            names = event.countries
        elif what in ("year", "decade"):
            names = (_period(event.first_day.year, what),)
        else:
            names = (getattr(event, what) or "none",)
        for name in names:
            groups.setdefault(name, []).append(event)
    return groups


def _period(year: int, what: str) -> str:
    return str(year) if what == "year" else f"{year // 10}0s"


def count_by(events: Iterable[Event], what: str) -> dict[str, int]:
    """How many events each group has: years and decades in order, all else largest first."""
    counts = {name: len(group) for name, group in group_by(events, what).items()}
    if what in ("year", "decade"):
        return counts
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def _how_to_read(ordered: list[Event], longest_gap: int) -> str:
    hollow = any(event.precision != "day" for event in ordered)
    return (
        "Time runs down, not to scale."
        + (" Hollow mark: the day is not known." if hollow else "")
        + (" Dotted line: a year or more." if longest_gap >= YEAR else "")
    )


def draw(events: Iterable[Event], *, title: str = "Timeline") -> Drawing:
    """A timeline that runs down the page: a mark, the date and the title of each event."""
    ordered = in_order(events)
    if not ordered:
        raise ValueError("There is no event to draw. Make the filters of select(...) wider.")
    gaps = [0, *(days_between(a, b).least for a, b in pairwise(ordered))]
    several = len({event.track for event in ordered}) > 1
    column = Column(title)
    column.bottom += 2
    column.write(_how_to_read(ordered, max(gaps)), QUIET)
    column.bottom += 8
    mark_above, heading_above = 0, ""
    for event, gap in zip(ordered, gaps, strict=True):
        if gap < YEAR:  # the space grows with the days
            column.bottom += 9 + 30 * max(0, gap) // YEAR
        else:  # too long to show: cut short, and named
            years = round(gap / 365.25)
            column.bottom += 11
            column.write(f"about {years} year{'s' if years > 1 else ''}", QUIET, x=LEFT)
            column.bottom += 13
        heading = f"{event.when} · {event.track}" if several else event.when
        if heading == heading_above:  # events of one day share its date
            mark = column.write(event.title, x=LEFT)
        else:
            mark = column.write(heading, STRONG, x=LEFT)
            column.write(event.title, x=LEFT)
        if not event.confirmed:
            column.write("unconfirmed", QUIET, x=LEFT)
        if mark_above:
            column.line(MARK, mark_above + 11, mark - 11, dotted=gap >= YEAR)
        shape, colour = TRACKS.get(event.track, OTHER)
        column.shape(shape, colour, MARK, mark, hollow=event.precision != "day")
        mark_above, heading_above = mark, heading
    return column.finish(f"{e} [{e.track}]" if several else str(e) for e in ordered)
