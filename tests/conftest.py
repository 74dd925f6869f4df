"""What all tests share: the built book, a browser, and which stage a test belongs to."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import built, chromium, driven, firefox, server
from tools import ensure_firefox

BUILT = frozenset({"book_html", "teacher_html", "book_pdf", "teacher_pdf"})


@cache
def browsers() -> list[str]:
    """The browsers that tests of `opened` run in: Chromium, and Firefox where there is one."""
    return ["chromium", "firefox"] if ensure_firefox.find() else ["chromium"]


def pytest_report_header() -> str:
    """Say it at the top of every run, so that a run without Firefox cannot look like one with."""
    return f"browsers: {', '.join(browsers())}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what uses `opened` once in each browser that is there: none is skipped."""
    if "opened" in metafunc.fixturenames:
        metafunc.parametrize("opened", browsers(), indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort each test into its stage by what it uses, so that no mark can be forgotten."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if BUILT.intersection(fixtures):
            item.add_marker("builders")
        if {"browser", "firefox", "opened"}.intersection(fixtures):
            item.add_marker("browser")
    # Playwright's event loop stays once it has begun, and notebooks run in tests need their own:
    # the browser comes last.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def book_html() -> Path:
    """The folder of the built book."""
    return built.book_html()


@pytest.fixture(scope="session")
def teacher_html() -> Path:
    """The folder of the built teacher's edition."""
    return built.teacher_html()


@pytest.fixture(scope="session")
def book_pdf() -> Path:
    """The folder of what students print."""
    return built.book_pdf()


@pytest.fixture(scope="session")
def teacher_pdf() -> Path:
    """The folder of what teachers print."""
    return built.teacher_pdf()


@pytest.fixture(scope="session")
def site(book_html: Path) -> Iterator[str]:
    """The address at which the built book is served."""
    with server.serve(book_html) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with sync_playwright() as playwright:
        running = chromium.launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session", name="firefox")
def _firefox() -> Iterator[firefox.Firefox]:
    """One headless Firefox for all tests; asked for by `opened`, where there is one."""
    program = ensure_firefox.find()
    if program is None:
        raise RuntimeError(ensure_firefox.HELP)
    with firefox.launch(program) as running:
        yield running


@pytest.fixture(scope="session")
def opened(request: pytest.FixtureRequest) -> driven.Opener:
    """What opens a fresh page in the browser of this run of the test."""
    if request.param == "chromium":
        return partial(driven.in_chromium, request.getfixturevalue("browser"))
    running: firefox.Firefox = request.getfixturevalue("firefox")
    return running.page


@pytest.fixture
def watch(site: str) -> chromium.Watch:
    """What goes wrong in the test's page; `watch.allow(part)` forgives."""
    return chromium.Watch(site)


@pytest.fixture
def page(browser: Browser, site: str, watch: chromium.Watch) -> Iterator[Page]:
    """A fresh page with empty storage; `page.goto("/book/context.html")` opens the book's."""
    context = browser.new_context(base_url=site)
    opened = context.new_page()
    watch.attach(opened)
    yield opened
    context.close()
    assert not watch.unexpected()
