"""The event: something that happened, when, and how surely that is known."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, model_validator

from bookwork.model.evidence import EVENT_ID
from bookwork.model.partialdate import Precision, WrittenDate
from bookwork.model.question import Fields
from bookwork.model.reference import CountryCodes, RefersTo, SourceIds

Track = Literal["context", "agreements", "challenges"]
Confidence = Literal["seen", "established", "unconfirmed"]
Basis = Literal["first-hand", "second-hand", "reference", "inferred"]


class Dated(Fields):
    """A date with its sources, and how surely it is known."""

    date: WrittenDate
    precision: Precision
    sources: SourceIds
    confidence: Confidence
    basis: Basis

    @model_validator(mode="after")
    def _precision_is_the_dates(self) -> Dated:
        if self.date.precision != self.precision:
            raise ValueError(
                f"the date '{self.date}' is written to the {self.date.precision}, but precision"
                f" says '{self.precision}' — change one of them"
            )
        return self


class Event(Dated):
    """Something that happened."""

    id: Annotated[str, Field(pattern=EVENT_ID)]
    title: str
    description: str
    track: Track
    countries: Annotated[CountryCodes, Field(min_length=1)]
    kind: Annotated[str, RefersTo("kind")]
    tier: Literal["core", "extra"]
    note: str = ""
    as_of: WrittenDate | None = None
    review_by: WrittenDate | None = None
    """The day by which somebody should look whether it still holds."""


class Horizon(Fields):
    """The last days that each sort of source covers."""

    first_hand_news: WrittenDate
    white_house_pages: WrittenDate
    second_hand_digests: WrittenDate
    after: str


class About(Fields):
    """When the facts were checked, what they cannot know, and how contested names are written."""

    as_of: WrittenDate
    horizon: Horizon
    naming_note: str


def _all_of(values: object) -> AfterValidator:
    """Return a check that every one of a Literal's values is explained."""

    def check(meanings: dict[str, str]) -> dict[str, str]:
        for name in get_args(values):
            if name not in meanings:
                raise ValueError(f"'{name}' is not explained — add a line that says what it means")
        return meanings

    return AfterValidator(check)


class Chronicle(Fields):
    """What stands above the events: the meaning of each value that they use."""

    meta: About
    tracks: Annotated[dict[Track, str], _all_of(Track)]
    kinds: dict[str, str]
    confidence_values: Annotated[dict[Confidence, str], _all_of(Confidence)]
    basis_values: Annotated[dict[Basis, str], _all_of(Basis)]
