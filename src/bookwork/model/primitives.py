"""The closed set of things a reader can be asked to do.

Every question type lowers to these few; every output and the marker is one `match` over them that
ends in `assert_never`, so that mypy names each place which a new primitive must change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scale = Literal["number", "year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be picked, paired or put in order: its id, Markdown text and feedback."""

    id: str
    text: str
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Pick one option, or (`many`) every right one."""

    options: tuple[Option, ...]
    key: tuple[str, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Give each thing on the left its partner on the right; some on the right stay over."""

    left: tuple[Option, ...]
    right: tuple[Option, ...]
    key: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Put options in order. `before` holds every pair (a, b) in which a must precede b, closed
    under transitivity; pairs that are not named may stand either way round."""

    options: tuple[Option, ...]
    before: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Wrong answers that the author foresaw, and what to say to them."""

    answers: tuple[str, ...]
    feedback: str


@dataclass(frozen=True, slots=True)
class Text:
    """Write a word or phrase. `typos` is the number of slips allowed, 0–2."""

    accept: tuple[str, ...]
    case: bool = False
    accents: bool = False
    typos: int = 0
    wrong: tuple[Foreseen, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Numeric:
    """Write a number, or a date of a given precision.

    `value` and `tolerance` are written decimals for a number. For a date `value` is written
    YYYY[-MM[-DD]] to the precision of `scale`, and `tolerance` counts days, months or years.
    """

    value: str
    scale: Scale = "number"
    tolerance: str = "0"
    units: tuple[str, ...] = ()
    wrong: tuple[Foreseen, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Spans:
    """Select passages of a text. `also` passages neither help nor hurt."""

    options: tuple[Option, ...]
    key: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """Pick one lettered area of a map. `areas` are places by id, each described in words, so that
    it can be answered without seeing the map. `view` names the map."""

    view: str
    areas: tuple[Option, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Survey:
    """Say which option is one's own, or (`many`) which are. Nothing is right, nothing is scored."""

    options: tuple[Option, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A written answer of a stated standard, and why it has that standard."""

    level: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Extended:
    """Write at length. A person reads it with the rubric; no machine scores it.

    Without a rubric it is only kept. `lines` is the room to give on paper.
    """

    rubric: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()
    lines: int = 8


Primitive = Choice | Match | Order | Text | Numeric | Spans | Region | Survey | Extended
