"""The browser of the tests: which program, how it is started, and what a page may not do."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response, Route

from tools import ensure_chromium

# A browser that calls home is slow behind a firewall, and its failures look like the page's.
FLAGS = [
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox cannot be set up
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium: the one that `make env` finds or installs."""
    program = ensure_chromium.find()
    if program is None:
        raise RuntimeError(ensure_chromium.HELP)
    return playwright.chromium.launch(executable_path=program, args=FLAGS)


@dataclass
class Watch:
    """What went wrong in a page: console errors, exceptions, failed and foreign requests.

    The fixture `page` has one (`watch`) and fails the test that ends with a problem. A test that
    provokes one on purpose says so: `watch.allow("part of the message")`.
    """

    origin: str  # scheme://host:port, or "file://" for pages opened from the disk
    problems: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)  # every address asked for, in order

    def allow(self, part: str) -> None:
        """Let problems pass whose text contains this part."""
        self.allowed.append(part)

    def unexpected(self) -> list[str]:
        """The problems that no call of `allow` covers."""
        return [p for p in self.problems if not any(part in p for part in self.allowed)]

    def is_home(self, address: str) -> bool:
        """Whether a request stays with the book: same origin, or made inside the page."""
        if address.startswith(("data:", "blob:", "about:")):
            return True
        if self.origin == "file://":
            return address.startswith("file://")
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.netloc}" == self.origin

    def attach(self, page: Page) -> None:
        """Begin to watch a page, before it opens anything."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.route(lambda address: not self.is_home(address), self._foreign)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            where = message.location.get("url", "")
            self.problems.append(f"console: {message.text} ({where})")

    def _failed(self, request: Request) -> None:
        # Leaving a page cancels what it still loads; that is no failure of the page.
        if self.is_home(request.url) and request.failure != "net::ERR_ABORTED":
            self.problems.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"status {response.status}: {response.url}")

    def _foreign(self, route: Route) -> None:
        self.problems.append(f"left the origin: {route.request.url}")
        route.abort()
