"""bookwork mark: score a student's answers, or the labs of a class, with feedback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bookwork.cli._shared import book_option, load_kit, shown
from bookwork.cli.mark_labs import lab_options, mark_labs
from bookwork.mark.answers import Marked, load_answers, mark_answers
from bookwork.mark.feedback import feedback
from bookwork.mark.submission import SUFFIXES
from bookwork.model.markdown import plain
from bookwork.model.primitives import Extended
from bookwork.strings import plural

SIGNS = {"right": "✓", "partly": "±", "wrong": "✗", "blank": "·", "unmarked": "✎"}


@click.command()
@click.argument("answers", metavar="ANSWERS|FOLDER", type=click.Path(path_type=Path))
@book_option
@click.option("--json", "as_json", is_flag=True, help="Print marks as JSON instead of words.")
@click.option("--quiet", is_flag=True, help="Print the total only.")
@lab_options
def mark(answers: Path, root: Path, as_json: bool, quiet: bool, **of_labs: Any) -> None:
    """Score the answers in a file, or check the labs in a folder.

    A file is a student's answers to questions (.yml, or the .json that the page downloads):

    \b
      book: camp-david-2023
      answers:
        ctx-first-sense: b
        ctx-met-earlier: [a, d]

    Questions without an answer don't count. Open answers are listed for a person to read.

    A folder holds what a class has handed in, a file for each student (.py, or the .ipynb that the
    page downloads) or a folder for each. The student is called as the file or the folder is; which
    lab it is, the tasks in it say. One such file alone will do, too.

    \b
      bookwork mark class-9b                            a line for each student
      bookwork mark class-9b -v                         with what each check says
      bookwork mark class-9b --feedback for-students    a file for each student to read
      bookwork mark class-9b --csv labs.csv             a table

    Students' code runs in processes of its own with little time, memory and room, and where the
    system can refuse it, without other files, programs or a network. What holds on this computer
    and what nothing can protect from is printed first. Code that hangs, breaks down or does harm
    costs its student that task, and nobody else anything.

    The checks are public, and they look at a few things: they don't say that all is right.

    The exit code is 0 when all was marked, however well; 1 when the computer could not shut in
    some student's code, which then has not run; 2 when there is nothing to mark.
    """
    kit = load_kit(root)
    if answers.is_dir() or answers.suffix.lower() in SUFFIXES:
        mark_labs(kit, answers, as_json=as_json, quiet=quiet, **of_labs)
        return
    if given := [name for name, value in of_labs.items() if value]:
        what = f"'--{given[0]}' is for the labs of a class"
        raise click.UsageError(f"{what}, and '{answers}' is no folder with any.")
    with shown():
        marked = mark_answers(load_answers(answers), kit.banks, kit.book)
    answered = [m.mark for m in marked if m.mark["state"] != "blank"]
    earned = sum(mark["earned"] for mark in answered)
    possible = sum(mark["possible"] for mark in answered)
    if as_json:
        click.echo(json.dumps(_report(marked, earned, possible), ensure_ascii=False, indent=1))
        return
    for each in () if quiet else marked:
        _show(each)
    unread = sum(m.mark["state"] == "unmarked" and _is_for_reading(m) for m in marked)
    note = f"; {unread} to be read by a person" if unread else ""
    questions = plural("{n} question", "{n} questions", len(answered))
    click.echo(f"{earned} of {possible} points on {questions}{note}.")


def _report(marked: list[Marked], earned: int, possible: int) -> dict[str, Any]:
    return {
        "earned": earned,
        "possible": possible,
        "questions": [
            {
                "id": m.item.id,
                "changed": m.changed,
                **m.mark,
                "feedback": list(feedback(m.item, m.mark)),
            }
            for m in marked
        ],
    }


def _is_for_reading(marked: Marked) -> bool:
    """Return whether something was to be written: a choice that is not scored reads itself."""
    return any(isinstance(part.task, Extended) for part in marked.item.parts)


def _show(marked: Marked) -> None:
    mark = marked.mark
    match mark["state"]:
        case "blank":
            points = "not answered"
        case "unmarked":
            points = "to be read" if _is_for_reading(marked) else "kept"
        case _:
            points = f"{mark['earned']}/{mark['possible']}"
    click.echo(f"{SIGNS[mark['state']]} {marked.item.id}: {points}")
    if marked.changed:
        click.echo("    The question has changed since it was answered.")
    for words in feedback(marked.item, mark):
        click.echo(f"    {words}")
    if mark["state"] in ("wrong", "partly"):
        click.echo(f"    Answer: {plain(marked.item.answer)}")
        click.echo(f"    Evidence: {', '.join(marked.item.evidence)}")
