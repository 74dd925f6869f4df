"""bookwork build: check the kit, then let Jupyter Book build it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from string import ascii_uppercase

import click

from bookwork.cli._shared import BAD_INPUT, book_option, shown
from bookwork.cli.workshop import workshop
from bookwork.model.kit import check as check_kit
from bookwork.model.paper import PAPERS, READINGS
from bookwork.model.version import FIRST

FORMATS = ("html", "pdf", "packets", "epub", "singlehtml", "latex", "text", "man", "gettext")
PRINTED = ("pdf", "packets", "all")
"""Formats that paper, readings and versions are for."""

_OWN = {"html": ["html"], "singlehtml": ["singlehtml"], "latex": ["latex"]}
"""Formats that Jupyter Book names itself; others are Sphinx builders."""

_JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"
_STAGE = re.compile(r"^(?:\x1b\[[0-9;]*m)*(reading sources|writing output|Executing notebook)")
_PERCENT = re.compile(r"\[\s*(\d+)%\]")
_NOISE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@click.command()
@click.argument("format", type=click.Choice(["all", *FORMATS]), default="html")
@book_option
@click.option("--fresh", is_flag=True, help="Build everything again, not only what has changed.")
@click.option(
    "--teacher",
    is_flag=True,
    help="Build the teacher's edition, in _build/teacher/FORMAT: with the teacher's guide, keys and"
    " notes. Without this option none of them is in the book.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    help=f"For pdf: {PAPERS[0]} unless the book says otherwise.",
)
@click.option(
    "--reading", type=click.Choice(READINGS),
    help=f"For pdf: which reading of each chapter is printed, {READINGS[0]} unless the book says"
    " otherwise.",
)  # fmt: skip
@click.option(
    "--version", "letter", type=click.Choice(tuple(ascii_uppercase)), metavar="A-Z",
    help=f"For packets, {FIRST} unless the book says otherwise: in B to Z options stand in another"
    " order, so that neighbours can't copy. The key of a version is in the teacher's packet of that"
    " letter.",
)  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help="Show all that Sphinx says.")
def build(
    format: str,
    root: Path,
    fresh: bool,
    teacher: bool,
    paper: str | None,
    reading: str | None,
    letter: str | None,
    verbose: bool,
) -> None:
    """Check the kit, then build the book in FORMAT (html unless you say otherwise).

    \b
      html        pages with quizzes, in _build/html: open index.html, also from a USB stick
      pdf         what is printed, in _build/pdf: the book, a packet to work through for each
                  bank and one for all, the sheets of the simulation; tagged for screen readers
                  (PDF/UA-1). With --teacher, in _build/teacher/pdf: the packets with keys and
                  lesson plans, the facilitator's script, the guide
      packets     the same without the book and the guide: packets and sheets alone
      epub        for e-readers, without scripts, and without answers
      all         html, epub and pdf, and the teacher's pdf; with --teacher the teacher's html, too
      singlehtml  the pages of html on one page
      latex       for a LaTeX of your own
      text, man, gettext

    \b
      bookwork build pdf --paper us-letter --reading short
      bookwork build packets --version B; bookwork build packets --version B --teacher

    What is printed otherwise says so in its name: packet-context_B.pdf, book_short_us-letter.pdf.

    Warnings are errors, so that what is built is whole. What fails the check builds nothing, and
    leaves the last build as it was.
    """
    with shown():
        check_kit(root)
    if find_spec("jupyter_book") is None:
        click.echo("Jupyter Book is not installed: pip install 'bookwork[book]'", err=True)
        raise click.exceptions.Exit(BAD_INPUT)
    changes = {
        name: value
        for name, value in (
            ("bookwork_paper", paper),
            ("bookwork_printed_reading", reading),
            ("bookwork_version", letter),
        )
        # What is said here goes before what _config.yml says, also when it is the usual.
        if value is not None
    }
    wanted = [(format, teacher)]
    if format == "all":
        wanted = [("html", False), ("epub", False), ("pdf", False), ("pdf", True)]
        wanted += [("html", True)] if teacher else []
    elif changes and format not in PRINTED:
        given = ", ".join(f"--{name.rpartition('_')[2]}" for name in changes)
        told = f"{given} is for {' and '.join(PRINTED)}: build one of these, or leave it out"
        raise click.UsageError(told)
    for each, for_teacher in wanted:
        _build(each, root, changes, fresh=fresh, teacher=for_teacher, verbose=verbose)


def _build(
    format: str, root: Path, changes: dict[str, str], *, fresh: bool, teacher: bool, verbose: bool
) -> None:
    """Build one format of one edition, and say where it is."""
    started = time.monotonic()
    if format not in PRINTED:
        changes = {}
    if format == "packets":
        format, changes = "pdf", {**changes, "bookwork_printed": "packets"}
    place = workshop(root, format, teacher=teacher, changes=changes)
    how = _OWN.get(format, ["custom"])
    command = [
        sys.executable, "-c", _JUPYTER_BOOK, "build", str(root), "--builder", how[0],
        *(["--custom-builder", format] if how == ["custom"] else []),
        *place.options,
        "-n", "-W", "--keep-going", *(["--all"] if fresh else []),
    ]  # fmt: skip
    # What gettext has read bears marks of its own, which other formats refuse.
    if format == "gettext":
        shutil.rmtree(place.doctrees, ignore_errors=True)
    with place.lent():
        code, log = _run(command, verbose=verbose)
    if format == "gettext":
        shutil.rmtree(place.doctrees, ignore_errors=True)
    if code:
        click.echo("".join(line for line in log if _worth_showing(line)), err=True, nl=False)
        click.echo("The book was not built: mend what stands above.", err=True)
        raise click.exceptions.Exit(1)
    out = place.out
    if not out.is_dir():
        click.echo(f"Jupyter Book built nothing in {out}:\n{''.join(log)}", err=True)
        raise click.exceptions.Exit(1)
    first = out / "index.html"
    pages = len(list(out.rglob("*.html"))) if first.exists() else 0
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file()) / 1024
    what = f"{pages} pages, {size:,.0f} KiB" if pages else f"{size:,.0f} KiB"
    how_to = f"open {first}" if first.exists() else f"look into {out}"
    edition = " for teachers" if teacher else ""
    click.echo(f"Built {format}{edition} ({what}) in {time.monotonic() - started:.0f} s: {how_to}")


def _run(command: list[str], *, verbose: bool) -> tuple[int, list[str]]:
    """Run a command with its progress on one line; return its exit code and all it said."""
    log: list[str] = []
    live = sys.stderr.isatty() and not verbose
    shown_stage = ""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        errors="replace",
    ) as process:  # fmt: skip
        for line in process.stdout or ():
            log.append(line)
            if verbose:
                click.echo(line, nl=False)
                continue
            for step in line.split("\r"):
                if found := _STAGE.match(step):
                    percent = _PERCENT.search(step)
                    text = f"  {found[1]} {percent[1] + ' %' if percent else ''}".rstrip()
                    if live:
                        click.echo(f"\r{text:<60}", nl=False, err=True)
                    elif found[1] != shown_stage:
                        click.echo(f"  {found[1]} …", err=True)
                    shown_stage = found[1]
    if live and shown_stage:
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
    return process.returncode, log


def _worth_showing(line: str) -> bool:
    """Return whether a line of Sphinx says what is wrong."""
    bare = _NOISE.sub("", line)
    return any(word in bare for word in ("WARNING", "ERROR", "Error", "Exception", " — "))
