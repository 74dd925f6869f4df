"""How fast the book is printed, beside a browser (and LaTeX, where it is installed), in one run.

    python tools/bench.py [--runs N]

Four tables: every publication; one chapter made 10, 100 and 1,000 pages long; the same chapter
printed by Chromium, in turn with ours; and the whole kit as a command. Times are wall clock, the
median of the runs: they are for comparing within one run, on one machine, and decide no test.
Typst remembers what it has set, so each of its runs has a process of its own; what is timed is the
setting alone.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from unittest.mock import patch

import pikepdf
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bookwork.print.compile import compile_pdf  # noqa: E402 - after the path
from tests.support import chromium, server  # noqa: E402

CHAPTER = "packet-context"
PAGES = ("context", "context-practice", "context-evidence")
LENGTHS = (10, 100, 1000)


@dataclass
class Source:
    """What Typst is given for a publication."""

    markup: str
    images: dict[str, Path]


def sources() -> dict[str, Source]:
    """Let Jupyter Book read the book once, and keep what Typst would be given."""
    from jupyter_book.cli.main import main

    found: dict[str, Source] = {}

    def keep(markup: str, out: Path, images: dict[str, Path]) -> None:
        found[out.stem] = Source(markup, dict(images))

    with (
        tempfile.TemporaryDirectory() as folder,
        patch("bookwork.print.builder.compile_pdf", keep),
    ):
        arguments = ["build", str(ROOT), "--path-output", folder]
        main([*arguments, "--builder", "custom", "--custom-builder", "pdf"], standalone_mode=False)
    return found


def set_apart(source: Source, out: Path) -> float:
    """How long Typst takes for a publication in a fresh process, in seconds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_set, source, out).result()


def _set(source: Source, out: Path) -> float:
    return timed(lambda: compile_pdf(source.markup, out, source.images))


def timed(act: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def repeated(markup: str, times: int) -> str:
    """Markup whose pages stand several times, each time with labels of its own."""
    opening, _mark, body = markup.partition("#page-of-book(")
    body = f"#page-of-book({body}"
    copies = []
    for number in range(times):
        copy = re.sub(r"<([\w:.-]+)>", rf"<r{number}-\1>", body)
        copies.append(copy.replace('prefix: "', f'prefix: "r{number}-'))
    return opening + "\n".join(copies)


def row(name: str, count: int, seconds: float) -> None:
    """Print a line of a table."""
    print(f"  {name:<34} {count:>6} pages {seconds:>8.2f} s {1000 * seconds / count:>8.1f} ms/page")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="how often each is timed (3)")
    runs = parser.parse_args().runs
    print("Reading the book …", flush=True)
    found = sources()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.pdf")

        def typst(source: Source) -> float:
            return set_apart(source, out)

        print(f"\nEvery publication (median of {runs})")
        for name, source in found.items():
            seconds = median(typst(source) for _run in range(runs))
            row(name, pages(out), seconds)

        print(f"\nOne chapter, longer and longer (median of {runs})")
        chapter = found[CHAPTER]
        typst(chapter)
        own = pages(out)
        for length in LENGTHS:
            times = max(1, round(length / own))
            long = Source(repeated(chapter.markup, times), chapter.images)
            row(f"about {length:,} pages", times * own, median(typst(long) for _run in range(runs)))

        print(f"\nThe chapter's pages, in turn with Chromium (median of {runs})")
        ours, theirs, sheets = [], [], 0
        with sync_playwright() as playwright, server.serve(ROOT / "_build" / "html") as site:
            browser = chromium.launch(playwright)
            for _run in range(runs):
                ours.append(typst(chapter))
                began = time.perf_counter()
                sheets = 0
                for page_name in PAGES:
                    page = browser.new_page()
                    page.goto(f"{site}/book/{page_name}.html", wait_until="networkidle")
                    printed = Path(folder, f"{page_name}.pdf")
                    page.pdf(path=printed, format="A4")
                    page.close()
                    sheets += pages(printed)
                theirs.append(time.perf_counter() - began)
            browser.close()
        row("Typst, tagged, notes, page numbers", own, median(ours))
        row("Chromium", sheets, median(theirs))
        whole = median(theirs) / median(ours)
        ratio = whole * own / sheets
        print(
            f"  Chromium takes {whole:.1f} times as long, {ratio:.1f} times for each of its pages"
        )

    print("\nThe whole kit, as commands")
    bookwork = Path(sys.executable).with_name("bookwork")
    for options in (["pdf"], ["pdf", "--teacher"]):
        command = [str(bookwork), "build", *options]
        seconds = timed(lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: B023
        print(f"  {'bookwork build ' + ' '.join(options):<34} {seconds:>21.1f} s")
    latex = shutil.which("latexmk")
    if latex is None:
        print("  LaTeX is not installed here: nothing to compare with")
        return
    subprocess.run([str(bookwork), "build", "latex"], check=True, capture_output=True)
    (source_tex,) = (ROOT / "_build" / "latex").glob("*.tex")
    command = [latex, "-xelatex", "-interaction=nonstopmode", "-f", "-g", source_tex.name]
    seconds = timed(
        lambda: subprocess.run(command, cwd=source_tex.parent, check=False, capture_output=True)
    )
    print(f"  {'latexmk -xelatex (the book)':<34} {seconds:>21.1f} s")


if __name__ == "__main__":
    main()
