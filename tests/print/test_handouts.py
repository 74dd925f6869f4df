"""What stands behind a packet to be torn off: the article, cards, the strip of its timeline."""

import re
from pathlib import Path

import pytest

from bookwork.model.partialdate import PartialDate
from tests.sphinx.small import ROOT, Built, read_once
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
    assert len(places) >= 8


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
