"""True or false, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name
from bookwork.model.primitives import Choice, Option
from bookwork.model.question import Example, Question
from bookwork.strings import text as _
from bookwork.types._shared import Options, check_distinct, check_keys, lowered

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class TrueFalse(Question):
    """A statement to be judged, and the reason for the judgement."""

    summary: ClassVar[str] = "Judge a statement and choose the reason"
    credit: ClassVar[str] = (
        "1 point for the verdict and 1 for the reason; the reason counts only with the verdict."
    )
    sample: ClassVar[dict[str, Any]] = {
        "key": False,
        "if_true": "A treaty binds in law; this text says it creates no legal duties.",
        "if_false": "Right: it is a political promise.",
        "reasons": {
            "a": {"text": "The text says so itself", "feedback": "Yes: in its last lines."},
            "b": {"text": "It was never published", "feedback": "No: it was published that day."},
        },
        "reason": "a",
    }

    type: Literal["truefalse"] = "truefalse"
    key: bool = Field(description="Whether the statement in the stem is true.")
    if_true: Line = Field(description="Feedback for choosing True.")
    if_false: Line = Field(description="Feedback for choosing False.")
    reasons: Options
    reason: Name = Field(description="The id of the right reason.")

    @model_validator(mode="after")
    def _check(self) -> TrueFalse:
        check_keys([self.reason], self.reasons, "reason")
        check_distinct({id: option.text for id, option in self.reasons.items()}, "reasons")
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: a verdict, then a reason that counts only with it."""
        verdict = Choice(
            (Option("true", _("True"), self.if_true), Option("false", _("False"), self.if_false)),
            ("true" if self.key else "false",),
        )
        reason = Choice(lowered(self.reasons), (self.reason,))
        return self.item(
            Part("verdict", verdict, _("True or false?")),
            Part("reason", reason, _("Because …")),
            rule="chain",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"verdict": ["false"], "reason": ["a"]}, 2, "right"),
            Example({"verdict": ["false"], "reason": ["b"]}, 1, "wrong reason"),
            Example({"verdict": ["true"], "reason": ["a"]}, 0, "no reason counts alone"),
            Example({"reason": ["a"]}, 0, "verdict blank"),
        )
