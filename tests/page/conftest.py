"""What the page's tests share: the sample book, served, and questions to work on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.page import sample_book
from tests.page.asking import Asked
from tests.support import server

Ask = Callable[[str], Asked]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample book's pages."""
    return sample_book.build(tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def site(samples: Path) -> Iterator[str]:
    """The address of the sample book: here `page` opens its pages."""
    with server.serve(samples) as address:
        yield address


@pytest.fixture
def ask(page: Page) -> Ask:
    """Opens the sample question of a type, with the keyboard's focus about to enter it."""

    def opened(type: str) -> Asked:
        page.goto(f"/quiz.html#all-{type}")
        return Asked(page, f"all-{type}")

    return opened
