"""The commitment: what was promised, how firmly, and what is known to have come of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator

from bookwork.model.event import Dated
from bookwork.model.evidence import COMMITMENT_ID
from bookwork.model.partialdate import out_of_order
from bookwork.model.question import Fields
from bookwork.model.reference import RefersTo, SentenceIds, SourceIds

Outcome = Literal["kept", "partly", "unclear", "going on", "changed"]
StatusCode = Annotated[str, Field(min_length=1)]
"""One of the status codes: a name, not a text."""


def _check_name(name: str) -> str:
    """Return a name that can be a heading: the search of the pages shows headings as HTML."""
    if "<" in name:
        raise ValueError("a '<' stands in the name — write it in words")
    return name


class Step(Dated):
    """Something that was done about a commitment, or failed to be."""

    what: str


class Commitment(Fields):
    """A promise, where it stands, and what came of it."""

    id: Annotated[str, Field(pattern=COMMITMENT_ID)]
    name: Annotated[str, AfterValidator(_check_name)]
    in_article: bool
    sentences: SentenceIds
    pledged: str
    wording: str
    rung: Annotated[str, RefersTo("rung")]
    documents: Annotated[tuple[str, ...], Field(min_length=1)]
    nature: str
    status_code: Annotated[str, RefersTo("status code")]
    status: str
    since: tuple[Step, ...]
    sources: SourceIds
    caveat: str = ""

    @field_validator("since")
    @classmethod
    def _in_order_of_time(cls, since: tuple[Step, ...]) -> tuple[Step, ...]:
        wrong = out_of_order(step.date for step in since)
        if wrong is not None:
            raise ValueError(f"the step of {since[wrong].date} stands below a later one — move it")
        return since

    @model_validator(mode="after")
    def _article_names_sentences(self) -> Commitment:
        if self.in_article != bool(self.sentences):
            raise ValueError(
                "'in_article' and 'sentences' disagree — name the article's sentences, or say false"
            )
        return self


class Legal(Fields):
    """What holds for all commitments: their standing in law, and what “not found” means."""

    legal_note: str
    caution: str


class Promises(Fields):
    """What stands above the commitments."""

    meta: Legal
    status_codes: dict[str, str]
    rungs: dict[str, str]
    """How firmly a pledge is worded, as this book reads its verb: the firmest first."""
    outcomes: dict[Outcome, tuple[StatusCode, ...]]
    """Which status codes count as what, where a picture has room for one word."""

    @model_validator(mode="after")
    def _every_code_has_one_outcome(self) -> Promises:
        listed = [code for codes in self.outcomes.values() for code in codes]
        for code in self.status_codes:
            if listed.count(code) != 1:
                raise ValueError(
                    f"the status code '{code}' stands {listed.count(code)} times in 'outcomes'"
                    " — name it once"
                )
        for code in listed:
            if code not in self.status_codes:
                raise ValueError(
                    f"'outcomes' names '{code}', which is no status code — drop it or explain it"
                )
        return self

    def outcome(self, code: str) -> Outcome:
        """Return what a status code counts as."""
        return next(outcome for outcome, codes in self.outcomes.items() if code in codes)
