"""The tests' eyes in every browser: what a page does wrong must be seen, what leaves refused."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.support.driven import Opener
from tests.support.firefox import Firefox
from tests.support.server import serve

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Good</title>
<link rel="icon" href="data:,"></head><body>{}<script src="own.js"></script></body></html>"""
BUTTONS = """<button id="first">1</button><input id="field"><p style="height:3000px"></p>
<button id="last">2</button><p style="height:999px"></p>"""
OWN = """
addEventListener("click", (event) => { document.title = event.target.id + event.isTrusted; });
function inWorker(code) {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  return new Promise((done) => { new Worker(url).onmessage = (event) => done(event.data); });
}
"""
# (module (func (export "f") (result i32) i32.const 42))
WASM = "0061736d010000000105016000017f03020100070501016600000a06010400412a0b"


class Elsewhere(BaseHTTPRequestHandler):
    """A server that no page under test may reach."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    handler = type("Handler", (Elsewhere,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}", asked
        running.shutdown()


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A page's origin and address, from a server and from the disk."""
    (tmp_path / "index.html").write_text(PAGE.format(BUTTONS), encoding="utf-8")
    (tmp_path / "own.js").write_text(OWN, encoding="utf-8")
    if request.param == "file":
        yield "file://", (tmp_path / "index.html").as_uri()
    else:
        with serve(tmp_path) as origin:
            yield origin, f"{origin}/index.html"


def test_a_good_page_has_no_problem(opened: Opener, place: tuple[str, str]) -> None:
    with opened(place[0]) as page:
        page.open(place[1])
        assert page.evaluate("async () => ({ title: document.title, n: [1, null] })") == {
            "title": "Good",
            "n": [1, None],
        }
        assert page.watch.problems == []


def test_pointer_and_keys_are_real(opened: Opener, place: tuple[str, str]) -> None:
    with opened(place[0]) as page:
        page.open(place[1])
        page.click("#last")
        assert page.evaluate("document.title") == "lasttrue"
        page.press("Shift+Tab")
        assert page.evaluate("document.activeElement.id") == "field"
        page.type("Größe 2")
        assert page.evaluate("document.activeElement.value") == "Größe 2"


def test_errors_are_seen_in_page_and_worker(opened: Opener, place: tuple[str, str]) -> None:
    with opened(place[0]) as page:
        page.open(place[1])
        page.evaluate("console.error('broken'), setTimeout(() => { throw new Error('thrown') })")
        page.evaluate("""inWorker("console.error('below'); postMessage(1)")""")
        page.wait_for("true")
        seen = str(page.watch.problems)
        assert "console: broken" in seen
        assert "thrown" in seen
        assert "console: below" in seen


def test_web_assembly_runs_in_a_worker(opened: Opener, place: tuple[str, str]) -> None:
    code = f"""const bytes = Uint8Array.from({json.dumps(list(bytes.fromhex(WASM)))});
    WebAssembly.instantiate(bytes).then((made) => postMessage(made.instance.exports.f()));"""
    with opened(place[0]) as page:
        page.open(place[1])
        assert page.evaluate(f"inWorker({json.dumps(code)})") == 42


@pytest.mark.parametrize("who", ["(code) => eval(code)", "inWorker"])
def test_what_leaves_is_refused_and_seen(
    opened: Opener, place: tuple[str, str], elsewhere: tuple[str, list[str]], who: str
) -> None:
    there, asked = elsewhere
    code = f"fetch('{there}/x').catch(() => 0).then(() => globalThis.postMessage?.(0))"
    with opened(place[0]) as page:
        page.open(place[1])
        page.evaluate(f"({who})({json.dumps(code)})")
        assert f"left the origin: {there}/x" in page.watch.problems
    assert asked == []


def test_storage_is_fresh(opened: Opener, place: tuple[str, str]) -> None:
    for _ in range(2):
        with opened(place[0]) as page:
            page.open(place[1])
            assert page.evaluate("localStorage.kept ?? 'none'") == "none"
            page.evaluate("localStorage.kept = 'kept'")
            page.open(place[1])
            assert page.evaluate("localStorage.kept") == "kept"


def test_the_browsers_of_this_run(opened: Opener) -> None:
    with opened("file://") as page:
        name = "Firefox" if isinstance(getattr(page, "line", None), Firefox) else "Chrome"
        assert f"{name}/" in page.evaluate("navigator.userAgent")
