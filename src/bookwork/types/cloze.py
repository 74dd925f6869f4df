"""Cloze: gaps in a text, typed or chosen from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Markdown, Name, Plain
from bookwork.model.primitives import Choice, Text
from bookwork.model.question import Example, Fields, Question
from bookwork.types._shared import Options, check_gaps, check_keys, gaps, lowered, passage

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class TypedGap(Fields):
    """A gap to write in."""

    accept: tuple[Plain, ...] = Field(min_length=1)
    typos: Literal[0, 1, 2] = 0
    case: bool = False
    accents: bool = False
    feedback: Line = Field(description="Shown for a wrong answer.")


class ListGap(Fields):
    """A gap with a list to choose from."""

    options: Options
    key: Name

    @model_validator(mode="after")
    def _check(self) -> ListGap:
        check_keys([self.key], self.options)
        return self


class Cloze(Question):
    """A text with gaps."""

    summary: ClassVar[str] = "Fill the gaps of a text"
    credit: ClassVar[str] = "1 point for each gap."
    sample: ClassVar[dict[str, Any]] = {
        "text": "The three met at [place], and [host] was the host.",
        "gaps": {
            "place": {
                "accept": ["Camp David"],
                "typos": 1,
                "feedback": "The first sentence says where.",
            },
            "host": {
                "options": {
                    "a": {"text": "Biden", "feedback": "Yes: it is a US retreat."},
                    "b": {"text": "Kishida", "feedback": "No: he was a guest."},
                },
                "key": "a",
            },
        },
    }

    type: Literal["cloze"] = "cloze"
    text: Markdown = Field(description="The text, with the name of each gap in [brackets].")
    gaps: dict[Name, TypedGap | ListGap] = Field(min_length=1, max_length=10)

    @model_validator(mode="after")
    def _check(self) -> Cloze:
        check_gaps(self.text, self.gaps)
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: a part for each gap, in the order of the text."""
        parts = []
        for name in gaps(self.text):
            gap = self.gaps[name]
            if isinstance(gap, TypedGap):
                part = Part(
                    name,
                    Text(gap.accept, gap.case, gap.accents, gap.typos, (), gap.feedback),
                )
            else:
                part = Part(name, Choice(lowered(gap.options), (gap.key,)))
            parts.append(part)
        return self.item(*parts, passage=passage(self.text))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"place": "Camp David", "host": ["a"]}, 2, "right"),
            Example({"place": "camp davit", "host": ["b"]}, 1, "one gap, with a slip"),
            Example({"host": ["a"]}, 1, "one gap blank"),
            Example({"place": "Paris", "host": ["b"]}, 0, "wrong"),
        )
