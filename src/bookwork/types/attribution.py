"""Attribution: who says so, what kind of statement it is, and how well it is supported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.article import StatementKind
from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name, escape
from bookwork.model.primitives import Choice, Option
from bookwork.model.question import Example, Fields, Question
from bookwork.strings import text as _
from bookwork.types._shared import Options, check_distinct, check_keys, lowered
from bookwork.types.evidence import SentenceId

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Pick(Fields):
    """Options of which one is right."""

    options: Options
    key: Name = Field(description="The id of the right option.")

    @model_validator(mode="after")
    def _check(self) -> Pick:
        check_keys([self.key], self.options)
        check_distinct({id: option.text for id, option in self.options.items()})
        return self

    def choice(self) -> Choice:
        """Return it as a primitive."""
        return Choice(lowered(self.options), (self.key,))


class KindFeedback(Fields):
    """What to say to each kind of statement that a reader can take this one for."""

    fact: Line
    commitment: Line
    characterisation: Line
    forecast: Line


class KindFields(Fields):
    """The kind of a statement, and feedback for each kind."""

    key: StatementKind
    feedback: KindFeedback

    def choice(self) -> Choice:
        """Return it as a primitive: the four kinds, each with its plain meaning."""
        said = self.feedback
        kinds = (
            Option("fact", _("A fact: it can be checked"), said.fact),
            Option("commitment", _("A commitment: a promise to do something"), said.commitment),
            Option(
                "characterisation",
                _("A characterisation: a judgement or description"),
                said.characterisation,
            ),
            Option("forecast", _("A forecast: a claim about the future"), said.forecast),
        )
        return Choice(kinds, (self.key,))


class Attribution(Question):
    """A statement to be traced: its speaker, its kind and its support."""

    summary: ClassVar[str] = "Say who says so, what kind of statement it is, and what supports it"
    credit: ClassVar[str] = "1 point each for the speaker, the kind and the support."
    sample: ClassVar[dict[str, Any]] = {
        "text": "The summit was a triumph for all three countries.",
        "speaker": {
            "options": {
                "a": {"text": "The article's writer", "feedback": "Yes: nobody else is named."},
                "b": {"text": "A leader", "feedback": "No: no leader is quoted."},
            },
            "key": "a",
        },
        "kind": {
            "key": "characterisation",
            "feedback": {
                "fact": "No: nothing measures a triumph.",
                "commitment": "No: nobody promises anything.",
                "characterisation": "Yes: *triumph* judges.",
                "forecast": "No: it speaks of what has been.",
            },
        },
        "support": {
            "options": {
                "a": {"text": "No source is named", "feedback": "Yes: look for one in vain."},
                "b": {"text": "A document", "feedback": "No: none is mentioned."},
            },
            "key": "a",
        },
    }

    type: Literal["attribution"] = "attribution"
    statement: SentenceId | None = Field(None, description="A sentence of the article, by its id.")
    text: Line | None = Field(None, description="Or a statement in your own words.")
    speaker: Pick
    kind: KindFields
    support: Pick

    @model_validator(mode="after")
    def _check(self) -> Attribution:
        if (self.statement is None) == (self.text is None):
            raise ValueError("it needs either 'statement' or 'text' — give one of them")
        return self

    def lower(self, seeds: Seeds) -> Item:
        """Return the item: the statement behind the stem, and three choices."""
        item = self.item(
            Part("speaker", self.speaker.choice(), _("Who says so?")),
            Part("kind", self.kind.choice(), _("What kind of statement is it?")),
            Part("support", self.support.choice(), _("What supports it?")),
        )
        return replace(item, stem=f"{item.stem}\n\n> {self._quoted(seeds)}")

    def _quoted(self, seeds: Seeds) -> str:
        """Return the statement as one line of Markdown; ValueError if there is no such sentence."""
        if self.statement is None:
            return " ".join(str(self.text).split())
        if self.statement not in seeds.sentences:
            raise ValueError(f"there is no sentence '{self.statement}' — see seeds/sentences.yml")
        sentence = seeds.sentences[self.statement]
        if sentence.kind != self.kind.key:
            raise ValueError(
                f"the key calls {sentence.id} a {self.kind.key}, seeds/sentences.yml calls it a"
                f" {sentence.kind} — use that, or give a part of the sentence as 'text'"
            )
        return f"{escape(sentence.text)} {{s}}`{sentence.id}`"

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        right = {"speaker": ["a"], "kind": ["characterisation"], "support": ["a"]}
        return (
            Example(right, 3, "right"),
            Example({**right, "kind": ["fact"]}, 2, "taken for a fact"),
            Example({"support": ["a"]}, 1, "only the support"),
            Example({"speaker": ["b"], "kind": ["forecast"], "support": ["b"]}, 0, "wrong"),
        )
