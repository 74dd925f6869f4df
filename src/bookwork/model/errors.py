"""The errors an author sees: where, what is wrong, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LONGEST = 400
"""Most characters that one part of a message has: what it quotes may be as long as a file."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What steers a terminal, turns the direction of text, breaks a line or cannot be written."""


def visible(text: str) -> str:
    """Return text as one line that a terminal only shows, however hostile: `\\x1b` for Escape."""
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return _UNSEEN.sub(lambda found: ascii(found[0])[1:-1], shown)


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file.

    `line` counts from 1; 0 means the file as a whole. `id` is the question's, sentence's or
    event's id, or empty.
    """

    file: str
    line: int
    id: str
    what: str
    mend: str

    def __str__(self) -> str:
        """Return `file:line: id: what — how to mend`, on one line and harmless in a terminal."""
        where = f"{visible(self.file)}:{self.line}" if self.line else visible(self.file)
        name = f" {visible(self.id)}:" if self.id else ""
        mend = f" — {visible(self.mend)}" if self.mend else ""
        return f"{where}:{name} {visible(self.what)}{mend}"


class AuthorError(Exception):
    """One or more problems in what an author wrote; shown without a traceback."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Keep the problems, sorted by file and line, each once."""
        found = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.problems: tuple[Problem, ...] = tuple(sorted(set(found)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SeedError(AuthorError):
    """A fault in seeds/: the article, its sentences, events, commitments, sources."""


class BankError(AuthorError):
    """A fault in a question bank."""


class BookError(AuthorError):
    """A fault in the book's pages or configuration."""


class AnswersError(AuthorError):
    """A fault in a student's answers file."""


def relative(path: Path, root: Path | None = None) -> str:
    """Return the path as shown to an author: from the root (default: here) when it is inside."""
    base = (root or Path.cwd()).resolve()
    try:
        full = path.resolve()
    except (OSError, RuntimeError):  # links that run in a circle
        return path.as_posix()
    return full.relative_to(base).as_posix() if full.is_relative_to(base) else full.as_posix()
