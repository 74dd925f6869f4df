"""What the builder `pdf` leaves in its folder, and which reading it prints."""

import sys
from pathlib import Path

import pytest
from docutils import nodes
from docutils.utils import new_document

from bookwork.print.builder import is_stale, keep_reading
from bookwork.print.compile import PrintError, compile_pdf
from tests.sphinx.small import Book


@pytest.mark.parametrize(
    ("stem", "own", "stale"),
    [
        ("packet-old", "", True),
        ("packet-kept", "", False),
        ("packet-old-B", "", False),
        ("packet-old-B", "-B", True),
        ("packet-kept-B", "-B", True),
        ("sheets-old-short-us-letter", "-short-us-letter", True),
        ("sheets-old-short-us-letter", "-short", False),
        ("book", "", True),
        ("my-own-notes", "", False),
        ("packet", "", False),
    ],
)
def test_only_what_a_like_build_made_is_stale(stem: str, own: str, stale: bool) -> None:
    assert is_stale(stem, {"packet-kept"}, own) is stale


def test_a_pdf_of_what_is_gone_goes_and_others_stay(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    out = book.root / "out" / "pdf"
    out.mkdir(parents=True)
    others = {"packet-gone-B.pdf", "notes.pdf"}
    for name in ("packet-gone.pdf", *others):
        (out / name).write_bytes(b"x")
    built = book.strict("pdf")
    found = {path.name for path in built.out.glob("*.pdf")}
    assert "packet-gone.pdf" not in found
    assert others < found
    # Packets alone, later: the book is still one of what there is.
    book.strict("pdf", bookwork_printed="packets")
    assert {path.name for path in built.out.glob("*.pdf")} == found


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
