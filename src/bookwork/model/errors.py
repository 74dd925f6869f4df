"""The errors an author sees: where, what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


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
        """Return `file:line: id: what — how to mend`."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        name = f" {self.id}:" if self.id else ""
        mend = f" — {self.mend}" if self.mend else ""
        return f"{where}:{name} {self.what}{mend}"


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
    full = path.resolve()
    return full.relative_to(base).as_posix() if full.is_relative_to(base) else full.as_posix()
