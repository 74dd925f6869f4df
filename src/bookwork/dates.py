"""Dates as exact as they are known, and the days between them: what the toolkit counts in."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import NamedTuple

# Our own list of names: the language of the reader's computer must not change the words.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip


def day_range(when: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that "2023", "2023-10" or "2023-10-22" can mean."""
    if match := re.fullmatch("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?", when):
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            return (
                dt.date(year, month or 1, day or 1),
                dt.date(year, month or 12, day or monthrange(year, month or 12)[1]),
            )
        except ValueError:
            pass  # 30 February looks like a date, but is none
    raise ValueError(f"{when!r} is not a date. Write 2023, 2023-10 or 2023-10-22.")


class Days(NamedTuple):
    """A number of days, as exact as the dates allow: the least and the most it can be."""

    least: int
    most: int

    def __str__(self) -> str:
        if self.least != self.most:
            return f"{self.least:,} to {self.most:,} days"
        return f"{self.least:,} day{'' if abs(self.least) == 1 else 's'}"
