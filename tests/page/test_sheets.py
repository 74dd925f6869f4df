"""Sheets in a browser: cards on the screen; on paper pages, a grid to cut, and tents to fold."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support import axe


@pytest.fixture
def sheets(page: Page) -> Page:
    page.goto("/sheets.html")
    return page


def box(locator: Locator) -> tuple[float, float, float, float]:
    found = locator.bounding_box()
    assert found
    return found["x"], found["y"], found["width"], found["height"]


def style(locator: Locator, name: str) -> str:
    return str(locator.evaluate("(node, name) => getComputedStyle(node)[name]", name))


def test_a_tent_has_one_side_on_the_screen_and_two_on_paper(sheets: Page) -> None:
    tent = sheets.locator(".bw-sheet-tent").first
    back = tent.locator(".bw-tent-back")
    expect(back).to_be_hidden()
    sheets.emulate_media(media="print")
    expect(back).to_be_visible()
    assert style(back, "rotate") == "180deg"
    _x, top, _width, height = box(tent)
    _x, back_top, _width, back_height = box(back)
    assert abs(back_top - top) <= 2
    assert abs(back_height - height / 2) <= 3  # the fold is in the middle
    assert box(tent.locator("h3"))[1] > top + height / 2


def test_cards_to_cut_lie_two_in_a_row_and_are_not_parted(sheets: Page) -> None:
    sheets.emulate_media(media="print")
    cards = sheets.locator(".bw-sheet-event")
    (x1, y1, w1, _), (x2, y2, w2, _), (x3, y3, _, _) = (box(card) for card in cards.all())
    assert abs(y1 - y2) <= 1 < y3 - y1
    assert abs(x1 - x3) <= 1
    assert abs(x1 + w1 - x2) <= 2  # one cut parts them
    assert abs(w1 - w2) <= 1
    assert style(cards.first, "breakInside") == "avoid"
    assert style(cards.first, "borderTopStyle") == "dashed"


@pytest.mark.parametrize("kind", ["role", "organiser"])
def test_what_is_handed_out_begins_a_page(sheets: Page, kind: str) -> None:
    sheets.emulate_media(media="print")
    sheet = sheets.locator(f".bw-sheet-{kind}").first
    assert style(sheet, "breakBefore") == "page"
    assert style(sheet, "breakInside") == "avoid"
    expect(sheet.locator(".bw-lines span")).to_have_count(2)
    expect(sheet.locator(".bw-lines span").first).to_be_visible()


def test_what_leads_through_the_book_is_not_printed(sheets: Page) -> None:
    sheets.emulate_media(media="print")
    for selector in (".skip-to-content", ".sidebar-drawer", ".toc-drawer"):
        for each in sheets.locator(selector).all():
            expect(each).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_sheets_are_accessible_and_fit(sheets: Page, width: int) -> None:
    sheets.set_viewport_size({"width": width, "height": 800})
    assert sheets.evaluate("document.documentElement.scrollWidth") <= width
    assert axe.violations(sheets) == []
