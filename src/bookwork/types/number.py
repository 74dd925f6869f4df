"""Number: a value with a tolerance and, if wanted, a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Plain
from bookwork.model.primitives import Numeric
from bookwork.model.quantity import read_number
from bookwork.model.question import Example, Question
from bookwork.types._shared import WrongValue, foreseen_values

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Number(Question):
    """A question answered with a number."""

    summary: ClassVar[str] = "Write a number"
    credit: ClassVar[str] = "1 point within the tolerance."
    sample: ClassVar[dict[str, Any]] = {
        "value": 59,
        "tolerance": 1,
        "units": ["%", "per cent"],
        "wrong": [{"values": [35], "feedback": "That is the share who supported it."}],
        "otherwise": "Read the poll once more.",
    }

    type: Literal["number"] = "number"
    value: int | float | str
    tolerance: int | float | str = Field(0, description="How far off still counts as right.")
    units: tuple[Plain, ...] = Field(
        (), description="What may stand after the number; the first is shown."
    )
    wrong: tuple[WrongValue, ...] = ()
    otherwise: Line = Field(description="Feedback for any other wrong answer.")

    @model_validator(mode="after")
    def _check(self) -> Number:
        for field, value in (("value", self.value), ("tolerance", self.tolerance)):
            if read_number(str(value)) is None:
                raise ValueError(f"the {field} '{value}' is not a number — write digits")
        tolerance = read_number(str(self.tolerance))
        if tolerance is not None and tolerance[0] < 0:
            raise ValueError("the tolerance is below zero — write how far off counts as right")
        for wrong in self.wrong:
            for value in wrong.values:
                if read_number(str(value)) is None:
                    raise ValueError(f"the wrong value '{value}' is not a number — write digits")
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one number."""
        number = Numeric(
            str(self.value),
            "number",
            str(self.tolerance),
            self.units,
            foreseen_values(self.wrong),
            self.otherwise,
        )
        return self.item(Part("answer", number))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right and wrong responses, with edges of the tolerance."""
        return (
            Example({"answer": "59"}, 1, "right"),
            Example({"answer": " 59.0 % "}, 1, "with its unit"),
            Example({"answer": "60"}, 1, "at the edge of the tolerance"),
            Example({"answer": "60.01"}, 0, "past the edge"),
            Example({"answer": "35"}, 0, "foreseen"),
            Example({"answer": "many"}, 0, "not a number"),
        )
