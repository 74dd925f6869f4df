"""What is kept in the reader's store, as tests look at it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.page.asking import Asked

KEY = "bookwork:samples"


def kept(page: Page) -> dict[str, Any]:
    """The entries in the store."""
    found: dict[str, Any] = page.evaluate(
        f"JSON.parse(localStorage['{KEY}'] ?? '{{}}').items ?? {{}}"
    )
    return found


def until(page: Page, true: Callable[[], bool]) -> None:
    """Wait for something to become true (a strict policy forbids the browser to wait for it)."""
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it has not become true")


def status(page: Page) -> str:
    """What the quiz says of progress."""
    return page.locator(".bw-status").first.inner_text()


def answer_three(page: Page) -> None:
    """Check three questions: 1, 1 and 0 points."""
    single, short, number = (Asked(page, f"all-{tag}") for tag in ("single", "short", "number"))
    single.option("a").check()
    single.check.click()
    short.fields.fill("Camp David")
    short.check.click()
    number.fields.fill("7")
    number.check.click()
