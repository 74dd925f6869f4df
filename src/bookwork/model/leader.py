"""The leader: who held a country's highest office, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Annotated

from pydantic import Field, model_validator

from bookwork.model.partialdate import WrittenDate
from bookwork.model.question import Fields
from bookwork.model.reference import EvidenceIds, RefersTo


class Leader(Fields):
    """A term of office; without an end, it lasts beyond what the sources cover."""

    id: Annotated[str, Field(pattern=r"^o-[a-z0-9-]{2,38}$")]
    person: Annotated[str, RefersTo("person")]
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$"), RefersTo("country")]
    office: Annotated[str, Field(min_length=1)]
    start: WrittenDate
    end: WrittenDate | None = None
    evidence: EvidenceIds
    note: str = ""

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Leader:
        if self.end is not None and self.end.before(self.start):
            raise ValueError(
                f"the term ends ({self.end}) before it starts ({self.start}) — change one of them"
            )
        return self

    def surely_overlaps(self, other: Leader) -> bool:
        """Return whether both terms surely share a time; the day of a change is nobody's alone."""
        return all(
            one.end is None or two.start.before(one.end)
            for one, two in ((self, other), (other, self))
        )


def clashes(leaders: Iterable[Leader]) -> Iterator[tuple[Leader, Leader]]:
    """Yield each two terms of one office that cannot both be right."""
    for one, two in combinations(leaders, 2):
        if (one.country, one.office) == (two.country, two.office) and one.surely_overlaps(two):
            yield one, two
