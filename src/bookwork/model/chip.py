"""The chip: a role in Markdown that points at a piece of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bookwork.model.evidence import EvidenceKind, EvidenceRef

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

ROLES: dict[str, EvidenceKind] = {"s": "sentence", "event": "event", "commitment": "commitment"}
"""Roles, and what each points at; every role that begins with `cite` points at sources."""

_INLINE = re.compile(r"\{([\w:-]+)\}`([^`]+)`|(`+)(?!`).*?\3")
"""A role with its text, or a piece of code; whichever comes first is what a reader sees."""


def chips(line: str) -> Iterator[tuple[EvidenceKind, str]]:
    """Yield the kind and id of each chip in a line; several ids may stand in one role."""
    for role, ids, _code in _INLINE.findall(line):
        kind = "source" if role.startswith("cite") else ROLES.get(role)
        if kind:
            for id in ids.split(","):
                yield kind, id.strip()


def chip_fault(kind: EvidenceKind, id: str, seeds: Seeds) -> tuple[str, str] | None:
    """Return what is wrong with a chip and how to mend it; None if it points at its kind."""
    try:
        seeds.evidence(id)
    except ValueError as reason:
        what, _dash, mend = str(reason).partition(" — ")
        return what, mend
    found = EvidenceRef.parse(id).kind
    return None if found == kind else (f"'{id}' is the id of a {found}", "use the role of its kind")
