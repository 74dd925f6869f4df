"""What can be printed otherwise: a version, a paper, one reading, packets alone."""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sphinx.errors import ConfigError

from tests.sphinx.small import Book, Built
from tests.support.pdf import words


def test_a_version_has_its_own_order_its_letter_and_its_key(
    tmp_path: Path, small: Book, printed: Built
) -> None:
    students = small.copy(tmp_path / "students").strict("pdf", bookwork_version="B")
    names = {path.name for path in students.out.glob("*.pdf")}
    assert names == {"packet-every_B.pdf", "packet-one_B.pdf", "packet-all_B.pdf"}
    first = " ".join(words(students.out / "packet-one_B.pdf"))
    for text in words(students.out / "packet-every_B.pdf"):
        assert "version B" in text, "a page that has strayed is put back to its packet"
    assert order_of(first) != order_of(" ".join(words(printed.out / "packet-one.pdf")))
    teachers = small.copy(tmp_path / "teachers")
    built = teachers.strict("pdf", bookwork_version="B", bookwork_edition="teacher")
    keyed = " ".join(words(built.out / "packet-one_B.pdf"))
    assert order_of(keyed) == order_of(first)
    letter = re.search(r"([A-C])\s+There", first)
    assert letter
    assert re.search(rf"Here\s+{letter[1]}\s+Why:", keyed)


def order_of(text: str) -> list[str]:
    """In which order the two options of the question stand."""
    return list(dict.fromkeys(re.findall(r"\bHere\b|\bThere\b", text)))


def test_us_letter_is_another_paper_in_a_file_of_its_own(tmp_path: Path, small: Book) -> None:
    built = small.copy(tmp_path / "book").strict("pdf", bookwork_paper="us-letter")
    assert {path.stem.endswith("_us-letter") for path in built.out.glob("*.pdf")} == {True}
    assert size(built.out / "book_us-letter.pdf") == (612, 792)


def test_a4_is_usual(printed: Built) -> None:
    assert size(printed.out / "book.pdf") == (595, 842)


def size(path: Path) -> tuple[int, int]:
    """The width and height of a PDF's first page, in points."""
    with pikepdf.open(path) as pdf:
        box = pdf.pages[0].mediabox
        return round(float(box[2])), round(float(box[3]))


@pytest.mark.parametrize(("wanted", "kept", "gone"), [
    ("full", "Cormorant", "Dunlin"), ("short", "Dunlin", "Cormorant"),
])  # fmt: skip
def test_one_reading_can_be_printed_alone(
    tmp_path: Path, small: Book, wanted: str, kept: str, gone: str
) -> None:
    book = small.copy(tmp_path / "book")
    page = (book.root / "index.md").read_text("utf-8")
    full = "\n\n## Full\n\n```{reading} full\n```\n\nA Cormorant, see [the other](#dunlin).\n"
    short = "\n\n(dunlin)=\n## Short\n\n```{reading} short\n```\n\nA Dunlin.\n"
    book.write("index.md", page + full + short)
    both = " ".join(words(book.strict("pdf").out / "book.pdf"))
    assert "Cormorant" in both
    assert "Dunlin" in both
    built = book.strict("pdf", bookwork_printed_reading=wanted)
    one = " ".join(words(built.out / f"book_{wanted}.pdf"))
    assert kept in one
    assert gone not in one


def test_packets_can_be_made_without_the_book(tmp_path: Path, small: Book) -> None:
    built = small.copy(tmp_path / "book").strict("pdf", bookwork_printed="packets")
    names = {path.name for path in built.out.glob("*.pdf")}
    assert "book.pdf" not in names
    assert "packet-every.pdf" in names


@pytest.mark.parametrize(
    ("setting", "value", "mend"),
    [
        ("paper", "a5", "write a4 or us-letter"),
        ("printed", "some", "write all or packets"),
        ("printed_reading", "long", "write both, full or short"),
        ("version", "b", "write A, B, C"),
    ],
)
def test_a_setting_that_does_not_exist_stops_the_build(
    small: Book, tmp_path: Path, setting: str, value: str, mend: str
) -> None:
    book = small.copy(tmp_path / "book")
    given: dict[str, Any] = {f"bookwork_{setting}": value}
    with pytest.raises(ConfigError, match=f"bookwork_{setting} is '{value}': {mend}"):
        book.strict("pdf", **given)
