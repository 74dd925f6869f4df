"""How soon Python runs in a page, and what it costs, beside jupyterlite-sphinx, in one run.

    python tools/bench_live.py [--runs N] [--mbit N]

The same notebook (`book/context-timeline.md`, with its CSV and its modules) stands in a page of
ours and in a page of the peer. Both come from the same server on this machine, which compresses as
web servers do; everything else is refused and counted. A reader opens the page, clicks until the
first cell's result is on the screen, and comes back once more to the same page in the same browser.

Requests and bytes are the server's own count of what it sent until then (bodies, without headers):
on the wire, and decoded. Times are wall clock from the first click; all figures are the median of
the runs, each with a browser profile of its own, after one run that is not counted. Nothing delays
what is sent; `--mbit 10` sends at the speed of a line that the whole class may share.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Lock, Thread
from typing import Any

from playwright.sync_api import Error, Page, Playwright, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.support import chromium  # noqa: E402 - after the path
from tools import bench_lite, bench_peers, ensure_chromium  # noqa: E402
from tools.bench_lite import BUTTON  # noqa: E402

OURS_ADDS = ("_static/bookwork-python.*", "_static/bookwork-kit.*", "_static/bookwork-code.*")
PEER_ADDS = ("lite/**/*", "_static/jupyterlite_sphinx*")
ZIPPED = re.compile(r"text/|javascript|json|wasm|svg")
WAIT = 180_000  # milliseconds
# What Chromium asks for on its own account.
CHROMIUMS = re.compile(
    r"(accounts|clients\d*|content-autofill|edgedl\.me|optimizationguide-pa|safebrowsing|update|www)"
    r"\.(google|googleapis|gvt1)\.com"
)


@dataclass
class Sent:
    """What a server has sent: answers, bytes on the wire and decoded, and what it refused."""

    requests: int = 0
    wire: int = 0
    plain: int = 0
    foreign: Counter[str] = field(default_factory=Counter)


@dataclass
class Visit:
    """What the server sent for a page as such, and until the first result, and how long it took."""

    page: Sent
    live: Sent
    seconds: float


@dataclass
class Side:
    """A page to be measured: where its book is, its address in it, and what a reader does."""

    name: str
    folder: Path
    path: str
    click: Callable[[Page], None]
    adds: tuple[str, ...]


class _Handler(SimpleHTTPRequestHandler):
    """A file server that compresses, counts, and is the proxy that refuses everything else."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, sent: Sent, lock: Lock, rate: float, **kwargs: Any) -> None:
        self.sent, self.lock, self.rate = sent, lock, rate
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Send a file, or refuse what is asked of another origin."""
        if self.path.startswith("http"):
            self.do_CONNECT()
            return
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = "text/javascript" if path.suffix == ".mjs" else self.guess_type(str(path))
        plain, wire = packed(path, bool(ZIPPED.search(kind))) if path.is_file() else (b"", b"")
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(wire)))
        self.send_header("Cache-Control", "max-age=600")
        if plain is not wire:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with self.lock:
            self.sent.requests += 1
            self.sent.wire += len(wire)
            self.sent.plain += len(plain)
        for start in range(0, len(wire), 16384):
            part = wire[start : start + 16384]
            if self.rate:
                with self.lock:  # one line for all connections
                    time.sleep(len(part) / self.rate)
            self.wfile.write(part)

    def do_CONNECT(self) -> None:
        """Refuse what is asked of another origin, and remember it."""
        host = re.split(r"[:/]", self.path.removeprefix("http://"))[0]
        with self.lock:
            self.sent.foreign[host] += not CHROMIUMS.fullmatch(host)
        self.send_error(403)

    do_POST = do_CONNECT  # noqa: N815 - the base class's way of naming

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@cache
def packed(path: Path, zipped: bool) -> tuple[bytes, bytes]:
    """A file's bytes, and what goes over the wire."""
    plain = path.read_bytes()
    return plain, gzip.compress(plain, 6) if zipped else plain


