"""What the tests of live code share: readers in each browser, and a page that has run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.steps import PAGE, begin, press
from tests.support.driven import Driven, Opener


@pytest.fixture(params=["server", "disk"])
def place(request: pytest.FixtureRequest, site: str, book_html: Path) -> str:
    """Where the book is opened: at a server, or on a disk."""
    return site if request.param == "server" else book_html.as_uri()


@pytest.fixture
def reader(opened: Opener, place: str) -> Iterator[Driven]:
    """An empty page; what goes wrong in it fails the test."""
    with opened("file://" if place.startswith("file:") else place) as page:
        yield page
        assert not page.watch.unexpected()


@pytest.fixture(scope="module")
def started(opened: Opener, site: str) -> Iterator[Driven]:
    """A page whose cells have run: one for all tests, since Python takes seconds to start."""
    with opened(site) as page:
        page.open(PAGE)
        begin(page)
        yield page


@pytest.fixture
def live(started: Driven) -> Iterator[Driven]:
    """That page, with the book's own code in its cells; what goes wrong in it fails the test."""
    press(started, "Put everything back")
    yield started
    assert not started.watch.unexpected()
