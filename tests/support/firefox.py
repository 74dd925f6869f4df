"""Firefox under test: Debian's own, spoken to in WebDriver BiDi, without a driver between.

Playwright drives a Firefox only as new as itself, which Debian's is not. What a page may not do is
what `chromium.Watch` says, in the same words; but Firefox reports no request for a file, so what a
page on the disk lacks is not seen. Whatever would leave this machine ends at a proxy that is not
there, reported or not.
"""

import base64
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from urllib.parse import urljoin

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.support.chromium import Watch

START_S = 60  # the longest wait for a Firefox to start, on a busy machine
ANSWER_S = 30  # the longest wait for an answer
PREFERENCES = {
    # Nobody listens at this proxy. What stays on this machine needs none.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.failover_direct": False,  # Firefox's own requests would pass a dead proxy by
    "browser.chrome.site_icons": False,  # a tab's icon is not the page's request
}
EVENTS = ["browsingContext.contextCreated", "log", "network"]
# WebDriver's signs for keys that write nothing; the others go by what they write.
KEYS = {
    "ArrowDown": "\ue015",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "ArrowUp": "\ue013",
    "Backspace": "\ue003",
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}
# A promise is waited for, a function called, as in Playwright; the line's end closes a comment.
EVALUATE = """(async () => {
let value = (%s
);
if (typeof value === "function") value = value();
return JSON.stringify(%s(await value));
})()"""
# Where the pointer must go to touch an element: an error unless it is the one that is touched.
POINT = """() => {
const css = %s, [element, other] = document.querySelectorAll(css);
if (other) throw new Error(`${css} is not one element`);
element.scrollIntoView({ block: "center", behavior: "instant" });
const box = element.getClientRects()[0];
if (!box) throw new Error(`${css} is not shown`);
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
const hit = document.elementFromPoint(x, y);
if (!element.contains(hit)) throw new Error(`${css} is behind ${hit?.outerHTML.slice(0, 99)}`);
return [x, y];
}"""

Json = dict[str, Any]  # what comes and goes on the line


class FirefoxError(Exception):
    """What Firefox would not do, or what a page threw when it was asked."""


@dataclass
class Page:
    """A tab with empty storage; what goes wrong in it, and what it asks for, is in its watch."""

    line: "Firefox"
    watch: Watch
    console: list[str] = field(default_factory=list)  # "level: text" of every message
    user: str = ""
    tab: str = ""
    contexts: set[str] = field(default_factory=set)  # the tab, its frames, windows it opened

    def open(self, address: str, timeout_s: float = ANSWER_S) -> None:
        """Go to an address, or a path of the page's origin, and wait until it has loaded."""
        url = urljoin(f"{self.watch.origin}/", address)
        where = {"context": self.tab, "url": url}
        self.line.call("browsingContext.navigate", timeout_s, **where, wait="complete")

    def evaluate(self, js: str, timeout_s: float = ANSWER_S) -> Any:
        """The value of an expression (a promise's, a function's) as JSON has it, or None."""
        return self._value(js, "", timeout_s)

    def _value(self, js: str, through: str, timeout_s: float) -> Any:
        asked = {"expression": EVALUATE % (js, through), "target": {"context": self.tab}}
        answer = self.line.call("script.evaluate", timeout_s, **asked, awaitPromise=True)
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def wait_for(self, js: str, timeout_s: float = ANSWER_S) -> None:
        """Wait until what `evaluate` takes is true; what it throws is thrown at once."""
        end = time.monotonic() + timeout_s
        while not self._value(js, "Boolean", timeout_s):
            if time.monotonic() > end:
                seen = [*self.watch.problems, *self.console[-5:]]
                raise TimeoutError(f"not within {timeout_s} s: {js}\nseen: {seen}")
            time.sleep(0.02)

    def click(self, css: str) -> None:
        """Click with the pointer at an element that is there, or will be, and is not covered."""
        quoted = json.dumps(css)
        self.wait_for(f"document.querySelector({quoted}) !== null")
        x, y = self.evaluate(POINT % quoted)
        there = {"type": "pointerMove", "x": x, "y": y}
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        self._act({"type": "pointer", "id": "mouse", "actions": [there, down, up]})

    def press(self, keys: str) -> None:
        """Press a key, or some together: `Tab`, `a`, `Shift+Tab`."""
        together = [KEYS.get(key, key) for key in keys.split("+")] if keys != "+" else ["+"]
        self._keys([("keyDown", k) for k in together] + [("keyUp", k) for k in together[::-1]])

    def type(self, text: str) -> None:
        """Type a text, key by key, where the focus is."""
        written = [KEYS["Enter"] if letter == "\n" else letter for letter in text]
        self._keys([(kind, key) for key in written for kind in ("keyDown", "keyUp")])

    def screenshot(self, path: Path, whole: bool = False) -> None:
        """Save a picture (PNG) of what is in view, or of the whole page."""
        origin = "document" if whole else "viewport"
        shot = self.line.call("browsingContext.captureScreenshot", context=self.tab, origin=origin)
        path.write_bytes(base64.b64decode(shot["data"]))

    def _keys(self, strokes: list[tuple[str, str]]) -> None:
        actions = [{"type": kind, "value": key} for kind, key in strokes]
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def _act(self, source: Json) -> None:
        self.line.call("input.performActions", context=self.tab, actions=[source])

    def hear(self, event: str, said: Json) -> None:
        """Note what happened in this page."""
        match event:
            case "log.entryAdded":
                self.console.append(f"{said['level']}: {said['text']}")
                if said["level"] == "error":
                    kind = "console" if said["type"] == "console" else "exception"
                    self.watch.problems.append(f"{kind}: {said['text']}")
            case "network.beforeRequestSent":
                url = said["request"]["url"]
                self.watch.requests.append(url)
                if not self.watch.is_home(url):
                    self.watch.problems.append(f"left the origin: {url}")
            case "network.responseCompleted" if said["response"]["status"] >= 400:
                answer = said["response"]
                self.watch.problems.append(f"status {answer['status']}: {answer['url']}")
            case "network.fetchError":
                # Leaving a page cancels what it still loads; that is no failure of the page.
                url, why = said["request"]["url"], said["errorText"]
                if self.watch.is_home(url) and why != "NS_BINDING_ABORTED":
                    self.watch.problems.append(f"failed: {url}: {why}")
            case _:
                pass


