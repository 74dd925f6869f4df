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


def test_it_goes_from_every_format_that_shares_what_was_read(book: Book) -> None:
    pages = [book.strict(name).out / f"notes{SUFFIX[name]}" for name in ("html", "epub", "text")]
    assert all(page.exists() for page in pages)
    (book.root / "notes.md").unlink()
    for name in ("html", "epub", "text"):
        book.strict(name)
    assert [page.name for page in pages if page.exists()] == []


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_its_pictures_and_files_go_with_it(book: Book, builder: str) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    for name in ("secret.svg", "open.svg"):
        book.write(name, svg)
    book.write("answers.txt", "Kestrel")
    shown = "![Secret](secret.svg) ![Open](open.svg) {download}`answers.txt`\n"
    book.write("notes.md", "---\norphan: true\n---\n\n# Falcon\n\n" + shown)
    book.edit("plain.md", "\n", "\n\n![Open](open.svg)\n")
    out = book.strict(builder).out
    assert [path.name for path in out.rglob("secret.svg")] == ["secret.svg"]
    mine = out / "_images" / "mine.svg"  # never written by a build
    mine.write_text(svg, encoding="utf-8")
    book.strict(builder, bookwork_teacher_pages=["notes"])
    names = {path.name for path in out.rglob("*")}
    assert not {"secret.svg", "answers.txt"} & names
    assert {"open.svg", "mine.svg"} <= names


def test_it_goes_too_when_sphinx_remembers_nothing(book: Book) -> None:
    page = book.strict().out / "notes.html"
    for name in ("environment.pickle", "notes.doctree"):
        for kept in book.root.rglob(name):
            kept.unlink()
    book.strict(bookwork_teacher_pages=["notes"])
    assert not page.exists()
