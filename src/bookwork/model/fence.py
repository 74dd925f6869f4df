"""The fence: a directive or listing in a Markdown page, read by hand so that no build is needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

LISTINGS = frozenset(
    {"code-block", "code-cell", "code", "literalinclude", "raw", "math", "toctree",
     "bibliography", "include", "eval-rst", "mermaid", "graphviz"}
)  # fmt: skip
"""Directives of others whose body is not prose."""

_DIRECTIVE = re.compile(r"\{([\w-]+)\}")
_FENCE = re.compile(r"^(`{3,}|~{3,}|:{3,})(.*)$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """A fence: its mark, the directive that it names ("" for a listing) and what follows that."""

    mark: str
    name: str
    argument: str
    is_prose: bool


@dataclass(frozen=True)
class Line:
    """A line of a page, and the fences that it stands in; one that opens or ends a fence is in it.

    Comments are left out of `text`.
    """

    number: int
    text: str
    kind: Literal["open", "close", "listing", "prose"]
    fences: tuple[Fence, ...]

    def is_in(self, name: str) -> bool:
        """Return whether the line stands in a directive of a name, however deep."""
        return any(fence.name == name for fence in self.fences)


def walk(text: str, no_prose: Collection[str] = LISTINGS) -> Iterator[Line]:
    """Yield the lines of a page; `no_prose` names the directives whose body is not prose."""
    fences: list[Fence] = []
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for number, line in enumerate(bare.split("\n"), 1):
        stripped = line.strip()
        if fences and stripped.startswith(fences[-1].mark) and not stripped.strip(stripped[0]):
            yield Line(number, line, "close", tuple(fences))
            fences.pop()
        elif fences and not fences[-1].is_prose:
            yield Line(number, line, "listing", tuple(fences))
        elif found := _FENCE.match(stripped):
            named = _DIRECTIVE.match(found[2])
            name = named[1] if named else ""
            argument = found[2][named.end() :].strip() if named else ""
            # A directive's prose counts, a listing's text does not.
            fences.append(Fence(found[1], name, argument, bool(name) and name not in no_prose))
            yield Line(number, line, "open", tuple(fences))
        else:
            yield Line(number, line, "prose", tuple(fences))
