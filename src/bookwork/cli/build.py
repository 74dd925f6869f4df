"""bookwork build: check the kit, then let Jupyter Book build it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import click

from bookwork.cli._shared import BAD_INPUT, book_option, shown
from bookwork.cli.workshop import students, teachers
from bookwork.model.kit import check as check_kit

FORMATS = ("html", "pdf", "epub", "singlehtml", "latex", "text", "man", "gettext")
_OWN = {"html": ["html"], "singlehtml": ["singlehtml"], "latex": ["latex"]}
"""Formats that Jupyter Book names itself; others are Sphinx builders."""

_JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"
_STAGE = re.compile(r"^(?:\x1b\[[0-9;]*m)*(reading sources|writing output|Executing notebook)")
_PERCENT = re.compile(r"\[\s*(\d+)%\]")
_NOISE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@click.command()
@click.argument("format", type=click.Choice(FORMATS), default="html")
@book_option
@click.option("--fresh", is_flag=True, help="Build everything again, not only what has changed.")
@click.option(
    "--teacher",
    is_flag=True,
    help="Build the teacher's edition, in _build/teacher/FORMAT: with the teacher's guide, keys and"
    " notes. Without this option none of them is in the book.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show all that Sphinx says.")
def build(format: str, root: Path, fresh: bool, teacher: bool, verbose: bool) -> None:
    """Check the kit, then build the book in FORMAT (html unless you say otherwise).

    \b
      html        pages with quizzes, in _build/html: open index.html, also from a USB stick
      pdf         what is printed, in _build/pdf: the book, a packet for each bank and one for
                  all, the sheets of the simulation; tagged for screen readers (PDF/UA-1).
                  With --teacher: the packets with keys, the facilitator's sheets, the guide
      singlehtml  the pages of html on one page
      epub        for e-readers, without scripts
      latex       for a LaTeX of your own
      text, man, gettext

    Warnings are errors, so that what is built is whole. What fails the check builds nothing, and
    leaves the last build as it was.
    """
    started = time.monotonic()
    with shown():
        check_kit(root)
    if find_spec("jupyter_book") is None:
        click.echo("Jupyter Book is not installed: pip install 'bookwork[book]'", err=True)
        raise click.exceptions.Exit(BAD_INPUT)
    workshop = teachers(root, format) if teacher else students(root, format)
    how = _OWN.get(format, ["custom"])
    command = [
        sys.executable, "-c", _JUPYTER_BOOK, "build", str(root), "--builder", how[0],
        *(["--custom-builder", format] if how == ["custom"] else []),
        *workshop.options,
        "-n", "-W", "--keep-going", *(["--all"] if fresh else []),
    ]  # fmt: skip
    # What gettext has read bears marks of its own, which other formats refuse.
    if format == "gettext":
        shutil.rmtree(workshop.doctrees, ignore_errors=True)
    with workshop.lent():
        code, log = _run(command, verbose=verbose)
    if format == "gettext":
        shutil.rmtree(workshop.doctrees, ignore_errors=True)
    if code:
        click.echo("".join(line for line in log if _worth_showing(line)), err=True, nl=False)
        click.echo("The book was not built: mend what stands above.", err=True)
        raise click.exceptions.Exit(1)
    out = workshop.out
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
