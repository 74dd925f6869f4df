"""Short text: a word or a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Plain
from bookwork.model.primitives import Text
from bookwork.model.question import Example, Question
from bookwork.types._shared import WrongText, foreseen_text

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Short(Question):
    """A question answered with a word or a phrase."""

    summary: ClassVar[str] = "Write a word or phrase"
    credit: ClassVar[str] = "1 point for an accepted answer."
    sample: ClassVar[dict[str, Any]] = {
        "accept": ["Camp David", "Camp David, Maryland"],
        "typos": 1,
        "wrong": [{"answers": ["Washington"], "feedback": "Near, but not in the capital."}],
        "otherwise": "Look at the first sentence of the article.",
    }

    type: Literal["short"] = "short"
    accept: tuple[Plain, ...] = Field(
        min_length=1, description="Accepted answers; the first is shown as the answer."
    )
    typos: Literal[0, 1, 2] = Field(
        0, description="Slips allowed: one for every four letters of the answer, at most this many."
    )
    case: bool = Field(False, description="Whether capitals matter.")
    accents: bool = Field(False, description="Whether accents matter.")
    wrong: tuple[WrongText, ...] = ()
    otherwise: Line = Field(description="Feedback for any other wrong answer.")

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one text."""
        text = Text(
            self.accept,
            self.case,
            self.accents,
            self.typos,
            foreseen_text(self.wrong),
            self.otherwise,
        )
        return self.item(Part("answer", text))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right and wrong responses, with the slips that are forgiven."""
        return (
            Example({"answer": "Camp David"}, 1, "right"),
            Example({"answer": "  the camp   david. "}, 1, "case, space, article, full stop"),
            Example({"answer": "Camp Davod"}, 1, "one slip"),
            Example({"answer": "Camp Dovod"}, 0, "two slips"),
            Example({"answer": "Washington"}, 0, "foreseen"),
            Example({"answer": "   "}, 0, "blank"),
        )
