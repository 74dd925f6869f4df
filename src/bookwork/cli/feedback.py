"""Feedback coverage: what the labs' checks say to trials, and which messages no trial gets."""

from __future__ import annotations

import click

from bookwork.cli._shared import BAD_INPUT, shown
from bookwork.mark.lab import Tried, try_lab, unreached, unreached_general
from bookwork.model.kit import Kit
from bookwork.model.tables import tables


def show_feedback(kit: Kit, *, verbose: bool) -> None:
    """Print the coverage of every lab; exit with 2 if a trial fails or a message is unreached."""
    faults = 0
    everything: list[Tried] = []
    data = tables(kit.seeds)
    for lab in kit.labs.values():
        with shown():
            tried = try_lab(lab, data)
        everything += tried
        missed = unreached(lab, tried)
        failed = [each for each in tried if not each.holds]
        said = sum(len(task.messages) for task in lab.tasks.values())
        wrong = sum(not each.is_right for each in tried)
        click.echo(
            f"{lab.id}: {len(lab.tasks)} tasks, {wrong} wrong answers, {len(tried) - wrong} right "
            f"ones; {said - len(missed)} of {said} messages reached"
        )
        for each in tried if verbose else ():
            sign = "✓" if each.holds else "✗"
            words = each.result.message or "passed"
            click.echo(f"  {sign} {each.task}: {each.trial.name}: {words}")
        for each in failed:
            wanted = "pass" if each.is_right else f"get '{each.trial.gets}'"
            got = each.result.says or each.result.message or "passed"
            click.echo(f"broken: {each.task}: '{each.trial.name}' should {wanted}: {got}", err=True)
        for task, message in missed:
            click.echo(f"broken: {task}: no wrong answer gets '{message}'", err=True)
        faults += len(failed) + len(missed)
    lost = unreached_general(everything) if kit.labs else []
    for message in lost:
        click.echo(f"broken: no wrong answer gets '{message}', which any task may say", err=True)
    if faults + len(lost):
        raise click.exceptions.Exit(BAD_INPUT)
    if not kit.labs:
        click.echo("This book has no lab.")
        return
    click.echo("Every message is reached, and every trial is told what it should be.")
