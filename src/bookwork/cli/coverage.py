"""bookwork coverage: how well the questions are spread, and which sentences rest on nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bookwork.cli._shared import BAD_INPUT, book_option, load_kit, shown
from bookwork.cli.feedback import show_feedback
from bookwork.model.balance import (
    A_OBJECTIVE,
    CHOICE,
    LEVELS,
    advice,
    broken_rules,
    is_keyed,
    key_positions,
    keyed,
    matrix,
    share,
)
from bookwork.model.bank import Bank
from bookwork.model.claims import classify, prose_pages
from bookwork.model.coverage import pages as all_pages
from bookwork.model.errors import relative


@click.command()
@click.argument("pages", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@book_option
@click.option("--claims", is_flag=True, help="Look at the pages' sentences instead.")
@click.option("--feedback", is_flag=True, help="Try the labs' checks on their trials instead.")
@click.option("--strict", is_flag=True, help="Exit with 2 if a rule of balance is broken.")
@click.option("--json", "as_json", is_flag=True, help="Print the balance as JSON.")
@click.option("-v", "--verbose", is_flag=True, help="With --claims: every sentence and its kind.")
def coverage(
    pages: tuple[Path, ...],
    root: Path,
    claims: bool,
    feedback: bool,
    strict: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Print how questions are spread over objectives, levels and types.

    With --claims, print the sentences of PAGES (all, unless you name some) that state something
    and have no chip: those are to be mended, and the exit code is 2. What may stand without one:
    questions; instructions (an imperative first, or addressed to reader, class or teacher);
    sentences about this book; the simulation's invented sheets; transitions (at most 14 words
    without figure, name or verb of reporting); labels without a verb; and what book/uncited.yml
    accepts, each with its reason.

    With --feedback, run the labs' checks on the model, on every wrong answer and on other right
    ones. A wrong answer must get its own message, a right one must pass, and each message must be
    got by some wrong answer: else the exit code is 2. -v prints every trial and what it was told.
    """
    kit = load_kit(root)
    if feedback:
        show_feedback(kit, verbose=verbose)
        return
    if claims:
        _claims(root, list(pages), verbose=verbose)
        return
    data = report(kit.banks)
    broken = list(broken_rules(kit.seeds, kit.banks))
    if as_json:
        click.echo(json.dumps({**data, "broken": broken}, ensure_ascii=False, indent=1))
    else:
        _show(kit.banks, data)
        for problem in advice(kit.banks):
            click.echo(f"advice: {problem}")
        for rule in broken:
            click.echo(f"broken: {rule}", err=True)
        if not broken:
            click.echo("Every rule of balance holds.")
    if broken and strict:
        raise click.exceptions.Exit(BAD_INPUT)


def report(banks: Mapping[str, Bank]) -> dict[str, Any]:
    """Return the figures of the banks."""
    items = keyed(banks)
    types = Counter(item.type for bank in banks.values() for item in bank.items)
    return {
        "keyed": {bank.id: sum(map(is_keyed, bank.items)) for bank in banks.values()},
        "questions": {bank.id: len(bank.items) for bank in banks.values()},
        "types": dict(sorted(types.items())),
        "choice": round(share(items, sum(item.type in CHOICE for item in items)), 3),
        "recall": round(share(items, sum(item.level == "recall" for item in items)), 3),
        "keys": dict(sorted(key_positions(banks).items())),
        "objectives": {row.objective: dict(row.counts) for row in matrix(banks)},
    }


def _show(banks: Mapping[str, Bank], data: dict[str, Any]) -> None:
    head = f"{'objective':<58}" + "".join(f"{level[:10]:>11}" for level in LEVELS)
    click.echo(f"{head}{'all':>6}")
    for row in matrix(banks):
        name = f"{row.objective}  {row.text}"
        name = name if len(name) <= 56 else f"{name[:55]}…"
        counts = "".join(f"{row.counts[level] or '·':>11}" for level in LEVELS)
        few = "  too few" if row.total < A_OBJECTIVE else ""
        click.echo(f"{name:<58}{counts}{row.total:>6}{few}")
    click.echo()
    for bank in banks.values():
        click.echo(f"{bank.title}: {data['questions'][bank.id]} questions,"
                   f" {data['keyed'][bank.id]} keyed")  # fmt: skip
    total = sum(data["keyed"].values())
    click.echo(f"{total} keyed questions in all, of {len(data['types'])} types;"
               f" {data['choice']:.0%} choice, {data['recall']:.0%} recall.")  # fmt: skip
    click.echo("Types: " + ", ".join(f"{tag} {count}" for tag, count in data["types"].items()))
    keys = ", ".join(f"{letter} {count}" for letter, count in data["keys"].items())
    click.echo(f"Right options of choice questions: {keys}")


def _claims(root: Path, chosen: list[Path], *, verbose: bool) -> None:
    with shown():
        listed = chosen or prose_pages(all_pages(root))
        found = list(classify(root, listed))
    for path in listed:
        kinds = Counter(each.kind for each in found if each.passage.path == path)
        counts = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        click.echo(f"{relative(path)}: {counts or 'no prose'}")
    bad = [each for each in found if each.kind == "claim"]
    for each in found if verbose else bad:
        if verbose and each.kind == "evidence":
            continue
        where = f"{relative(each.passage.path)}:{each.passage.line}"
        click.echo(f"{where}: {each.kind}: {each.passage.bare}")
    if bad:
        click.echo(f"{len(bad)} claims without evidence.", err=True)
        raise click.exceptions.Exit(BAD_INPUT)
    click.echo("Every claim can be followed to its evidence.")
