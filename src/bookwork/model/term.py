"""The term: a word, institution or region that the book explains in one plain sentence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bookwork.model.question import Fields

TERM_ID = r"^g-[a-z0-9-]{2,38}$"


class Term(Fields):
    """An entry of the glossary."""

    id: Annotated[str, Field(pattern=TERM_ID)]
    term: str
    also: tuple[str, ...] = ()
    category: Literal["term", "institution", "place"]
    definition: str
    note: str = ""

    def names(self) -> tuple[str, ...]:
        """Return every form under which the entry can be looked up."""
        return (self.term, *self.also)
