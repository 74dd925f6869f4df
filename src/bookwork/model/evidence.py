"""The evidence reference: an id that points at a sentence, an event, a commitment or a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

EvidenceKind = Literal["sentence", "event", "commitment", "source"]

SENTENCE_ID = r"^s[0-9]{2}$"
EVENT_ID = r"^e[0-9]{3}$"
COMMITMENT_ID = r"^c[0-9]{2}$"
SOURCE_ID = r"^[a-z][a-z0-9-]{1,39}$"

_PATTERNS: tuple[tuple[EvidenceKind, re.Pattern[str]], ...] = (
    ("sentence", re.compile(SENTENCE_ID)),
    ("event", re.compile(EVENT_ID)),
    ("commitment", re.compile(COMMITMENT_ID)),
    ("source", re.compile(SOURCE_ID)),
)


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """What an evidence id points at: the id's form alone says which kind of thing."""

    kind: EvidenceKind
    id: str

    @classmethod
    def parse(cls, text: str) -> EvidenceRef:
        """Return what an id points at; ValueError (what — mend) if it has the form of none."""
        for kind, pattern in _PATTERNS:
            if pattern.fullmatch(text):
                return cls(kind, text)
        raise ValueError(
            f"'{text}' is not an evidence id — write s04, e050, c01 or the key of a source"
        )
