"""Poll: say what you think; nothing is right, nothing is scored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name
from bookwork.model.primitives import Option, Survey
from bookwork.model.question import Example, Fields, Question
from bookwork.types._shared import check_distinct

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class View(Fields):
    """A view that a reader may hold."""

    text: Line


class Poll(Question):
    """A question of opinion: its `answer` says what the answers of a class can show."""

    summary: ClassVar[str] = "Say what you think"
    credit: ClassVar[str] = "Not scored: no answer is right or wrong."
    sample: ClassVar[dict[str, Any]] = {
        "options": {
            "a": {"text": "The promise will be kept"},
            "b": {"text": "The promise will be forgotten"},
            "c": {"text": "I cannot tell yet"},
        },
    }

    type: Literal["poll"] = "poll"
    options: Annotated[dict[Name, View], Field(min_length=2, max_length=12)]
    many: bool = Field(False, description="Whether more than one may be chosen.")

    @model_validator(mode="after")
    def _check(self) -> Poll:
        check_distinct({id: option.text for id, option in self.options.items()})
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one survey."""
        options = tuple(Option(id, option.text) for id, option in self.options.items())
        return self.item(Part("answer", Survey(options, self.many)))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return an answer and none: neither is scored."""
        return (
            Example({"answer": ["b"]}, 0, "a view"),
            Example({}, 0, "blank"),
        )
