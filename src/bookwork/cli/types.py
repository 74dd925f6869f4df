"""bookwork types: the reference of question types."""

from __future__ import annotations

import click

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.question import types as registered


def table() -> str:
    """Return the reference of question types as a Markdown table."""
    rows = ["| type | the reader | points |", "|---|---|---|"]
    rows += [f"| `{tag}` | {t.summary} | {t.credit} |" for tag, t in registered().items()]
    return "\n".join(rows)


@click.command()
def types() -> None:
    """Print the question types: what the reader does, and how points are given."""
    click.echo(table())
