"""A page in whichever browser a test is run: the few things that both drivers can do."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Page

from tests.support.chromium import Watch
from tests.support.firefox import ANSWER_S


class Driven(Protocol):
    """What a test may do with a page; `firefox.Page` does it as it is."""

    watch: Watch
    console: list[str]

    def open(self, address: str, timeout_s: float = ...) -> None:
        """Go to an address and wait until it has loaded."""

    def evaluate(self, js: str, timeout_s: float = ...) -> Any:
        """The value of an expression, a promise, or a function."""

    def wait_for(self, js: str, timeout_s: float = ...) -> None:
        """Wait until that is true."""

    def click(self, css: str) -> None:
        """Click with the pointer."""

    def press(self, keys: str) -> None:
        """Press a key, or some together."""

    def type(self, text: str) -> None:
        """Type a text where the focus is."""

    def screenshot(self, path: Path, whole: bool = ...) -> None:
        """Save a picture."""


# Opens a fresh page for an origin: `with opened("file://") as page:`.
Opener = Callable[[str], AbstractContextManager[Driven]]


class InChromium:
    """Playwright's page, as `Driven` has it."""

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page, self.watch = page, watch
        self.console: list[str] = []
        page.on("console", lambda said: self.console.append(f"{said.type}: {said.text}"))
        watch.attach(page)

    def open(self, address: str, timeout_s: float = ANSWER_S) -> None:
        """Go to an address, or a path of the page's origin."""
        self.page.goto(address, timeout=timeout_s * 1000)

    def evaluate(self, js: str, timeout_s: float = ANSWER_S) -> Any:  # noqa: ARG002 - Playwright's has none
        """The value of an expression, a promise, or a function."""
        return self.page.evaluate(js)

    def wait_for(self, js: str, timeout_s: float = ANSWER_S) -> None:
        """Wait until that is true; Playwright's own way needs `eval`, which the pages forbid."""
        end = time.monotonic() + timeout_s
        while not self.page.evaluate(js):
            if time.monotonic() > end:
                seen = [*self.watch.problems, *self.console[-5:]]
                raise TimeoutError(f"not within {timeout_s} s: {js}\nseen: {seen}")
            self.page.wait_for_timeout(20)

    def click(self, css: str) -> None:
        """Click with the pointer."""
        self.page.click(css, strict=True)

    def press(self, keys: str) -> None:
        """Press a key, or some together."""
        self.page.keyboard.press(keys)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.page.keyboard.type(text)

    def screenshot(self, path: Path, whole: bool = False) -> None:
        """Save a picture."""
        self.page.screenshot(path=path, full_page=whole)


@contextmanager
def in_chromium(browser: Browser, origin: str) -> Iterator[InChromium]:
    """A fresh page in Chromium with empty storage."""
    base = None if origin == "file://" else origin
    context = browser.new_context(base_url=base)
    try:
        yield InChromium(context.new_page(), Watch(origin))
    finally:
        context.close()
