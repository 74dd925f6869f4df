"""What an earlier build wrote of pages that the book no longer has is gone after the next."""

from pathlib import Path

import pytest

from tests.sphinx.small import Book
from tests.types.samples import authored, bank

SUFFIX = {"html": ".html", "epub": ".xhtml", "text": ".txt"}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path / "book", "lean")
    book.bank(bank("one", authored("single", "one-single")))
    book.bank(bank("two", authored("short", "two-short"), authored("ordering", "two-ordering")))
    book.write("notes.md", "---\norphan: true\n---\n\n# Falcon\n\nThese are notes.\n")
    return book


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_a_page_that_is_gone_goes(book: Book, builder: str) -> None:
    page = book.strict(builder).out / f"notes{SUFFIX[builder]}"
    assert page.exists()
    (book.root / "notes.md").unlink()
    book.strict(builder)
    assert not page.exists()


@pytest.mark.parametrize("builder", ["html", "epub", "text"])
def test_a_page_that_has_become_the_teachers_goes(book: Book, builder: str) -> None:
    built = book.strict(builder, html_copy_source=True)
    page = built.out / f"notes{SUFFIX[builder]}"
    assert page.exists()
    others = {path for path in built.out.rglob(f"*{SUFFIX[builder]}") if path != page}
    book.strict(builder, bookwork_teacher_pages=["notes"])
    assert not page.exists()
    assert not list(built.out.rglob("notes.*"))
    assert set(built.out.rglob(f"*{SUFFIX[builder]}")) == others


def test_it_goes_too_when_sphinx_remembers_nothing(book: Book) -> None:
    page = book.strict().out / "notes.html"
    for name in ("environment.pickle", "notes.doctree"):
        for kept in book.root.rglob(name):
            kept.unlink()
    book.strict(bookwork_teacher_pages=["notes"])
    assert not page.exists()
