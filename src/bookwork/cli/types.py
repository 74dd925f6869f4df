"""bookwork types: the reference of question types."""

from __future__ import annotations

import difflib

import click
import yaml

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.cli._shared import BAD_INPUT
from bookwork.model.question import Question
from bookwork.model.question import types as registered

SHARED = {
    "objective": "ctx-o1",
    "level": "understand",
    "stem": "The question itself?",
    "evidence": ["s01"],
    "hint": "Where to look, without giving it away.",
    "answer": "Why the key is right.",
}
"""What every question has, as a start."""


def table() -> str:
    """Return the reference of question types as a Markdown table."""
    rows = ["| type | the reader | points |", "|---|---|---|"]
    rows += [f"| `{tag}` | {t.summary} | {t.credit} |" for tag, t in registered().items()]
    return "\n".join(rows)


def example(tag: str, model: type[Question]) -> str:
    """Return a whole question of a type as it stands in a bank (YAML)."""
    question = {"id": f"my-{tag}", "type": tag, **SHARED, **model.sample}
    return yaml.safe_dump([question], sort_keys=False, allow_unicode=True, width=88).rstrip()


@click.command()
@click.argument("type", required=False)
def types(type: str | None) -> None:
    """Print the question types: what the reader does, and how points are given.

    With a TYPE, print a whole question of it, to copy into a bank.
    """
    known = registered()
    if type is None:
        click.echo(table())
    elif type in known:
        click.echo(f"# {known[type].summary}. {known[type].credit}")
        click.echo(example(type, known[type]))
    else:
        near = difflib.get_close_matches(type, known, 1)
        mend = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(known)}"
        click.echo(f"There is no type '{type}' — {mend}", err=True)
        raise click.exceptions.Exit(BAD_INPUT)
