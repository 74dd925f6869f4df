"""Single choice: one option is right."""

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


class Single(Question):
    """A question with one right option."""

    summary: ClassVar[str] = "Choose one option"
    credit: ClassVar[str] = "1 point for the right option."
    sample: ClassVar[dict[str, Any]] = {
        "options": {
            "a": {"text": "Camp David", "feedback": "Yes: a country retreat in Maryland."},
            "b": {"text": "Geneva", "feedback": "No: that is in Switzerland."},
            "c": {"text": "Seoul", "feedback": "No: South Korea's president travelled."},
        },
        "key": "a",
    }

    type: Literal["single"] = "single"
    options: Options
    key: Name = Field(description="The id of the right option.")

    @model_validator(mode="after")
    def _check(self) -> Single:
        check_keys([self.key], self.options)
        check_distinct({id: option.text for id, option in self.options.items()})
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one choice."""
        return self.item(Part("answer", Choice(lowered(self.options), (self.key,))))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return a right, a wrong and a blank response."""
        return (
            Example({"answer": ["a"]}, 1, "right"),
            Example({"answer": ["b"]}, 0, "wrong"),
            Example({}, 0, "blank"),
        )
