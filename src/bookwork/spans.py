"""A small toolkit for stretches of time: who was in office when, and who was it together.

It goes with bookwork.timeline and needs nothing but Python itself, too. A first try::

    leaders = load_spans("leaders.csv")
    kishida, biden = find_span(leaders, "Kishida"), find_span(leaders, "Biden")
    print(overlap(kishida, biden))
    draw_spans(leaders, title="Who was in office")

Of some spans only the month of a start or an end is known, and no date tells the hour of a change.
So `covers` may answer None, and `overlap` "30 to 60 days": this toolkit never guesses.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path

from bookwork.dates import Days, day_range
from bookwork.drawing import BAR, QUIET, STRONG, WIDTH, Column, Drawing, break_lines
from bookwork.timeline import Event, in_order

__all__ = ["Span", "covers", "draw_spans", "find_span", "load_spans", "overlap"]

LEFT, BESIDE, LINE, TAIL = 38, 11, 18, 44  # units of the drawing
LEAST_HEIGHT, MOST_HEIGHT = 66 / 365, 180 / 365  # of a day in the drawing


@dataclass(frozen=True)
class Span:
    """A stretch of time, such as a term of office. Without an end, it still goes on."""

    name: str
    start: str
    end: str = ""
    country: str = ""
    office: str = ""
    starts: tuple[dt.date, dt.date] = field(init=False, repr=False)  # first and last day it can be
    ends: tuple[dt.date, dt.date] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = day_range(self.start)
        ends = day_range(self.end) if self.end else (dt.date.max, dt.date.max)
        if ends[1] < starts[0]:
            raise ValueError(
                f"{self.name}: the end, {self.end}, is before the start, {self.start}."
            )
        object.__setattr__(self, "starts", starts)  # the class is frozen, so plain "=" is refused
        object.__setattr__(self, "ends", ends)

    @property
    def still_on(self) -> bool:
        """Has it no end? Then it goes on as long as anybody knows."""
        return not self.end

    @property
    def when(self) -> str:
        """Start and end in words: "October 2021 to 1 October 2024", "since 4 June 2025"."""
        start = Event("", self.start, "").when
        return f"since {start}" if self.still_on else f"{start} to {Event('', self.end, '').when}"

    def __str__(self) -> str:
        what = ", ".join(part for part in (self.country, self.office) if part)
        return f"{self.name} ({what}): {self.when}" if what else f"{self.name}: {self.when}"


def load_spans(path: str) -> list[Span]:
    """The spans of a .csv file, as they stand there."""
    columns = [column.name for column in fields(Span) if column.init]
    spans = []
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=1):
            where = f"{path}, row {number} ({row.get('name') or 'no name'})"
            if missing := [name for name in ("name", "start") if not row.get(name)]:
                raise ValueError(f"{where}: nothing is written for {' and '.join(missing)}.")
            try:
                spans.append(Span(**{name: row.get(name) or "" for name in columns}))
            except ValueError as problem:
                raise ValueError(f"{where}: {problem}") from None
    return spans


def find_span(spans: Iterable[Span], name: str) -> Span:
    """The span with this name, or with this word in its name, such as "Kishida"."""
    spans = list(spans)
    found = [span for span in spans if span.name == name] or [
        span for span in spans if name.casefold() in span.name.casefold().split()
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"{len(found)} spans here have the name {name!r}. Choose by start or end.")
    raise ValueError(f"No span here has the name {name!r}. Was it filtered out?")


def covers(span: Span, event: Event) -> bool | None:
    """Was the event within the span? True, False, or None when the dates cannot tell.

    An event on the very day of the start or the end gives None: a date does not tell the hour.
    """
    given: tuple[object, object] = (span, event)
    if not isinstance(given[0], Span) or not isinstance(given[1], Event):
        raise TypeError("covers needs a span and then an event, as in covers(leader, summit).")
    if span.starts[1] < event.first_day and event.last_day < span.ends[0]:
        return True
    return False if event.last_day < span.starts[0] or span.ends[1] < event.first_day else None


def overlap(*spans: Span) -> Days:
    """How many days all the spans have in common: from the last start to the first end.

    None in common is 0 days. If a start or an end is not known to the day, it is a range.
    """
    if not spans:
        raise ValueError("Name the spans, as in overlap(a, b).")
    given: tuple[object, ...] = spans
    for each in given:
        if isinstance(each, list | tuple):
            raise TypeError("overlap takes spans one by one, as in overlap(a, b), and no list.")
        if not isinstance(each, Span):
            raise TypeError(f"{each!r} is no span. find_span(...) gives you one by its name.")
    if all(span.still_on for span in spans):
        raise ValueError("All of these still go on, so their days cannot be counted yet."
                         " Put a span beside them that ends.")  # fmt: skip
    least = min(span.ends[0] for span in spans) - max(span.starts[1] for span in spans)
    most = min(span.ends[1] for span in spans) - max(span.starts[0] for span in spans)
    return Days(max(0, least.days), max(0, most.days))


def draw_spans(
    spans: Iterable[Span], *, title: str = "Who when", marks: Iterable[Event] = ()
) -> Drawing:
    """Bars that run down the page, a lane for each country, and a line at each event of `marks`."""
    spans = sorted(spans, key=lambda span: span.starts)
    if not spans:
        raise ValueError("There is no span to draw. Was everything filtered out?")
    marks = in_order(marks)
    lanes = list(dict.fromkeys(span.country for span in sorted(spans, key=lambda s: s.country)))
    lane_width = (WIDTH - LEFT) // len(lanes)
    names = [break_lines(span.name, lane_width - BESIDE - 2, QUIET) for span in spans]
    known = [day for span in spans for day in (*span.starts, *span.ends) if day < dt.date.max]
    known += [mark.last_day for mark in marks]
    origin = dt.date(min(known).year, 1, 1)
    room = [  # of a day: names need room beside their bars
        LINE * len(name) / max(1, (span.ends[0] - span.starts[0]).days)
        for name, span in zip(names, spans, strict=True)
    ]
    height = min(MOST_HEIGHT, max(LEAST_HEIGHT, *room))

    column = Column(title)
    column.bottom += 2
    column.write(_how_to_read(spans, marks), QUIET)
    heads = [break_lines(lane, lane_width - 2, STRONG) for lane in lanes]
    for row in range(max(map(len, heads))):
        column.bottom += LINE
        for number, head in enumerate(heads):
            words = head[row] if row < len(head) else ""
            column.text(words, STRONG, LEFT + number * lane_width, column.bottom)
    top = column.bottom + 8

    def at(day: dt.date) -> int:
        return top + round((day - origin).days * height)

    bottom = at(max(known))
    for year in range(origin.year, max(known).year + 1):
        column.text(str(year), QUIET, 0, at(dt.date(year, 1, 1)) + 12)
    column.bottom = bottom + TAIL
    for span, name in zip(spans, names, strict=True):
        x = LEFT + lanes.index(span.country) * lane_width
        first, sure = at(span.starts[0]), at(span.starts[1])
        last = bottom if span.still_on else at(span.ends[1])
        stop = bottom if span.still_on else max(sure, at(span.ends[0]))
        for start, end, fill in ((first, last, "none"), (sure, stop, BAR)):
            if end > start:  # a gap parts a bar from the one that follows
                column.parts.append(
                    f'<path d="M0 0H6V{max(1, end - start - 3)}H0Z" fill="{fill}"'
                    f' transform="translate({x} {start})" stroke="{BAR}"/>'
                )
        if span.still_on:
            column.line(x + 3, bottom + 3, bottom + TAIL, dotted=True)
        for row, line in enumerate(name):
            column.text(line, QUIET, x + BESIDE, first + 13 + row * LINE)
        column.bottom = max(column.bottom, first + LINE * len(name))
    for mark in marks:
        y = (at(mark.first_day) + at(mark.last_day)) // 2
        column.parts.append(f'<path d="M{LEFT} {y}H{WIDTH}" stroke="currentColor"/>')
    return column.finish([*map(str, spans), *map(str, marks)])


def _how_to_read(spans: list[Span], marks: list[Event]) -> str:
    hollow = any(a != b for span in spans for a, b in (span.starts, span.ends))
    return " ".join(
        ["Time runs down."]
        + [f"Line: {mark.title}, {mark.when}." for mark in marks]
        + ["Hollow: the day is not known."] * hollow
        + ["Dots: still going on."] * any(span.still_on for span in spans)
    )
