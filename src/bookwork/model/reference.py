"""The reference: a field that names something which must exist elsewhere in the seeds.

A model says so where the field stands (`sources: SourceIds`), and one walk over the models finds
every reference to check; a new field or model needs no check of its own.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from bookwork.model.evidence import COMMITMENT_ID, EVENT_ID, SENTENCE_ID, SOURCE_ID, EvidenceRef
from bookwork.model.yamlfile import Place

Noun = Literal[
    "sentence", "event", "commitment", "source", "country", "kind", "verdict", "status code",
    "rung", "party", "person",
]  # fmt: skip

WHERE: dict[Noun, str] = {
    "sentence": "sentences.yml",
    "event": "events.yml",
    "commitment": "commitments.yml",
    "source": "sources.bib",
    "country": "places.yml",
    "kind": "events.yml",
    "verdict": "sentences.yml",
    "status code": "commitments.yml",
    "rung": "commitments.yml",
    "party": "ties.yml",
    "person": "people.yml",
}
"""The file of seeds/ in which things of each sort stand."""


@dataclass(frozen=True)
class RefersTo:
    """Marks a field whose text, or each of whose texts, names a thing of this sort."""

    noun: Noun | Literal["evidence"]


_Source = Annotated[str, Field(pattern=SOURCE_ID)]
SourceIds = Annotated[tuple[_Source, ...], Field(min_length=1), RefersTo("source")]
EventIds = Annotated[tuple[Annotated[str, Field(pattern=EVENT_ID)], ...], RefersTo("event")]
SentenceIds = Annotated[
    tuple[Annotated[str, Field(pattern=SENTENCE_ID)], ...], RefersTo("sentence")
]
CommitmentIds = Annotated[
    tuple[Annotated[str, Field(pattern=COMMITMENT_ID)], ...], RefersTo("commitment")
]
EvidenceIds = Annotated[tuple[_Source, ...], Field(min_length=1), RefersTo("evidence")]
CountryCodes = Annotated[
    tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...], RefersTo("country")
]


def references(model: BaseModel, place: Place = ()) -> Iterator[tuple[Place, Noun, str]]:
    """Yield each reference in a model and the models inside it: its place, sort and target."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        at = (*place, field.alias or name)
        marks = [mark for mark in field.metadata if isinstance(mark, RefersTo)]
        listed = value if isinstance(value, tuple) else (value,)
        for index, part in enumerate(listed):
            inside = (*at, index) if isinstance(value, tuple) else at
            if isinstance(part, BaseModel):
                yield from references(part, inside)
            for mark in marks:
                noun = EvidenceRef.parse(part).kind if mark.noun == "evidence" else mark.noun
                yield inside, noun, part


def missing(noun: Noun, name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return what to tell an author who named something that does not exist, and how to mend it."""
    # Ids with a number and country codes are all alike: the nearest one would be a wild guess.
    spoken = noun in ("source", "kind", "verdict", "status code", "rung", "party", "person")
    near = difflib.get_close_matches(name, list(known), 1) if spoken else []
    mend = f"did you mean '{near[0]}'?" if near else f"see seeds/{WHERE[noun]}"
    return f"there is no {noun} '{name}'", mend
