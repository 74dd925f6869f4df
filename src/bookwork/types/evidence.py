"""Find the evidence: select the sentences of the article that show something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, escape
from bookwork.model.primitives import Option, Spans
from bookwork.model.question import Example, Fields, Question
from bookwork.types._shared import check_keys

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

SentenceId = Annotated[str, StringConstraints(pattern=r"^s[0-9]{2}$")]


class SpanFields(Fields):
    """Which sentences can be selected, which are right, and what to say to each."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    selectable: tuple[SentenceId, ...] | None = Field(
        None, alias="from", description="Selectable sentences; by default the whole article."
    )
    key: tuple[SentenceId, ...] = Field(min_length=1, description="The right sentences.")
    also: tuple[SentenceId, ...] = Field((), description="Sentences that neither help nor hurt.")
    feedback: dict[SentenceId, Line] = Field(default_factory=dict)
    otherwise: Line = Field(description="Feedback for a sentence without its own.")

    @model_validator(mode="after")
    def _check(self) -> SpanFields:
        if self.selectable is not None:
            check_keys(self.key, self.selectable)
            check_keys(self.also, self.selectable, "also")
            check_keys(self.feedback, self.selectable, "feedback")
            if set(self.selectable) <= set(self.key) | set(self.also):
                raise ValueError("every selectable sentence is right — offer wrong ones, too")
        if both := sorted(set(self.key) & set(self.also)):
            raise ValueError(f"'{both[0]}' is both key and also — keep one")
        return self


def spans(fields: SpanFields, seeds: Seeds) -> Spans:
    """Return authored sentences as a primitive; ValueError (what — mend) if one is unknown."""
    chosen = fields.selectable or tuple(seeds.sentences)
    for id in (*chosen, *fields.key, *fields.also, *fields.feedback):
        if id not in seeds.sentences:
            raise ValueError(f"there is no sentence '{id}' — see seeds/sentences.yml")
    ordered = [id for id in seeds.sentences if id in chosen]
    options = tuple(
        Option(id, escape(seeds.sentences[id].text), fields.feedback.get(id, fields.otherwise))
        for id in ordered
    )
    return Spans(
        options,
        tuple(id for id in ordered if id in fields.key),
        tuple(id for id in ordered if id in fields.also),
    )


class FindEvidence(Question, SpanFields):
    """A question answered by selecting sentences of the article."""

    summary: ClassVar[str] = "Select sentences of the article"
    credit: ClassVar[str] = (
        "As many points as right sentences; right picks minus wrong picks, never below 0."
    )
    sample: ClassVar[dict[str, Any]] = {
        "from": ["s01", "s02", "s04"],
        "key": ["s02"],
        "feedback": {"s02": "Yes: it says so.", "s01": "That says where, not why."},
        "otherwise": "That sentence is about something else.",
    }

    type: Literal["evidence"] = "evidence"

    def lower(self, seeds: Seeds) -> Item:
        """Return the item: one selection; ValueError if a sentence is unknown."""
        return self.item(Part("answer", spans(self, seeds)))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"answer": ["s02"]}, 1, "right"),
            Example({"answer": ["s01", "s02"]}, 0, "a wrong pick takes the point back"),
            Example({"answer": ["s04"]}, 0, "wrong"),
        )
