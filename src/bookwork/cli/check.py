"""bookwork check: seeds, banks, evidence and pages, together."""

from __future__ import annotations

from pathlib import Path

import click

from bookwork.cli._shared import book_option, shown
from bookwork.model.freshness import complaints, reviews, today
from bookwork.model.kit import Kit
from bookwork.model.kit import check as check_kit


@click.command()
@book_option
@click.option(
    "--stale",
    is_flag=True,
    help="Also tell which events and questions were to be looked at again by now (review_by).",
)
def check(root: Path, stale: bool) -> None:
    """Check seeds, banks, evidence and pages together, in both editions.

    Every problem is a line `file:line: id: what — how to mend it`, and the exit code is 2. Nothing
    is written. What is only stale is no problem, and leaves the exit code as it is.
    """
    with shown():
        kit = check_kit(root)
    seeds, banks = kit.seeds, kit.banks
    questions = sum(len(bank.entries) for bank in banks.values())
    click.echo(
        f"All holds: {len(seeds.sentences) - 1} sentences, {len(seeds.events)} events,"
        f" {len(seeds.commitments)} commitments, {len(seeds.sources)} sources;"
        f" {questions} questions in {len(banks)} banks, each with evidence;"
        " every sentence is used by a passage and by a question."
    )
    if stale:
        _tell_stale(kit)


def _tell_stale(kit: Kit) -> None:
    """Print what was to be looked at again before today, and what comes next."""
    day = today()
    found = reviews(kit.seeds, kit.banks)
    overdue = [review for review in found if review.is_overdue(day)]
    for problem in complaints(overdue, kit.banks):
        click.echo(str(problem))
    rest = [review for review in found if not review.is_overdue(day)]
    coming = f"next is {rest[0].id}, by {rest[0].by.words()}" if rest else "nothing else has a day"
    click.echo(f"{len(overdue)} of {len(found)} reviews overdue; {coming}.")