class Firefox:
    """A running Firefox: commands go out, and a thread of its own takes answers and events."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._answers: dict[int, Future[Json]] = {}
        self._page: Page | None = None
        self._ear = Thread(target=self._listen, name="firefox", daemon=True)
        self._ear.start()
        session = self.call("session.new", START_S, capabilities={})
        self.version: str = session["capabilities"]["browserVersion"]
        self.call("session.subscribe", events=EVENTS)
        self.call("network.addIntercept", phases=["beforeRequestSent"])

    @contextmanager
    def page(self, origin: str, width: int = 1280, height: int = 720) -> Iterator[Page]:
        """A fresh tab, one at a time, for pages of an origin: `file://`, or as in `Watch`."""
        if self._page is not None:
            raise RuntimeError("another page is open, and could not be told from this one")
        page = Page(self, Watch(origin), user=self.call("browser.createUserContext")["userContext"])
        self._page = page
        try:
            tab = self.call("browsingContext.create", type="tab", userContext=page.user)
            page.tab = tab["context"]
            size = {"width": width, "height": height}
            self.call("browsingContext.setViewport", context=page.tab, viewport=size)
            self.call("browsingContext.activate", context=page.tab)
            yield page
        finally:
            self._page = None
            self.call("browser.removeUserContext", userContext=page.user)  # its tabs with it

    def call(self, method: str, timeout_s: float = ANSWER_S, /, **params: Any) -> Json:
        """Send a command and wait for what is answered."""
        number = next(self._numbers)
        answer = self._answers[number] = Future()
        try:
            self._send(number, method, params)
            return answer.result(timeout_s)
        except ConnectionClosed:
            raise FirefoxError("Firefox has gone") from None
        except TimeoutError:
            raise FirefoxError(f"{method}: no answer within {timeout_s} s") from None
        finally:
            del self._answers[number]

    def _send(self, number: int, method: str, params: Json) -> None:
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))

    def _listen(self) -> None:
        with suppress(ConnectionClosed):
            for message in self._socket:
                said = json.loads(message)
                if said["type"] == "event":
                    self._hear(said["method"], said["params"])
                elif waiting := self._answers.get(said["id"]):
                    if said["type"] == "success":
                        waiting.set_result(said["result"])
                    else:
                        waiting.set_exception(FirefoxError(f"{said['error']}: {said['message']}"))
        for waiting in list(self._answers.values()):
            if not waiting.done():
                waiting.set_exception(FirefoxError("Firefox has gone"))

    def _hear(self, event: str, said: Json) -> None:
        """Give an event to the page it is of, and let a request go on or end."""
        page = self._page
        context = said.get("context") or said.get("source", {}).get("context")
        if page and event == "browsingContext.contextCreated" and said["userContext"] == page.user:
            page.contexts.add(context)
        mine = page if page and context in page.contexts else None
        if mine:
            mine.hear(event, said)
        if said.get("isBlocked"):
            home = mine is not None and mine.watch.is_home(said["request"]["url"])
            method = "network.continueRequest" if home else "network.failRequest"
            # No answer is waited for: this thread is the one that would take it.
            self._send(next(self._numbers), method, {"request": said["request"]["request"]})


@contextmanager
def launch(program: Path) -> Iterator[Firefox]:
    """A headless Firefox with a profile and a home of its own, of which nothing is left."""
    with TemporaryDirectory(prefix="bookwork-firefox-") as folder:
        profile = Path(folder, "profile")
        profile.mkdir()
        lines = [f'user_pref("{name}", {json.dumps(to)});' for name, to in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        options = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile"]
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(
                [program, *options, profile],
                env=os.environ
                | {"HOME": folder, "TMPDIR": folder, "MOZ_CRASHREPORTER_DISABLE": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that all its processes can be ended as one
            )
        try:
            with connect(_address(process, profile), proxy=None, max_size=None) as socket:
                firefox = Firefox(socket)
                yield firefox
                firefox.call("browser.close")
                process.wait(ANSWER_S)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(ANSWER_S)


def _address(process: subprocess.Popen[bytes], profile: Path) -> str:
    """Where a Firefox that starts can be spoken to, once it says so in its profile."""
    end = time.monotonic() + START_S
    while process.poll() is None and time.monotonic() < end:
        with suppress(OSError, ValueError):  # not written yet, or not all of it
            place = json.loads((profile / "WebDriverBiDiServer.json").read_bytes())
            return f"ws://{place['ws_host']}:{place['ws_port']}/session"
        time.sleep(0.02)
    said = (profile.parent / "log").read_text(encoding="utf-8", errors="replace")
    raise FirefoxError(f"Firefox did not start (exit code {process.poll()}): {said[-2000:]}")
