"""Exit ticket: a few short written answers at the end of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name
from bookwork.model.primitives import Extended
from bookwork.model.question import Example, Fields, Question

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Prompt(Fields):
    """What to write about, and how much room there is on paper."""

    text: Line
    lines: int = Field(3, ge=1, le=20, description="Room to write on paper, in lines.")


class Ticket(Question):
    """Prompts for what a reader takes along; its `answer` is a note to read afterwards."""

    summary: ClassVar[str] = "Write a few lines before you go"
    credit: ClassVar[str] = "Not scored: it is for the reader and the teacher."
    sample: ClassVar[dict[str, Any]] = {
        "prompts": {
            "learned": {"text": "One thing I can now explain", "lines": 3},
            "open": {"text": "One question I still have"},
        },
    }

    type: Literal["ticket"] = "ticket"
    prompts: dict[Name, Prompt] = Field(min_length=1, max_length=5)

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: a written answer for each prompt."""
        return self.item(
            *(
                Part(id, Extended(lines=prompt.lines), prompt.text)
                for id, prompt in self.prompts.items()
            )
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return a ticket that is filled, one that is half filled, and none: nothing is scored."""
        return (
            Example({"learned": "What a pledge is.", "open": "Who keeps it?"}, 0, "written"),
            Example({"open": "Who keeps it?"}, 0, "one prompt"),
            Example({"learned": " ", "open": ""}, 0, "blank"),
        )
