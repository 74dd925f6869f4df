"""Categorise: put each item into one of a few categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name
from bookwork.model.primitives import Match, Option
from bookwork.model.question import Example, Fields, Question
from bookwork.types._shared import check_distinct, check_keys

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Sorted(Fields):
    """Something to be sorted, the category it belongs to, and why."""

    text: Line
    category: Name = Field(description="The id of its category.")
    feedback: Line = Field(description="Why it belongs there, and not elsewhere.")


class Categorise(Question):
    """Items to be sorted into categories; a category may stay empty."""

    summary: ClassVar[str] = "Put each item into a category"
    credit: ClassVar[str] = "1 point for each item in its category."
    sample: ClassVar[dict[str, Any]] = {
        "categories": {"fact": "A checkable fact", "opinion": "A judgement"},
        "items": {
            "a": {
                "text": "The summit took place in August 2023.",
                "category": "fact",
                "feedback": "A date can be looked up.",
            },
            "b": {
                "text": "The summit was a triumph.",
                "category": "opinion",
                "feedback": "*Triumph* is somebody's view of it.",
            },
            "c": {
                "text": "Three leaders attended.",
                "category": "fact",
                "feedback": "Anyone can count them.",
            },
        },
    }

    type: Literal["categorise"] = "categorise"
    categories: dict[Name, Line] = Field(
        min_length=2, max_length=6, description="The categories by id, in the order to be shown."
    )
    items: dict[Name, Sorted] = Field(min_length=2, max_length=12)

    @model_validator(mode="after")
    def _check(self) -> Categorise:
        check_distinct(self.categories, "categories")
        check_distinct({id: each.text for id, each in self.items.items()}, "items")
        for each in self.items.values():
            check_keys([each.category], self.categories, "category")
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one match, whose right side is the categories."""
        left = tuple(Option(id, each.text, each.feedback) for id, each in self.items.items())
        right = tuple(Option(id, words) for id, words in self.categories.items())
        key = tuple((id, each.category) for id, each in self.items.items())
        return self.item(Part("answer", Match(left, right, key)), look="categories")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"answer": {"a": "fact", "b": "opinion", "c": "fact"}}, 3, "right"),
            Example({"answer": {"a": "fact", "b": "fact", "c": "fact"}}, 2, "one box for all"),
            Example({"answer": {"b": "opinion"}}, 1, "two not sorted"),
            Example({"answer": {"a": "opinion", "b": "fact"}}, 0, "wrong"),
        )
