"""What the builder `pdf` leaves in its folder, and which reading it prints."""

import sys
from pathlib import Path

import pytest
from docutils import nodes
from docutils.utils import new_document

from bookwork.print.builder import keep_reading
from bookwork.print.compile import PrintError, compile_pdf
from tests.sphinx.small import Book


def names(folder: Path) -> set[str]:
    """The names of the PDFs in a folder."""
    return {path.name for path in folder.glob("*.pdf")}


def test_what_the_book_no_longer_holds_goes_and_others_stay(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    out = book.strict("pdf").out
    book.strict("pdf", bookwork_version="B")
    # Never made by a build: somebody else's, whatever they are called.
    others = {"packet-mine.pdf", "guide.pdf", "notes.pdf"}
    for name in others:
        (out / name).write_bytes(b"x")
    before = names(out)
    assert {"packet-one.pdf", "packet-one_B.pdf", "packet-all.pdf", "book.pdf"} < before
    # Packets alone: the book is still one of what there is.
    book.strict("pdf", bookwork_printed="packets")
    assert names(out) == before
    (book.root / "alone.md").unlink()
    book.edit("index.md", "alone\n", "")
    book.strict("pdf")
    assert names(out) == before - {"packet-one.pdf", "packet-all.pdf"}
    assert others < names(out)


def test_settings_stand_behind_a_sign_that_no_bank_has(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    text = (book.root / "exercises" / "one" / "bank.yml").read_text("utf-8")
    book.write("exercises/one-short/bank.yml", text.replace('"bank": "one"', '"bank": "one-short"'))
    (book.root / "exercises" / "one" / "bank.yml").unlink()
    out = book.strict("pdf").out
    book.strict("pdf", bookwork_printed_reading="short")
    assert {"packet-one-short.pdf", "packet-one-short_short.pdf"} < names(out)


def page(*levels: str) -> nodes.document:
    """A page with a section for each reading, and one for both."""
    document = new_document("page")
    document += nodes.section("", nodes.title("", "Both"))
    for level in levels:
        document += nodes.section("", nodes.title("", level), classes=[f"bw-reading-{level}"])
    return document


@pytest.mark.parametrize(
    ("levels", "wanted", "kept"),
    [
        (("full", "short"), "both", ["Both", "full", "short"]),
        (("full", "short"), "short", ["Both", "short"]),
        (("full",), "short", ["Both", "full"]),  # rather the other reading than none
        ((), "full", ["Both"]),
    ],
)
def test_one_reading_is_kept(levels: tuple[str, ...], wanted: str, kept: list[str]) -> None:
    document = page(*levels)
    keep_reading(document, wanted)
    assert [title.astext() for title in document.findall(nodes.title)] == kept


def test_an_image_that_is_not_there_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    out.write_bytes(b"old")
    with pytest.raises(PrintError, match=r"book\.pdf needs an image: .*lost\.png"):
        compile_pdf('#image("lost.png")', out, {"lost.png": tmp_path / "lost.png"})
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]


def test_without_typst_one_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PrintError, match=r"pip install 'bookwork\[book\]'"):
        compile_pdf("", tmp_path / "book.pdf", {})
