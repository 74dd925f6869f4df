"""The tie: what binds two or more parties to each other, and how firmly."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bookwork.model.partialdate import WrittenDate
from bookwork.model.question import Fields
from bookwork.model.reference import EvidenceIds, RefersTo

Bond = Literal["law", "arrangement", "promise"]


class Tie(Fields):
    """A treaty, an arrangement or a promise between parties."""

    id: Annotated[str, Field(pattern=r"^t-[a-z0-9-]{2,38}$")]
    parties: Annotated[tuple[str, ...], Field(min_length=2, max_length=3), RefersTo("party")]
    bond: Bond
    since: WrittenDate
    name: Annotated[str, Field(max_length=40, description="As short as a label on the picture.")]
    says: Annotated[str, Field(description="What it binds them to, in one or two sentences.")]
    evidence: EvidenceIds


class Web(Fields):
    """What stands above the ties: three parties, and what each sort of bond means."""

    parties: Annotated[dict[str, str], Field(min_length=3, max_length=3)]
    bonds: dict[Bond, str]
