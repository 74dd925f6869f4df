"""Open response: write at length, and compare with a rubric and samples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Markdown
from bookwork.model.primitives import Extended, Sample
from bookwork.model.question import Example, Fields, Question
from bookwork.strings import text as _

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class SampleFields(Fields):
    """A sample answer and why it has its standard."""

    text: Markdown
    why: Markdown


class Samples(Fields):
    """Sample answers at three standards."""

    strong: SampleFields
    middling: SampleFields
    weak: SampleFields


class Open(Question):
    """A question answered at length."""

    summary: ClassVar[str] = "Write an answer and compare it"
    credit: ClassVar[str] = "No machine scores it: the writer or a teacher reads it by the rubric."
    sample: ClassVar[dict[str, Any]] = {
        "lines": 6,
        "rubric": ["It names one promise.", "It says how binding the promise is."],
        "samples": {
            "strong": {"text": "They promised to consult, …", "why": "Names and weighs it."},
            "middling": {"text": "They promised to consult.", "why": "Names it only."},
            "weak": {"text": "They were friendly.", "why": "Names no promise."},
        },
    }

    type: Literal["open"] = "open"
    lines: int = Field(8, ge=1, le=40, description="Room to write on paper, in lines.")
    rubric: tuple[Line, ...] = Field(
        min_length=2, max_length=6, description="One criterion each, as a student would read it."
    )
    samples: Samples

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one written answer."""
        samples = (
            Sample(_("Strong"), self.samples.strong.text, self.samples.strong.why),
            Sample(_("Middling"), self.samples.middling.text, self.samples.middling.why),
            Sample(_("Weak"), self.samples.weak.text, self.samples.weak.why),
        )
        return self.item(Part("answer", Extended(self.rubric, samples, self.lines)))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return a written and a blank response: neither is scored."""
        return (
            Example({"answer": "They promised to consult each other."}, 0, "written"),
            Example({"answer": ""}, 0, "blank"),
        )
