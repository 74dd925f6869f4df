"""Multiple response: several options are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Name
from bookwork.model.primitives import Choice
from bookwork.model.question import Example, Question
from bookwork.types._shared import Options, check_distinct, check_keys, lowered

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Multiple(Question):
    """A question with several right options."""

    summary: ClassVar[str] = "Choose every right option"
    credit: ClassVar[str] = (
        "As many points as right options; right picks minus wrong picks, never below 0."
    )
    sample: ClassVar[dict[str, Any]] = {
        "options": {
            "a": {"text": "Japan", "feedback": "Yes: one of the three."},
            "b": {"text": "France", "feedback": "No: France was not there."},
            "c": {"text": "South Korea", "feedback": "Yes: one of the three."},
            "d": {"text": "Brazil", "feedback": "No: Brazil was not there."},
        },
        "key": ["a", "c"],
    }

    type: Literal["multiple"] = "multiple"
    options: Options
    key: tuple[Name, ...] = Field(min_length=1, description="The ids of the right options.")

    @model_validator(mode="after")
    def _check(self) -> Multiple:
        check_keys(self.key, self.options)
        check_distinct({id: option.text for id, option in self.options.items()})
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one choice of many, its key in the order of the options."""
        key = tuple(id for id in self.options if id in self.key)
        return self.item(Part("answer", Choice(lowered(self.options), key, many=True)))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"answer": ["a", "c"]}, 2, "right"),
            Example({"answer": ["a"]}, 1, "one missing"),
            Example({"answer": ["a", "b", "c"]}, 1, "a wrong pick takes one back"),
            Example({"answer": ["a", "b", "c", "d"]}, 0, "picking everything earns nothing"),
            Example({"answer": ["b", "d"]}, 0, "wrong"),
        )
