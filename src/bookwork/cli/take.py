"""bookwork take: a chapter's questions, asked in the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import click

from bookwork.cli._shared import BAD_INPUT, book_option, load_kit, writing
from bookwork.mark import ResponseError, score
from bookwork.mark.feedback import answer_name, feedback
from bookwork.model.errors import visible
from bookwork.model.files import check_writable, write_atomically
from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Option,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.shuffle import partners, shuffled
from bookwork.strings import plural

LETTERS = ascii_lowercase.replace("q", "")
"""The letters of options; q stops."""

_NUMBER = re.compile(r"[0-9]{1,2}")


class Leave(Exception):  # noqa: N818 - nothing went wrong
    """The student wants to stop."""


@click.command()
@click.argument("chapter")
@book_option
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the answers to this .json file, for `bookwork mark`.",
)
def take(chapter: str, root: Path, save: Path | None) -> None:
    """Ask the questions of CHAPTER in the terminal, with marks and feedback.

    Answer with the letters shown. An empty answer skips; ? gives a hint, ! shows the answer, and
    q stops.
    """
    kit = load_kit(root)
    if chapter not in kit.banks:
        banks = ", ".join(kit.banks)
        click.echo(f"There is no chapter '{visible(chapter)}': use one of {banks}.", err=True)
        raise click.exceptions.Exit(BAD_INPUT)
    if save:
        with writing(save):
            check_writable(save)  # now, not when all is answered
    items = kit.banks[chapter].items
    answers: dict[str, Any] = {}
    marks: list[dict[str, Any]] = []
    try:
        for number, item in enumerate(items, 1):
            click.secho(f"\n{number} of {len(items)}. {plain(item.stem)}", bold=True)
            response = _ask(item)
            mark = score(item.task(), response)
            if mark["state"] != "blank":
                answers[item.id] = response
                marks.append(mark)
                _tell(item, mark)
    except (Leave, click.Abort, EOFError):
        click.echo()
    earned, possible = (sum(m[field] for m in marks) for field in ("earned", "possible"))
    questions = plural("{n} question", "{n} questions", len(marks))
    click.echo(f"\n{earned} of {possible} points on {questions}.")
    if save:
        versions = {item.id: item.digest() for item in items if item.id in answers}
        data = {"book": kit.book, "answers": answers, "versions": versions}
        with writing(save):
            write_atomically(save, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        click.echo(f"Your answers are in {save}.")


def _tell(item: Item, mark: dict[str, Any]) -> None:
    words = {
        "right": "Right.",
        "partly": "Partly right.",
        "wrong": "Not yet.",
        "unmarked": "Kept." if item.is_kept else "Compare your answer with what follows.",
    }[mark["state"]]
    points = f" {mark['earned']} of {mark['possible']}" if mark["possible"] else ""
    click.secho(f"{words}{points}", fg="green" if mark["state"] == "right" else "yellow")
    for line in feedback(item, mark):
        click.echo(f"  {line}")
    if mark["state"] != "right":
        _answer(item)
    for part in item.parts:
        if isinstance(part.task, Extended) and part.task.rubric:
            _compare(part.task)


def _answer(item: Item) -> None:
    click.echo(f"  {answer_name(item)}: {plain(item.answer)}")


def _compare(task: Extended) -> None:
    """Print what a written answer is compared with."""
    click.echo("  Look for:")
    for criterion in task.rubric:
        click.echo(f"  - {plain(criterion)}")
    for sample in task.samples:
        click.echo(f"  {sample.level}: {plain(sample.text)}")
        click.echo(f"    Why: {plain(sample.why)}")


def _ask(item: Item) -> dict[str, Any]:
    """Return a response to an item, part by part."""
    if item.passage:
        click.echo(plain(item.passage))
    return {part.id: value for part in item.parts if (value := _ask_part(item, part)) is not None}


def _ask_part(item: Item, part: Part) -> Any:
    """Return a part's response; None when it is skipped."""
    if part.prompt:
        click.echo(f"  {plain(part.prompt)}")
    letters = _show(item, part)
    while True:
        label = f"[{part.id}] " if item.passage else ""
        line = click.prompt(f"{label}>", prompt_suffix=" ", default="", show_default=False).strip()
        if line == "?":
            click.echo(f"  Hint: {plain(item.hint)}")
        elif line == "!":
            _answer(item)
        elif line.lower() == "q":
            raise Leave
        elif not line:
            return None
        else:
            try:
                value = _read(part, line, letters)
                score(item.task(), {part.id: value})
            except (ResponseError, KeyError) as reason:
                click.echo(f"  That is not an answer to this ({reason.args[0]}).")
                continue
            return value


def _show(item: Item, part: Part) -> dict[str, str]:
    """Print what a part offers; return the letter of each option."""
    task = part.task
    match task:
        case (
            Choice(options=options)
            | Spans(options=options)
            | Survey(options=options)
            | Region(areas=options)
        ):
            return _list(options)
        case Order(options=options, before=before):
            click.echo("  Write the letters in order.")
            return _list(tuple(shuffled(options, item.id, before)))
        case Match(left=left):
            for number, option in enumerate(left, 1):
                click.echo(f"  {number}. {plain(option.text)}")
            click.echo("  Write pairs, such as 1b 2a.")
            return _list(tuple(partners(item, task)))
        case Numeric() | Text() | Extended():
            return {}


def _list(options: tuple[Option, ...]) -> dict[str, str]:
    letters = dict(zip(LETTERS, options, strict=False))
    for letter, option in letters.items():
        click.echo(f"  {letter}. {plain(option.text)}")
    return {letter: option.id for letter, option in letters.items()}


def _read(part: Part, line: str, letters: dict[str, str]) -> Any:
    """Return what a line means as a response; KeyError for a letter that is not there."""
    task = part.task
    words = line.lower().replace(",", " ").split()
    match task:
        case Choice() | Spans() | Order() | Region() | Survey():
            if len(words) == 1 and len(words[0]) > 1:
                words = list(words[0])
            return [letters[word] for word in words]
        case Match():
            pairs = {}
            for word in words:
                number = int(word[:-1]) if _NUMBER.fullmatch(word[:-1]) else 0
                if not 1 <= number <= len(task.left):
                    raise KeyError(word)
                pairs[task.left[number - 1].id] = letters[word[-1]]
            return pairs
        case Text() | Numeric() | Extended():
            return line
