"""The same by mouse and by finger."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.page.asking import Asked
from tests.page.conftest import Ask
from tests.support.chromium import Watch

RIGHT = ["Phnom Penh Statement", "Camp David summit", "Lima meeting"]


def middle(target: Locator) -> tuple[float, float]:
    """The middle of an element, in the window."""
    box = target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def handle(asked: Asked, words: str) -> Locator:
    """What a step is dragged by."""
    return asked.root.locator("li", has_text=words).locator(".bw-handle")


def test_a_click_anywhere_on_an_option_chooses_it(ask: Ask) -> None:
    asked = ask("single")
    asked.root.get_by_text("Camp David", exact=True).first.click()
    asked.check.click()
    asked.result("Right. 1 of 1 point.")
    asked.hear("A: Right. Yes: a country retreat in Maryland.")


def test_steps_are_dragged_by_mouse(ask: Ask) -> None:
    asked = ask("ordering")
    steps = asked.root.locator(".bw-order > li .bw-text")
    mouse = asked.page.mouse
    for words, place in (("Phnom Penh Statement", 0), ("Lima meeting", 2)):
        asked.root.scroll_into_view_if_needed()
        target = middle(steps.nth(place))
        mouse.move(*middle(handle(asked, words)))
        mouse.down()
        mouse.move(*target, steps=8)
        mouse.up()
    expect(steps).to_have_text(RIGHT)
    asked.hear("Moved to place 3 of 3.")
    asked.check.click()
    asked.result("Right. 3 of 3 points.")


def test_a_click_on_the_map_picks_the_place(ask: Ask) -> None:
    asked = ask("region")
    asked.root.locator(".bw-mark", has_text="C").click()
    expect(asked.option("p-seoul")).to_be_checked()
    x, y = middle(asked.root.locator(".bw-mark", has_text="A"))
    asked.page.mouse.click(x - 20, y + 8)  # beside it, as a thumb lands
    expect(asked.option("p-jeju")).to_be_checked()
    asked.page.mouse.click(x - 200, y)  # on nothing
    expect(asked.option("p-jeju")).to_be_checked()
    asked.check.click()
    asked.result("Right. 1 of 1 point.")
    asked.root.locator(".bw-mark", has_text="B").click()
    asked.result("Changed since you checked it. Check again.")


def test_a_click_anywhere_in_a_cell_chooses_it(ask: Ask) -> None:
    asked = ask("matrix")
    cell = asked.root.locator("tr[data-option=china] td").nth(1)
    cell.click(position={"x": 12, "y": 12})
    expect(cell.get_by_role("radio")).to_be_checked()


@pytest.fixture
def touched(browser: Browser, site: str) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(
        base_url=site, has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}
    )
    page, watch = context.new_page(), Watch(site)
    watch.attach(page)
    yield page
    context.close()
    assert watch.unexpected() == []


def test_steps_are_dragged_by_finger(touched: Page) -> None:
    touched.goto("/quiz.html#all-ordering")
    asked = Asked(touched, "all-ordering")
    steps = asked.root.locator(".bw-order > li .bw-text")
    finger = touched.context.new_cdp_session(touched)

    def touch(type: str, *points: tuple[float, float]) -> None:
        where: list[dict[str, Any]] = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": type, "touchPoints": where})

    asked.root.locator(".bw-order").scroll_into_view_if_needed()
    before = touched.evaluate("scrollY")
    for words, place in (("Phnom Penh Statement", 0), ("Lima meeting", 2)):
        start = middle(handle(asked, words))
        end = middle(asked.root.locator(".bw-handle").nth(place))
        touch("touchStart", start)
        for part in range(1, 9):
            down = start[1] + (end[1] - start[1]) * part / 8
            touch("touchMove", (start[0], down))
        for part in range(4):  # a finger that lifts while it moves flings, and the next tap is lost
            touched.wait_for_timeout(40)
            touch("touchMove", (start[0] + part % 2, end[1]))
        touch("touchEnd")
    expect(steps).to_have_text(RIGHT)
    assert touched.evaluate("scrollY") == before, "the page scrolled instead"
    asked.check.tap()
    asked.result("Right. 3 of 3 points.")


def test_a_place_is_touched_on_the_map(touched: Page) -> None:
    touched.goto("/quiz.html#all-region")
    asked = Asked(touched, "all-region")
    asked.root.locator(".bw-mark", has_text="B").tap()
    expect(asked.option("p-hiroshima")).to_be_checked()


def test_a_row_of_a_grid_is_touched_on_a_phone(touched: Page) -> None:
    touched.goto("/quiz.html#all-matrix")
    asked = Asked(touched, "all-matrix")
    for row, column in (("japan", "Welcomed it"), ("china", "Criticised it")):
        asked.root.locator(f"tr[data-option={row}]").get_by_text(column).tap()
    asked.check.tap()
    asked.result("Right. 2 of 2 points.")


def test_what_a_finger_touches_is_large_enough(touched: Page) -> None:
    touched.goto("/quiz.html")
    small = touched.evaluate(
        """() => [...document.querySelectorAll(
            "bw-question :is(button, select, input[type=text], textarea, summary, label:has(b)),"
            + ".bw-grid label, .bw-work button")]
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
        .map(e => e.outerHTML)"""
    )
    assert small == []
