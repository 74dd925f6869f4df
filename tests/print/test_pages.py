"""Where things stand on paper: questions whole, headings above what they head, no empty page."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup

from bookwork.model.item import Item
from bookwork.model.markdown import plain
from tests.support.leaks import banks, normal
from tests.support.pdf import tags, words

FOOT = 66
"""Points from a page's lower edge to its text: below stands its running foot."""


@dataclass(frozen=True)
class Place:
    """Where an entry of the outline leads: its page, and how far up it stands, in points."""

    title: str
    page: int
    top: float


@cache
def places(path: Path) -> tuple[Place, ...]:
    """Where the headings of a PDF stand."""
    found: list[Place] = []

    def below(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            target = item.destination
            assert isinstance(target, pikepdf.Array)
            page = numbers[target[0].objgen]
            found.append(Place(item.title, page, float(target[3])))
            below(item.children)

    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        below(list(outline.root))
    return tuple(found)


def packets(folder: Path) -> list[Path]:
    """The packets of a folder, one a bank."""
    return [folder / f"packet-{bank.id}.pdf" for bank in banks()]


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_no_question_is_split(book_pdf: Path, bank: str) -> None:
    pages = [normal(text) for text in words(book_pdf / f"packet-{bank}.pdf")]
    (found,) = [each for each in banks() if each.id == bank]
    checked = 0
    for item in found.items:
        stem = normal(plain(item.stem))[:60]
        on = [number for number, text in enumerate(pages) if stem in text]
        assert on, item.id
        last = [normal(plain(option)) for option in _options(item)]
        whole = [n for n in on if all(text in pages[n] for text in last)]
        assert whole, (item.id, on)
        checked += bool(last)
    assert checked > 25


def _options(item: Item) -> list[str]:
    """The words of what a question offers, as Markdown."""
    found: list[str] = []
    for part in item.parts:
        for name in ("options", "left", "right"):
            found += [option.text for option in getattr(part.task, name, ())]
    return found


def test_no_heading_stands_at_the_foot_of_a_page(publications: list[Path]) -> None:
    seen = 0
    for path in publications:
        document = pypdfium2.PdfDocument(path)
        for place in places(path):
            page = document[place.page]
            text = page.get_textpage()
            width, _height = page.get_size()
            under = text.get_text_bounded(left=0, bottom=FOOT, right=width, top=place.top - 30)
            assert under.strip(), (path.name, place)
            text.close()
            page.close()
            seen += 1
        document.close()
    assert seen > 300


def test_no_page_is_empty(publications: list[Path]) -> None:
    for path in publications:
        for number, text in enumerate(words(path), 1):
            kept = [line for line in text.splitlines() if len(normal(line)) > 2]
            # What is cut out has nothing on its back.
            around = words(path)[number - 2 : number + 1]
            is_back = number % 2 == 0 and any("to cut out" in each for each in around)
            assert len(kept) > 2 or number == 1 or is_back, (path.name, number, text)


def test_what_is_cut_out_has_an_empty_back(book_pdf: Path) -> None:
    fronts = 0
    for path in packets(book_pdf):
        pages = words(path)
        cut = [number for number, text in enumerate(pages, 1) if "to cut out" in text]
        assert cut, path
        for number in cut:
            lines = [line for line in pages[number - 1].splitlines() if len(normal(line)) > 2]
            # On a sheet of paper the first page has an odd number.
            assert (len(lines) > 4) is bool(number % 2), (path.name, number)
            fronts += number % 2
        assert cut[0] % 2, path
    assert fronts >= 6


def test_a_key_has_the_letters_of_the_packet(book_pdf: Path, teacher_pdf: Path) -> None:
    letter = re.compile(r"^([A-H]) (\S.{12,40})", re.MULTILINE)
    for student, teacher in zip(packets(book_pdf), packets(teacher_pdf), strict=True):
        asked = set(letter.findall("\n".join(words(student))))
        keyed = set(letter.findall("\n".join(words(teacher))))
        assert len(asked) > 40
        assert asked <= keyed, student.name


def test_a_reference_names_the_page_on_which_its_target_stands(publications: list[Path]) -> None:
    checked = 0
    for path in publications:
        titles = {normal(place.title): place.page + 1 for place in places(path)}
        text = " ".join(" ".join(words(path)).split())
        for title, page in re.findall(
            r"(\w+: (?:practice|weigh the evidence)) \(page (\d+)\)", text
        ):
            assert titles[normal(title)] == int(page), (path.name, title, page)
            checked += 1
    assert checked >= 12


def test_every_drawing_of_a_notebook_is_printed_and_told(book_pdf: Path, book_html: Path) -> None:
    # What a page on a screen draws, paper draws, too, and each figure says what is in it.
    told = [tag.alt for tag in tags(book_pdf / "book.pdf").walk() if tag.kind == "Figure"]
    text, said = normal(" ".join(words(book_pdf / "book.pdf"))), normal(" ".join(told))
    drawn = 0
    for page in sorted((book_html / "book").glob("*timeline.html")):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for svg in soup.select("svg.bookwork-drawing"):
            lines = [normal(line.get_text()) for line in svg.select("text")]
            assert len(lines) >= 4
            assert all(line in text and line in said for line in lines), page
            drawn += 1
    assert drawn >= 9
