"""What a screen reader says of what is printed: in which order, and where its links lead."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bookwork.model.markdown import plain
from bookwork.model.primitives import Choice, Order, Spans
from tests.print.test_pages import _options
from tests.support.aloud import aloud, links
from tests.support.leaks import ROOT, banks, normal
from tests.support.pdf import tags


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_questions_are_read_in_order_each_with_its_options(book_pdf: Path, bank: str) -> None:
    (found,) = [each for each in banks() if each.id == bank]
    read = normal(aloud(book_pdf / f"packet-{bank}.pdf"))
    stems = {item.id: read.index(normal(plain(item.stem.split("\n")[0]))) for item in found.items}
    order = sorted(stems, key=lambda id: stems[id])
    for id, after in zip(order, [*order[1:], ""], strict=True):
        item = found.entries[id].item
        here = read[stems[id] : stems.get(after)]
        for option in _options(item):
            assert normal(plain(option)) in here, (id, option)
    # Hints are read behind the questions of their page, and cards behind everything.
    assert read.index(normal("Hints")) > stems[order[0]]
    assert read.rindex(normal("Cards to cut out")) > max(stems.values())


@pytest.mark.parametrize("chapter", ["context", "agreements", "challenges"])
def test_a_chapter_is_read_as_it_was_written(book_pdf: Path, chapter: str) -> None:
    text = (ROOT / "book" / f"{chapter}.md").read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    read = normal(aloud(book_pdf / f"packet-{chapter}.pdf"))
    at = 0
    for heading in headings[1:]:
        at = read.index(normal(plain(heading)), at)
    assert len(headings) > 12


def test_headers_and_footers_are_not_read(book_pdf: Path, teacher_pdf: Path) -> None:
    for path in (book_pdf / "book.pdf", teacher_pdf / "guide.pdf"):
        read = aloud(path)
        assert len(read) > 20_000
        assert read.count("do not give to students") <= 1  # on the title page
        assert not re.search(r"Three leaders at Camp David\s+\d+\s+Three leaders at Camp", read)


def test_a_mark_leads_to_its_note_or_to_its_sentence(book_pdf: Path) -> None:
    numbers = sentences = 0
    for name in ("packet-context.pdf", "packet-challenges.pdf", "sheets-crisis-call.pdf"):
        for link in links(book_pdf / name):
            if re.fullmatch(r"\d{1,2}", link.words):
                numbers += 1
                assert re.search(rf"(^|\s){link.words}(\s|$)", link.target), (name, link)
            elif re.fullmatch(r"s\d\d", link.words):
                sentences += 1
                assert link.words in link.target, (name, link)
    assert numbers > 200
    assert sentences > 40


def test_each_link_is_a_tag_of_its_own(publications: list[Path]) -> None:
    for path in publications:
        kinds = [tag.kind for tag in tags(path).walk()]
        assert kinds.count("Link") >= len(links(path)) > 5, path


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_options_are_items_of_lists_and_questions_have_headings(book_pdf: Path, bank: str) -> None:
    (found,) = [each for each in banks() if each.id == bank]
    walked = list(tags(book_pdf / f"packet-{bank}.pdf").walk())
    lists = Counter(
        sum(child.kind == "LI" for child in tag.children) for tag in walked if tag.kind == "L"
    )
    offered = Counter(
        len(part.task.options)
        for item in found.items
        if not item.passage
        for part in item.parts
        if isinstance(part.task, Choice | Spans | Order)
    )
    assert sum(offered.values()) > 15
    assert not offered - lists
    headings = sum(re.fullmatch(r"H\d", tag.kind) is not None for tag in walked)
    assert headings > len(found.items) + 15
