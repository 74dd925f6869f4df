"""What the tests of live code share: readers in each browser, at a server and at a disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
