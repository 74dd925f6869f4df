"""What stands behind a packet to be torn off: the article, cards, the strip of its timeline."""

import re
from pathlib import Path

import pypdfium2
import pytest
import yaml

from bookwork.model.partialdate import PartialDate
from tests.sphinx.small import ROOT, Book, Built, read_once
from tests.support.leaks import banks, normal
from tests.support.pdf import outline, words

SEEDS = read_once(ROOT / "seeds")
PACKETS = [f"packet-{name}.pdf" for name in ("all", *(bank.id for bank in banks()))]


def behind(path: Path, title: str) -> list[str]:
    """The pages of a packet that bear a title on top."""
    return [text for text in words(path) if title in text.split("\n", 2)[0]]


@pytest.mark.parametrize("name", PACKETS)
def test_a_packet_brings_the_article_along(book_pdf: Path, teacher_pdf: Path, name: str) -> None:
    for folder in (book_pdf, teacher_pdf):
        shown = normal(" ".join(behind(folder / name, "The article")))
        for sentence in SEEDS.article.sentences:
            assert normal(sentence.id + sentence.text) in shown, (folder, sentence.id)


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_the_words_of_a_chapter_are_cards(book_pdf: Path, bank: str) -> None:
    page = (ROOT / "book" / f"{bank}.md").read_text("utf-8")
    found = re.search(r"{terms}\n:ids: (.*)", page)
    assert found
    shown = normal(" ".join(behind(book_pdf / f"packet-{bank}.pdf", "Cards to cut out")))
    for id in found[1].split():
        term = SEEDS.terms[id]
        assert normal(term.term + term.definition) in shown, id


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_the_steps_of_a_chapter_are_a_strip_in_order(book_pdf: Path, bank: str) -> None:
    page = (ROOT / "book" / f"{bank}.md").read_text("utf-8")
    found = re.search(r"{timeline}\n:ids: (.*)", page)
    assert found
    events = sorted((SEEDS.events[id] for id in found[1].split()), key=lambda e: e.date.earliest)
    shown = normal(" ".join(behind(book_pdf / f"packet-{bank}.pdf", "Timeline strip")))
    places = [shown.index(normal(event.title + event.date.words())) for event in events]
    assert places == sorted(places)
    assert len(places) >= 5


def test_steps_of_several_chapters_are_in_one_order(book_pdf: Path) -> None:
    shown = "\n".join(behind(book_pdf / "packet-all.pdf", "Timeline strip"))
    months = "January February March April May June July August September October November December"
    when = rf"(?:(\d+) )?({'|'.join(months.split())}) (\d{{4}})$"
    dates = []
    for day, month, year in re.findall(when, shown.replace("\r", ""), re.MULTILINE):
        number = months.split().index(month) + 1
        written = f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
        dates.append(PartialDate.parse(written).earliest)
    assert len(dates) > 25
    assert dates == sorted(dates)


def test_a_packet_without_words_or_steps_has_nothing_to_cut(printed: Built) -> None:
    titles = [title for _depth, title in outline(printed.out / "packet-every.pdf")]
    assert "The article" in titles
    assert not [title for title in titles if "cut out" in title]


def many_terms(small: Book, folder: Path) -> Book:
    """The small book with 22 words on a page that asks something, two with long meanings."""
    book = small.copy(folder)
    ids = list(SEEDS.terms)[:22]
    page = (book.root / "alone.md").read_text("utf-8")
    book.write("alone.md", f"{page}\n\n```{{terms}}\n:ids: {' '.join(ids)}\n```\n")
    told = yaml.safe_load((book.root / "seeds" / "glossary.yml").read_text("utf-8"))
    for term in told["terms"]:
        if term["id"] in (ids[0], ids[2]):
            term["definition"] = " ".join([term["definition"]] * 5)[:430]
    book.write("seeds/glossary.yml", yaml.safe_dump(told, allow_unicode=True))
    return book


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_cards_of_any_paper_have_empty_backs(small: Book, tmp_path: Path, paper: str) -> None:
    out = many_terms(small, tmp_path / "book").strict("pdf", bookwork_paper=paper).out
    (path,) = out.glob("packet-one*.pdf")
    cut = [(n, text) for n, text in enumerate(words(path), 1) if "cut out" in text]
    assert len(cut) >= 5
    for number, text in cut:
        lines = [line for line in text.splitlines() if len(normal(line)) > 2]
        assert (len(lines) > 4) is bool(number % 2), (paper, number)


def test_no_words_of_a_card_lie_on_others(small: Book, tmp_path: Path, book_pdf: Path) -> None:
    long = many_terms(small, tmp_path / "book").strict("pdf").out / "packet-one.pdf"
    looked = 0
    for path in (long, *(book_pdf / name for name in PACKETS)):
        document = pypdfium2.PdfDocument(path)
        for page in document:
            text = page.get_textpage()
            if "Cards to cut out" in text.get_text_bounded():
                found = [text.get_rect(n) for n in range(text.count_rects())]
                assert not overlapping(found), path
                looked += len(found)
            text.close()
            page.close()
        document.close()
    assert looked > 100


def overlapping(rects: list[tuple[float, float, float, float]]) -> list[tuple[object, object]]:
    """Rectangles (left, bottom, right, top) of which two lie on each other by more than a point."""
    return [
        (a, b)
        for number, a in enumerate(rects)
        for b in rects[:number]
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
    ]
