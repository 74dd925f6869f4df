"""The person: someone the book names, in one plain sentence."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bookwork.model.question import Fields
from bookwork.model.reference import CountryCodes
from bookwork.model.term import TERM_ID


class Person(Fields):
    """Someone named in the book; the name is in the order of their own country."""

    id: Annotated[str, Field(pattern=TERM_ID)]
    name: str
    also: tuple[str, ...] = ()
    family_name: str
    countries: Annotated[CountryCodes, Field(min_length=1)]
    definition: str
    note: str = ""

    def names(self) -> tuple[str, ...]:
        """Return every form under which the person can be looked up."""
        return (self.name, *self.also)
