"""A small book as PDF: a question of every type, and every directive."""

from pathlib import Path

import pytest

from bookwork.model.bank import load_banks
from bookwork.model.item import Item
from bookwork.model.seeds import load_seeds
from tests.sphinx.conftest import banks
from tests.sphinx.small import Book, Built


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book's sources; tests build them, and leave them as they are."""
    book = Book(tmp_path_factory.mktemp("small"), "every")
    banks(book)
    return book


@pytest.fixture(scope="session")
def printed(small: Book) -> Built:
    """The book as PDF, built without a warning."""
    return small.strict("pdf")


@pytest.fixture(scope="session")
def asked(small: Book) -> dict[str, list[Item]]:
    """The items of each bank of the small book."""
    seeds = load_seeds(small.root / "seeds")
    return {name: list(bank.items) for name, bank in load_banks(small.root, seeds).items()}


@pytest.fixture(scope="session")
def publications(book_pdf: Path, teacher_pdf: Path) -> list[Path]:
    """Every PDF of the real book, students' and teachers'."""
    return [*sorted(book_pdf.glob("*.pdf")), *sorted(teacher_pdf.glob("*.pdf"))]
