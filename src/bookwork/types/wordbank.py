"""Word bank: gaps in a text, filled from one list of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Markdown, Name, Plain, escape
from bookwork.model.primitives import Choice, Option
from bookwork.model.question import Example, Fields, Question
from bookwork.model.shuffle import shuffled
from bookwork.types._shared import check_distinct, check_gaps, check_keys, gaps, passage

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class WordGap(Fields):
    """A gap, the word that fills it, and what to say to this word and to others."""

    key: Name = Field(description="The id of the right word.")
    right: Line = Field(description="Feedback for the right word.")
    wrong: Line = Field(description="Feedback for any other word.")
    slips: dict[Name, Line] = Field(
        default_factory=dict, description="Feedback for single wrong words, by their ids."
    )

    def feedback(self, word: str) -> str:
        """Return what to say to a word in this gap."""
        return self.right if word == self.key else self.slips.get(word, self.wrong)


class WordBank(Question):
    """A text with gaps and a list of words for them, some of which stay over."""

    summary: ClassVar[str] = "Fill the gaps of a text from a list of words"
    credit: ClassVar[str] = "1 point for each gap."
    sample: ClassVar[dict[str, Any]] = {
        "text": "They [verb] to [act] quickly.",
        "words": {"pledge": "pledged", "consult": "consult", "attack": "attack"},
        "gaps": {
            "verb": {
                "key": "pledge",
                "right": "Yes: a pledge is a promise.",
                "wrong": "No: read what the leaders did.",
            },
            "act": {
                "key": "consult",
                "right": "Yes: they would talk.",
                "wrong": "No: a verb is needed here that says what comes first.",
                "slips": {"attack": "No: nobody promised to fight."},
            },
        },
    }

    type: Literal["wordbank"] = "wordbank"
    text: Markdown = Field(description="The text, with the name of each gap in [brackets].")
    words: dict[Name, Plain] = Field(
        min_length=3, max_length=16, description="The words by id: more of them than gaps."
    )
    gaps: dict[Name, WordGap] = Field(min_length=2, max_length=10)

    @model_validator(mode="after")
    def _check(self) -> WordBank:
        check_gaps(self.text, self.gaps)
        check_distinct(self.words, "words")
        if len(self.words) <= len(self.gaps):
            raise ValueError("there are no more words than gaps — add a word that fits nowhere")
        for name, gap in self.gaps.items():
            check_keys([gap.key], self.words, "key")
            check_keys(gap.slips, self.words, "slip")
            if gap.key in gap.slips:
                raise ValueError(f"the gap '{name}' calls its key a slip — put it under 'right'")
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: a choice among all words for each gap, in the order of the text."""
        words = shuffled((Option(id, escape(word)) for id, word in self.words.items()), self.id)
        parts = []
        for name in gaps(self.text):
            gap = self.gaps[name]
            options = (Option(word.id, word.text, gap.feedback(word.id)) for word in words)
            parts.append(Part(name, Choice(tuple(options), (gap.key,))))
        return self.item(*parts, passage=passage(self.text), look="wordbank")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"verb": ["pledge"], "act": ["consult"]}, 2, "right"),
            Example({"verb": ["pledge"], "act": ["attack"]}, 1, "a foreseen slip"),
            Example({"verb": ["consult"], "act": ["consult"]}, 1, "one word twice"),
            Example({"act": ["consult"]}, 1, "one gap blank"),
            Example({"verb": ["attack"], "act": ["pledge"]}, 0, "wrong"),
        )
