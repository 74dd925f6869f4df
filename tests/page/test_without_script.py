"""Without JavaScript: a form to work on paper or in mind, and an answer that opens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bookwork.model.question import types

CONTROLS = {
    # What a reader finds in a question of each type, and how many.
    "attribution": ('input[type="radio"]', 8),
    "categorise": ("select", 3),
    "claim": ('input[type="radio"], input[type="checkbox"]', 5),
    "cloze": (".bw-gap > input, .bw-gap > select", 2),
    "date": ('input[type="text"]', 1),
    "evidence": ('input[type="checkbox"]', 3),
    "matching": ("select", 2),
    "matrix": ('input[type="radio"]', 4),
    "multiple": ('input[type="checkbox"]', 4),
    "number": ('input[type="text"]', 1),
    "open": ("textarea", 1),
    "ordering": ('input[type="number"]', 3),
    "poll": ('input[type="radio"]', 3),
    "region": ('input[type="radio"]', 3),
    "short": ('input[type="text"]', 1),
    "single": ('input[type="radio"]', 3),
    "ticket": ("textarea", 2),
    "truefalse": ('input[type="radio"]', 4),
    "wordbank": ("select", 2),
}


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """The quiz in a browser without JavaScript."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/quiz.html")
    yield page
    context.close()


def test_every_type_has_its_controls_and_its_answer(plain: Page) -> None:
    for tag in types():
        question = plain.locator(f"#all-{tag}")
        selector, count = CONTROLS[tag]
        controls = question.locator(selector)
        expect(controls).to_have_count(count)
        for control in controls.all():
            expect(control).to_be_visible()
            expect(control).to_be_enabled()
        expect(question.get_by_text("Look at the first sentence.")).to_be_hidden()
        question.get_by_text("Hint", exact=True).click()
        expect(question.get_by_text("Look at the first sentence.")).to_be_visible()
        why = question.locator(".bw-key .bw-why")
        expect(why).to_be_hidden()
        question.locator(".bw-key > summary").click()
        expect(why).to_be_visible()


def test_a_map_its_letters_and_what_is_chosen_need_no_script(plain: Page) -> None:
    question = plain.locator("#all-region")
    expect(question.get_by_role("img")).to_be_visible()
    dot = question.locator(".bw-mark", has_text="B").locator("circle")
    before = dot.evaluate("dot => getComputedStyle(dot).strokeWidth")
    question.get_by_text("A city on the Inland Sea").click()
    assert dot.evaluate("dot => getComputedStyle(dot).strokeWidth") == "7px" != before


def test_nothing_stands_there_that_needs_the_script(plain: Page) -> None:
    expect(plain.locator("bw-question button, progress, .bw-work")).to_have_count(0)
