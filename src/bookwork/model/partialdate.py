"""The partial date: a day, a month or a year, never said more exactly than it is known."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema

Precision = Literal["day", "month", "year"]

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year.

    Such dates have only a partial order, so there is no `<`: ask `before`. A month is neither
    before nor after a day inside it, and nothing says which of two things on one day came first.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: object) -> PartialDate:
        """Return the date written YYYY, YYYY-MM or YYYY-MM-DD; ValueError (what — mend) if none."""
        if not isinstance(text, str):
            raise ValueError(f"the date {text} is not text — put it in quotes")
        if not (found := _WRITTEN.fullmatch(text)):
            raise ValueError(f"'{text}' is not a date — write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(group) if group else None for group in found.groups())
        try:
            date(year or 0, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            raise ValueError(f"there is no date '{text}' — check month and day") from None
        return cls(year or 0, month, day)

    @property
    def precision(self) -> Precision:
        """Return how exactly the date is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """Return the first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Return the last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def before(self, other: PartialDate) -> bool:
        """Return whether this date surely lies before the other one."""
        return self.latest < other.earliest

    def words(self) -> str:
        """Return the date in English words: 18 August 2023, October 2023, 2023."""
        day = "" if self.day is None else f"{self.day} "
        month = "" if self.month is None else f"{month_name[self.month]} "
        return f"{day}{month}{self.year:04}"

    def __str__(self) -> str:
        """Return the date as it is written in seeds: YYYY[-MM[-DD]]."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


WrittenDate = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(PartialDate.parse),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": f"^{_WRITTEN.pattern}$"}),
]
"""A model's field that holds a partial date, written YYYY[-MM[-DD]]."""


def out_of_order(dates: Iterable[PartialDate]) -> int | None:
    """Return the index of the first date that surely lies before one written above it."""
    highest: PartialDate | None = None
    for index, written in enumerate(dates):
        if highest is not None and written.before(highest):
            return index
        if highest is None or written.earliest > highest.earliest:
            highest = written
    return None
