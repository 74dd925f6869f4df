"""The tests' own eyes: a page that does wrong must be seen doing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support import axe
from tests.support.chromium import Watch
from tests.support.server import STRICT_POLICY, serve

GOOD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Good</title>
<link rel="icon" href="data:,"></head><body><main><h1>Good</h1>{}</main></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(GOOD.format(""), encoding="utf-8")
    return tmp_path


@pytest.fixture
def watched(browser: Browser, folder: Path) -> Iterator[tuple[Page, Watch]]:
    with serve(folder) as address:
        context = browser.new_context(base_url=address)
        page, watch = context.new_page(), Watch(address)
        watch.attach(page)
        yield page, watch
        context.close()


def show(folder: Path, page: Page, body: str) -> None:
    (folder / "shown.html").write_text(GOOD.format(body), encoding="utf-8")
    page.goto("/shown.html", wait_until="networkidle")


def test_a_good_page_has_no_problem(watched: tuple[Page, Watch]) -> None:
    page, watch = watched
    page.goto("/index.html", wait_until="networkidle")
    assert watch.problems == []
    assert len(watch.requests) == 1


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>console.error('broken')</script>", "console: broken"),
        ("<script>throw new Error('thrown')</script>", "exception: thrown"),
        ("<img src='absent.png' alt=''>", "status 404"),
        ("<img src='http://elsewhere.invalid/x.png' alt=''>", "left the origin"),
    ],
)
def test_a_problem_is_seen(
    folder: Path, watched: tuple[Page, Watch], body: str, problem: str
) -> None:
    page, watch = watched
    show(folder, page, body)
    assert any(problem in seen for seen in watch.unexpected()), watch.problems


def test_an_expected_problem_is_allowed(folder: Path, watched: tuple[Page, Watch]) -> None:
    page, watch = watched
    watch.allow("on purpose")
    show(folder, page, "<script>console.error('done on purpose')</script>")
    assert watch.problems
    assert watch.unexpected() == []


def test_a_strict_policy_stops_inline_scripts(browser: Browser, folder: Path) -> None:
    (folder / "inline.html").write_text(
        GOOD.format("<script>document.title = 'Ran'</script>"), encoding="utf-8"
    )
    with serve(folder, {"Content-Security-Policy": STRICT_POLICY}) as address:
        page, watch = browser.new_page(), Watch(address)
        watch.attach(page)
        page.goto(f"{address}/inline.html")
        assert page.title() == "Good"
        assert any("Content Security Policy" in seen for seen in watch.problems)
        page.close()


def test_axe_names_what_a_screen_reader_would_miss(
    folder: Path, watched: tuple[Page, Watch]
) -> None:
    page, _ = watched
    show(folder, page, "<p>Fine</p>")
    assert axe.violations(page) == []
    show(folder, page, "<input type='text'><img src='data:,'>")
    found = axe.violations(page)
    assert any(": image-alt:" in line for line in found), found
    assert any(": label:" in line for line in found), found
    assert axe.violations(page, within="h1") == []
