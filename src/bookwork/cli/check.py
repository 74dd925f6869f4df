"""bookwork check: seeds, banks, evidence and pages, together."""

from __future__ import annotations

from pathlib import Path

import click

from bookwork.cli._shared import book_option, shown
from bookwork.model.kit import check as check_kit


@click.command()
@book_option
def check(root: Path) -> None:
    """Check seeds, banks, evidence and pages together.

    Every problem is a line `file:line: id: what — how to mend`, and the exit code is 2. Nothing
    is written.
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
