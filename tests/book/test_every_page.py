"""Every page of the built book: valid, accessible, at home, and content with a strict policy."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.support import axe
from tests.support.chromium import Watch
from tests.support.vnu import validate_html


def pages(book: Path) -> list[Path]:
    """The book's pages, without what themes keep among their assets."""
    found = sorted(p for p in book.rglob("*.html") if "_static" not in p.relative_to(book).parts)
    assert len(found) > 5
    return found


def addresses(book: Path) -> list[str]:
    return [f"/{page.relative_to(book).as_posix()}" for page in pages(book)]


def test_pages_are_valid_html(book_html: Path) -> None:
    assert validate_html(pages(book_html)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(
    page: Page, book_html: Path, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    found = []
    for address in addresses(book_html):
        page.goto(address)
        found += axe.violations(page)
    assert found == []


def test_pages_forbid_what_they_do_not_need(book_html: Path) -> None:
    # The browser holds a page to the policy in its head; the other tests see what it then refuses.
    found = {
        page.name: re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        for page in pages(book_html)
        if (text := page.read_text(encoding="utf-8"))
    }
    assert [name for name, policy in found.items() if policy is None] == []
    # WebAssembly alone, on pages with code alone (tests/live/test_pack.py).
    policies = {name: p[1].replace("'wasm-unsafe-eval'", "") for name, p in found.items() if p}
    loose = ("unsafe", "*", "http:", "https:")
    assert [
        name
        for name, policy in policies.items()
        if "default-src" not in policy or any(word in policy for word in loose)
    ] == []


def test_pages_work_from_a_disk(browser: Browser, book_html: Path) -> None:
    opened, watch = browser.new_page(), Watch("file://")
    watch.attach(opened)
    for path in pages(book_html):
        opened.goto(path.as_uri(), wait_until="networkidle")
    opened.close()
    assert watch.unexpected() == []


def test_pages_fit_a_phone(page: Page, book_html: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for address in addresses(book_html):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert wide == {}
