"""Claim and evidence: choose a claim, then the sentences that support it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Name
from bookwork.model.primitives import Choice
from bookwork.model.question import Example, Question
from bookwork.strings import text as _
from bookwork.types._shared import Options, check_distinct, check_keys, lowered
from bookwork.types.evidence import SpanFields, spans

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Claim(Question):
    """A claim to choose and its evidence to find."""

    summary: ClassVar[str] = "Choose a claim, then its evidence"
    credit: ClassVar[str] = (
        "1 point for the claim; its evidence counts only with it, right picks minus wrong picks."
    )
    sample: ClassVar[dict[str, Any]] = {
        "options": {
            "a": {"text": "They promised to consult.", "feedback": "Yes: in a crisis."},
            "b": {"text": "They signed a treaty.", "feedback": "No: there was no pact."},
        },
        "key": "a",
        "support": {
            "from": ["s03", "s04", "s05"],
            "key": ["s04"],
            "also": ["s03"],
            "feedback": {"s04": "Yes: it names the pledge."},
            "otherwise": "That sentence does not speak of the pledge.",
        },
    }

    type: Literal["claim"] = "claim"
    options: Options
    key: Name = Field(description="The id of the right claim.")
    support: SpanFields

    @model_validator(mode="after")
    def _check(self) -> Claim:
        check_keys([self.key], self.options)
        check_distinct({id: option.text for id, option in self.options.items()})
        return self

    def lower(self, seeds: Seeds) -> Item:
        """Return the item: a claim, then evidence that counts only with it."""
        return self.item(
            Part("claim", Choice(lowered(self.options), (self.key,)), _("The claim")),
            Part("support", spans(self.support, seeds), _("The sentences that support it")),
            rule="chain",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"claim": ["a"], "support": ["s04"]}, 2, "right"),
            Example({"claim": ["a"], "support": ["s03", "s04"]}, 2, "a neutral sentence, too"),
            Example({"claim": ["a"], "support": ["s05"]}, 1, "wrong evidence"),
            Example({"claim": ["b"], "support": ["s04"]}, 0, "evidence for nothing"),
        )
