"""What the commands share: the book's folder, and how errors are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.errors import AuthorError, Problem, relative
from bookwork.model.kit import Kit, load

F = TypeVar("F", bound=Callable[..., Any])

BAD_INPUT = 2

book_option: Callable[[F], F] = click.option(
    "--book",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The book's folder, with _config.yml and seeds/.  [default: here]",
)


@contextmanager
def shown() -> Iterator[None]:
    """Show an author's errors, a line each, and exit with 2; no traceback."""
    try:
        yield
    except AuthorError as reason:
        for problem in reason.problems:
            click.echo(str(problem), err=True)
        count = len(reason.problems)
        click.echo(f"{count} problem{'' if count == 1 else 's'}.", err=True)
        raise click.exceptions.Exit(BAD_INPUT) from None


def load_kit(root: Path) -> Kit:
    """Return the kit in a folder, or show its problems and exit."""
    with shown():
        return load(root)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Show why a file cannot be written, and exit with 2; what was there stays."""
    with shown():
        try:
            yield
        except OSError as reason:
            misplaced = isinstance(reason, FileExistsError | NotADirectoryError)
            why = "its folder is a file" if misplaced else reason.strerror
            what = f"it cannot be written ({why})"
            problem = Problem(relative(path), 0, "", what, "choose another place")
            raise AuthorError(problem) from None
