"""bookwork pack: Python for pages, as one script."""

from __future__ import annotations

from pathlib import Path

import click

from bookwork.cli._shared import book_option, writing
from bookwork.live.pack import make_pack
from bookwork.model.errors import relative
from bookwork.model.files import check_writable

OUT = Path("_build", "live", "python.js")


@click.command()
@book_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Where to write it.  [default: {OUT.as_posix()} in the book's folder]",
)
def pack(root: Path, output: Path | None) -> None:
    """Make the pack of Python that pages with code load when a reader asks for it.

    It is one script of about 8 MB that works without a server, on file: pages, too. It is made
    once from npm's packages (pyodide, esbuild) at the versions of a lock file, so npm's registry
    must be reachable; Node comes with pip install "bookwork[live]". The next build of the book
    finds it and puts the button "Run this code yourself" on each page with code. Without a pack a
    book lacks that button and nothing else.
    """
    out = output or root / OUT
    with writing(out):
        check_writable(out)  # before so much is fetched
        size = make_pack(out)
    click.echo(f"Python for pages is in {relative(out)} ({size / 1e6:.1f} MB).")
