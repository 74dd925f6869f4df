"""Matching: give each thing its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name
from bookwork.model.primitives import Match, Option
from bookwork.model.question import Example, Fields, Question
from bookwork.types._shared import OptionFields, check_distinct

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Pair(Fields):
    """Two things that belong together, and why."""

    left: Line
    right: Line
    feedback: Line


class Matching(Question):
    """Two columns to be paired; partners may be shared, and some may be left over."""

    summary: ClassVar[str] = "Match two columns"
    credit: ClassVar[str] = "1 point for each right pair."
    sample: ClassVar[dict[str, Any]] = {
        "pairs": {
            "a": {"left": "Japan", "right": "Tokyo", "feedback": "Tokyo is Japan's capital."},
            "b": {
                "left": "South Korea",
                "right": "Seoul",
                "feedback": "Seoul is South Korea's capital.",
            },
        },
        "distractors": {"x": {"text": "Beijing", "feedback": "That is China's capital."}},
    }

    type: Literal["matching"] = "matching"
    pairs: dict[Name, Pair] = Field(min_length=2, max_length=10)
    distractors: dict[Name, OptionFields] = Field(
        default_factory=dict,
        max_length=10,
        description="What stands on the right and matches nothing.",
    )

    @model_validator(mode="after")
    def _check(self) -> Matching:
        check_distinct({id: pair.left for id, pair in self.pairs.items()}, "pairs")
        check_distinct({id: each.text for id, each in self.distractors.items()}, "distractors")
        for name, distractor in self.distractors.items():
            if name in self.pairs:
                raise ValueError(f"'{name}' is both a pair and a distractor — rename one")
            if any(distractor.text == pair.right for pair in self.pairs.values()):
                raise ValueError(f"the distractor '{name}' is also a right partner — change it")
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one match, in which equal partners are one."""
        right: dict[str, Option] = {}
        key = []
        for name, pair in self.pairs.items():
            partner = right.setdefault(pair.right, Option(name, pair.right))
            key.append((name, partner.id))
        for name, distractor in self.distractors.items():
            right[distractor.text] = Option(name, distractor.text, distractor.feedback)
        left = tuple(Option(name, pair.left, pair.feedback) for name, pair in self.pairs.items())
        return self.item(Part("answer", Match(left, tuple(right.values()), tuple(key))))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"answer": {"a": "a", "b": "b"}}, 2, "right"),
            Example({"answer": {"a": "a", "b": "x"}}, 1, "one pair"),
            Example({"answer": {"b": "b"}}, 1, "one left blank"),
            Example({"answer": {"a": "b", "b": "a"}}, 0, "swapped"),
        )
