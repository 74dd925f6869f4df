"""What is kept in the reader's store, as tests look at it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from bookwork.mark import score
from bookwork.model.question import types
from bookwork.model.seeds import load_seeds
from tests.page.asking import Asked
from tests.support.built import ROOT
from tests.types.samples import question

KEY = "bookwork:samples"
SEEDS = load_seeds(ROOT / "seeds")
QUESTIONS = len(types())
"""Questions of the sample quiz: one of every type."""
POINTS = sum(score(question(tag).lower(SEEDS).task(), {})["possible"] for tag in types())
"""Points of the sample quiz: what is only kept counts for none."""


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


def progress(answered: int, earned: int | None = None) -> str:
    """What the sample quiz says when so much of it is answered."""
    points = "" if earned is None else f" · {earned} of {POINTS} points"
    return f"{answered} of {QUESTIONS} answered{points}"


def whole(answered: int) -> str:
    """What the sample book says, which has one question more than its quiz."""
    return f"Whole book: {answered} of {QUESTIONS + 1} answered"


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
