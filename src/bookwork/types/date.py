"""Date: a day, month or year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line
from bookwork.model.primitives import Numeric
from bookwork.model.quantity import date_scale
from bookwork.model.question import EvidenceId, Example, Question
from bookwork.types._shared import WrongValue, foreseen_values

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

Precision = Literal["day", "month", "year"]
_LENGTH: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}


class Date(Question):
    """A question answered with a date, to the precision asked for."""

    summary: ClassVar[str] = "Write a date"
    credit: ClassVar[str] = "1 point within the tolerance, at the precision asked for."
    sample: ClassVar[dict[str, Any]] = {
        "value": "2023-08-18",
        "precision": "day",
        "wrong": [{"values": ["2023-11-07"], "feedback": "That is the article's date line."}],
        "otherwise": "Look for the day of the summit.",
    }

    type: Literal["date"] = "date"
    event: EvidenceId | None = Field(None, description="The event whose date is asked for.")
    value: str | None = Field(None, description="Or the date itself: YYYY, YYYY-MM or YYYY-MM-DD.")
    precision: Precision | None = Field(
        None, description="What the reader must give; by default, all that is known."
    )
    tolerance: int = Field(0, ge=0, description="In days, months or years, by the precision.")
    wrong: tuple[WrongValue, ...] = ()
    otherwise: Line = Field(description="Feedback for any other wrong answer.")

    @model_validator(mode="after")
    def _check(self) -> Date:
        if (self.event is None) == (self.value is None):
            raise ValueError("a date needs either 'event' or 'value' — give one of them")
        if self.value is not None:
            _cut(self.value, self.precision)
        return self

    def lower(self, seeds: Seeds) -> Item:
        """Return the item: one date; ValueError if the event is unknown or too vague."""
        if self.event is not None:
            if self.event not in seeds.events:
                raise ValueError(f"there is no event '{self.event}' — see seeds/events.yml")
            written = str(seeds.events[self.event].date)
        else:
            written = str(self.value)
        value, scale = _cut(written, self.precision)
        date = Numeric(
            value,
            scale,
            str(self.tolerance),
            (),
            foreseen_values(self.wrong),
            self.otherwise,
        )
        return self.item(Part("answer", date))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right and wrong responses, in several ways of writing a date."""
        return (
            Example({"answer": "18 August 2023"}, 1, "right"),
            Example({"answer": "2023-08-18"}, 1, "right, in the international form"),
            Example({"answer": "Aug 18, 2023"}, 1, "right, in the American form"),
            Example({"answer": "August 2023"}, 0, "less precise than asked"),
            Example({"answer": "7 November 2023"}, 0, "foreseen"),
            Example({"answer": "31 February 2023"}, 0, "no such day"),
        )


def _cut(written: str, precision: Precision | None) -> tuple[str, Precision]:
    """Return a date cut to the precision; ValueError (what — mend) when it is not that precise."""
    known = date_scale(written)
    if known is None:
        raise ValueError(f"'{written}' is not a date — write YYYY, YYYY-MM or YYYY-MM-DD")
    wanted = precision or known
    if _LENGTH[wanted] > _LENGTH[known]:
        raise ValueError(f"the date '{written}' is not known to the {wanted} — ask for the {known}")
    return written[: _LENGTH[wanted]], wanted
