"""The clause: what a promise says on one point, to hold a class's own draft against."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from bookwork.model.question import Fields
from bookwork.model.reference import EvidenceIds

CLAUSE_ID = r"^k[0-9]{2}$"
_WORD = re.compile(r"^[^\W_]+(?:['’-][^\W_]+)*(?: [^\W_]+(?:['’-][^\W_]+)*)*$")


def _check_question(question: str) -> str:
    """Return a question that can be a heading: the search of the pages shows headings as HTML."""
    if "<" in question:
        raise ValueError("a '<' stands in the question — write it in words")
    return question


class Neighbour(Fields):
    """A draft that goes further than the clause, or less far, and what on record is like it."""

    draft: str
    like: str
    evidence: EvidenceIds


class Clause(Fields):
    """One point of a promise: what it says, how firmly, and what would be more or less."""

    id: Annotated[str, Field(pattern=CLAUSE_ID)]
    question: Annotated[str, AfterValidator(_check_question)]
    says: str
    wording: str
    evidence: EvidenceIds
    words: Annotated[tuple[str, ...], Field(min_length=1)]
    stronger: Neighbour
    weaker: Neighbour
    note: str = ""

    @field_validator("words")
    @classmethod
    def _can_be_found(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        seen: set[str] = set()
        for word in words:
            if not _WORD.match(word):
                raise ValueError(f"'{word}' is no word to look for — write letters and digits")
            if word.casefold() in seen:
                raise ValueError(f"'{word}' stands there twice — once is enough")
            seen.add(word.casefold())
        return words


class Basis(Fields):
    """What is compared, and on what terms."""

    about: str
    caution: str


class Comparison(Fields):
    """What stands above the clauses."""

    meta: Basis
