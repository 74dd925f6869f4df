"""The page on a phone, at 400 % zoom, on paper."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.asking import Asked

# Everything that stands out of the window to the right, seen or unseen by the scroll bar.
OUTSIDE = """() => [...document.querySelectorAll("bw-question *, .bw-status, .bw-work *")]
    .filter(e => e.checkVisibility() && !e.matches(".bw-away, option, script")
        && e.getBoundingClientRect().right > innerWidth + 0.5)
    .map(e => e.outerHTML.slice(0, 80))"""


def answer_all(page: Page) -> None:
    """Answer and check every question, so that all there can be is shown; open every answer."""
    page.evaluate(
        """() => {
            for (const input of document.querySelectorAll("bw-question input:not([type=text])"))
                input.checked = true;
            for (const input of document.querySelectorAll("bw-question :is([type=text], textarea)"))
                input.value = "Donaudampfschifffahrtsgesellschaft".repeat(3);
            for (const select of document.querySelectorAll("bw-question select"))
                select.selectedIndex = 1;
            for (const button of document.querySelectorAll(".bw-keep, .bw-check")) button.click();
            for (const details of document.querySelectorAll("bw-question details"))
                details.open = true;
        }"""
    )
    expect(page.locator(".bw-said")).not_to_have_count(0)


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (320, 4), (1280, 1)])
def test_nothing_stands_out_of_the_window(
    browser: Browser, site: str, width: int, scale: int
) -> None:
    # 400 % zoom of a window of 1280 by 1024: 320 by 256 CSS pixels, four dots each way.
    page = browser.new_page(
        base_url=site,
        viewport={"width": width, "height": 1024 // scale},
        device_scale_factor=scale,
    )
    for address in ("/quiz.html", "/alone.html", "/progress.html", "/facts.html", "/promises.html"):
        page.goto(address)
        if page.locator("bw-question").count():
            answer_all(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.evaluate(OUTSIDE) == []
    page.close()


def test_the_focus_does_not_lie_under_the_header(page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 500})
    page.goto("/quiz.html")
    header = page.locator(".mobile-header")
    for button in reversed(page.locator(".bw-check").all()):
        page.evaluate("scrollBy({top: 9999, behavior: 'instant'})")
        button.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
        box, top = button.bounding_box(), header.bounding_box()
        assert box
        assert top
        assert box["y"] >= top["y"] + top["height"]


def test_the_dialog_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto("/quiz.html")
    page.get_by_role("button", name="Erase my work").click()
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_paper_holds_questions_and_no_machinery(page: Page) -> None:
    page.goto("/quiz.html")
    asked = Asked(page, "all-multiple")
    asked.option("b").check()
    asked.check.click()
    page.emulate_media(media="print")
    machinery = ".bw-bar, .bw-result, .bw-said, .bw-status, .bw-work, .bw-moves, .bw-keep"
    for part in page.locator(machinery).all():
        expect(part).to_be_hidden()
    expect(asked.root.locator(".bw-key .bw-why")).to_be_hidden()
    expect(asked.root.get_by_text("France", exact=True)).to_be_visible()
    rules = asked.root.evaluate("element => getComputedStyle(element).breakInside")
    assert rules == "avoid"
