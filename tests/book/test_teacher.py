"""The teacher's edition: whole, marked on every page, and as sound as the student's."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from bookwork.model.freshness import reviews
from bookwork.model.kit import load
from tests.support import axe, server
from tests.support.chromium import Watch
from tests.support.leaks import ROOT, bare, behind_answers, held, normal, teachers_text
from tests.support.vnu import validate_html

NOTE = "Teacher’s edition — do not give to students"


def pages(book: Path) -> list[Path]:
    """The pages of the book."""
    return sorted(p for p in book.rglob("*.html") if "_static" not in p.relative_to(book).parts)


def teachers_pages(book: Path) -> list[Path]:
    """The pages that only teachers get."""
    found = sorted((book / "book" / "teacher").rglob("*.html"))
    assert len(found) >= 5
    return found


@pytest.fixture(scope="module")
def teacher_site(teacher_html: Path) -> Iterator[str]:
    """The address at which the edition is served."""
    with server.serve(teacher_html) as address:
        yield address


@pytest.fixture
def teachers(browser: Browser, teacher_site: str) -> Iterator[Page]:
    """A fresh page, in which nothing may go wrong."""
    context = browser.new_context(base_url=teacher_site)
    page, watch = context.new_page(), Watch(teacher_site)
    watch.attach(page)
    yield page
    context.close()
    assert not watch.unexpected()


def test_it_holds_all_that_students_do_not_get(teacher_html: Path) -> None:
    letters = "\n".join(bare(*file) for file in held(teacher_html) if file[0].endswith(".html"))
    assert [piece for piece in sorted(teachers_text()) if piece not in letters] == []


def test_its_keys_hold_every_answer(teacher_html: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in teachers_pages(teacher_html)]
    entries = {
        str(entry["id"]).removeprefix("key-"): normal(entry.get_text())
        for text in texts
        for entry in BeautifulSoup(text, "html.parser").select(".bw-entry")
    }
    assert set(entries) == set(behind_answers())
    for bank in load(ROOT).banks.values():
        for item in bank.items:
            assert normal(item.answer.split("{")[0])[:60] in entries[item.id], item.id


def test_every_page_says_whose_it_is(teacher_html: Path) -> None:
    for path in pages(teacher_html):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        (note,) = page.select("article .bw-edition")
        assert note.get_text().replace("'", "’") == NOTE, path
        (mark,) = page.select("meta[name=bookwork-edition]")
        assert mark["content"] == "teacher"
        assert page.title is not None
        assert "(teacher's edition)" in page.title.get_text().replace("’", "'")


def test_no_page_for_students_says_so(book_html: Path) -> None:
    for path in pages(book_html):
        text = path.read_text(encoding="utf-8")
        assert "bw-edition" not in text
        assert "bookwork-edition" not in text


def test_reviews_are_listed(teacher_html: Path) -> None:
    kit = load(ROOT)
    text = (teacher_html / "book" / "teacher" / "freshness.html").read_text(encoding="utf-8")
    found = reviews(kit.seeds, kit.banks)
    assert len(found) >= 10
    (day,) = re.findall(r"Day of this list: (\d+ \w+ \d{4})", text)
    assert day
    assert "Facts checked on" in text


def test_its_pages_are_valid_html(teacher_html: Path) -> None:
    assert validate_html(teachers_pages(teacher_html)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_pages_are_accessible(
    teachers: Page, teacher_html: Path, scheme: Literal["light", "dark"]
) -> None:
    teachers.emulate_media(color_scheme=scheme)
    found = []
    for path in teachers_pages(teacher_html):
        teachers.goto(f"/{path.relative_to(teacher_html).as_posix()}")
        found += axe.violations(teachers)
    assert found == []


def test_its_pages_fit_a_phone(teachers: Page, teacher_html: Path) -> None:
    teachers.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for path in teachers_pages(teacher_html):
        teachers.goto(f"/{path.relative_to(teacher_html).as_posix()}")
        width = teachers.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[path.name] = width
    assert wide == {}


def test_paper_says_whose_it_is(teachers: Page) -> None:
    teachers.goto("/book/teacher/keys-context.html")
    teachers.emulate_media(media="print")
    assert teachers.locator(".bw-edition").is_visible()
    margins = teachers.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText)"""
    )
    assert any("do not give to students" in rule for rule in margins)