@contextmanager
def serve(folder: Path, mbit: float) -> Iterator[tuple[str, Callable[[], Sent]]]:
    """Serve a folder; the values are its address, and what tells and forgets what was sent."""
    sent, lock = Sent(), Lock()

    def told() -> Sent:
        with lock:
            until_now = replace(sent)
            sent.requests, sent.wire, sent.plain, sent.foreign = 0, 0, 0, Counter()
        return until_now

    handler = partial(
        _Handler, directory=str(folder), sent=sent, lock=lock, rate=mbit * 1_000_000 / 8
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", told
        finally:
            server.shutdown()


def click_ours(page: Page) -> None:
    """Run our page's code, and wait for its first result."""
    page.get_by_role("button", name=BUTTON).first.click(timeout=5000)
    # Asked again and again: the page's policy forbids what Playwright would have it evaluate.
    script = "performance.getEntriesByName('bookwork-first-result').length > 0"
    until = time.monotonic() + WAIT / 1000
    while not page.evaluate(script):
        if time.monotonic() > until:
            raise Error("there is no result")
        page.wait_for_timeout(10)


def click_peer(page: Page) -> None:
    """Open the peer's notebook, run its first cell of code, and wait for the drawing."""
    page.get_by_text(BUTTON, exact=True).click()
    cell = page.frame_locator("iframe").locator(".jp-CodeCell").first
    cell.locator(".cm-content").click(timeout=WAIT)
    drawing = cell.locator(".jp-OutputArea-output svg")
    assert not drawing.count(), "the drawing was there before the code ran"
    page.keyboard.press("Shift+Enter")
    drawing.first.wait_for(timeout=WAIT)


def visits(playwright: Playwright, side: Side, mbit: float) -> list[Visit]:
    """A first visit with an empty browser, and a second one."""
    found = []
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        serve(side.folder, mbit) as (site, told),
        playwright.chromium.launch_persistent_context(
            profile,
            executable_path=ensure_chromium.find(),
            args=chromium.FLAGS,
            proxy={"server": site, "bypass": "127.0.0.1"},
            viewport={"width": 1280, "height": 1000},
        ) as browser,
    ):
        for _visit in range(2):
            page = browser.new_page()
            page.goto(f"{site}/{side.path}", wait_until="networkidle")
            opened = told()
            began = time.perf_counter()
            side.click(page)
            seconds = time.perf_counter() - began
            found.append(Visit(opened, told(), seconds))
            page.close()
    return found


def row(name: str, sent: list[Sent], seconds: list[float] | None = None) -> None:
    """Print a line of a table."""
    count, wire, plain = (
        median(getattr(each, what) for each in sent) for what in ("requests", "wire", "plain")
    )
    shown = ""
    if seconds:
        shown = f"{median(seconds):>8.2f} s ({min(seconds):.1f} to {max(seconds):.1f})"
    print(f"  {name:<34} {count:>5.0f} {wire / 1e6:>9.2f} MB {plain / 1e6:>9.2f} MB {shown}")


def report(side: Side, runs: list[list[Visit]]) -> None:
    """Print a side's table."""
    files = {path for each in side.adds for path in side.folder.glob(each) if path.is_file()}
    size = sum(path.stat().st_size for path in files)
    print(f"\n{side.name}\n  {'':<34} asked   on the wire      decoded")
    row("the page", [first.page for first, _again in runs])
    for number, name in enumerate(("to the first result", "to it, on a second visit")):
        each = [run[number] for run in runs]
        row(name, [visit.live for visit in each], [visit.seconds for visit in each])
    foreign = sum((v.page.foreign + v.live.foreign for run in runs for v in run), Counter())
    print(f"  adds to the built book: {size / 1e6:.1f} MB in {len(files)} files")
    print(f"  asked of other origins, and refused: {', '.join(sorted(+foreign)) or 'nothing'}")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--mbit", type=float, default=0, help="megabits a second (no limit)")
    options = parser.parse_args()
    # A copy: a build meanwhile would take files away from under the measurement.
    ours = bench_peers.BENCH / "html"
    shutil.rmtree(ours, ignore_errors=True)
    shutil.copytree(ROOT / "_build" / "html", ours)
    sides = [Side("Bookwork", ours, "book/context-timeline.html", click_ours, OURS_ADDS)]
    peer = bench_lite.build()
    if peer:
        sides.append(Side(*peer, "index.html", click_peer, PEER_ADDS))
    results: dict[str, list[list[Visit]]] = {side.name: [] for side in sides}
    with sync_playwright() as playwright:
        for run in range(options.runs + 1):
            print(f"Run {run} of {options.runs} …" if run else "Warming up …", flush=True)
            for side in [each for each in sides if each.name in results]:
                try:
                    found = visits(playwright, side, options.mbit)
                except Error as error:
                    print(f"  {side.name} is left out: {error.message.splitlines()[0]}")
                    del results[side.name]
                    continue
                if run:
                    results[side.name].append(found)
    speed = f"{options.mbit:g} Mbit/s" if options.mbit else "no limit of speed"
    print(f"\nThe same notebook, live (median of {options.runs}, {speed}, {bench_peers.load()})")
    for side in sides:
        if side.name in results:
            report(side, results[side.name])


if __name__ == "__main__":
    main()
