"""Claims: what kind of sentence each is, and that a claim without evidence is found."""

from pathlib import Path

import pytest

from bookwork.model.claims import claim_problems, classify, kind_of
from bookwork.model.coverage import pages
from bookwork.model.prose import passages

ROOT = Path(__file__).parents[2]

LONG = "Why it took so long is a matter of how one large country built its ties to many small ones."
"""Longer than a transition may be."""
KINDS = {
    "They met at Camp David in 2023 {event}`e050`.": "evidence",
    "The article says so {s}`s04`.": "evidence",
    "Who should decide when a dispute is settled?": "question",
    "Read the verb before you read the topic.": "instruction",
    "Students place the events in order.": "instruction",
    "This book states the day on which its facts were checked in 2026.": "about this book",
    "“Not found” means not found in 178 sources.": "about this book",
    "A promise is easy, and keeping it is not.": "transition",
    "Japan annexed Korea in 1910.": "claim",
    "Yoon wanted better ties with Tokyo.": "claim",
    "The ministers denied it.": "claim",
    LONG: "claim",
    "You can see that Japan annexed Korea in 1910.": "instruction",
    "This list begins in 1905.": "about this book",
    "Explain in what sense Japan was free in 1952.": "instruction",
    "**Trust and trade.**": "label",
    "South Korea's opposition": "label",
    # A noun, a short form or a small letter excuses nothing that tells.
    "Students in Seoul protested.": "claim",
    "One line was cut between Seoul and Tokyo.": "claim",
    "The next step followed in 2019.": "claim",
    "The quarrel was older than that.": "claim",
    "the ministers met again": "claim",
}


@pytest.mark.parametrize("text", KINDS)
def test_a_sentence_is_of_its_kind(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Title\n\n{text}\n", encoding="utf-8")
    (passage,) = passages(page)
    assert kind_of(passage) == KINDS[text]


def test_a_name_tells_even_where_every_word_has_a_capital(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing is over.\n\nBeijing objects. Others in Beijing wait.\n", "utf-8")
    assert [found.kind for found in classify(tmp_path, [page])] == ["transition", "claim", "claim"]


def test_a_cell_or_item_without_a_verb_is_a_label(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "| Tokyo in 2023 | 18 August 2023 |\n|---|---|\n\n- Camp David, Maryland\n", "utf-8"
    )
    assert {kind_of(passage) for passage in passages(page)} == {"label"}


def test_what_a_sheet_invents_needs_no_evidence(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    card = "Something fell into the sea near Port Seven at 06:12."
    page.write_text(f":::{{sheet}} Card 1\n:kind: event\n{card}\n:::\n\n{card}\n", "utf-8")
    assert [kind_of(passage) for passage in passages(page)] == ["invented", "claim"]


SENTENCES = {
    "One. Two {event}`e050`. Three.": ["One.", "Two {event}`e050`.", "Three."],
    "The U.S. side agreed. So did Seoul.": ["The U.S. side agreed.", "So did Seoul."],
    "He said “no.” Then he left.": ["He said “no.”", "Then he left."],
    "- First item\n- Second item": ["First item", "Second item"],
    "A line\nand its end. Next.": ["A line and its end.", "Next."],
    "```python\nprint('Japan in 1910.')\n```\n\nAfter.": ["After."],
    "# Japan in 1910\n\nText.": ["Text."],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_prose_is_split_into_sentences(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    assert [passage.text for passage in passages(page)] == SENTENCES[text]


def test_a_sentence_knows_its_line(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Title\n\nOne.\n\nTwo\nlines. Three.\n", encoding="utf-8")
    assert [passage.line for passage in passages(page)] == [3, 5, 6]


def test_a_claim_without_evidence_is_told_with_its_line(tmp_path: Path) -> None:
    page = tmp_path / "book" / "page.md"
    page.parent.mkdir()
    page.write_text("# Title\n\nJapan annexed Korea in 1910.\n", encoding="utf-8")
    (problem,) = claim_problems(tmp_path, [page])
    assert problem.line == 3
    assert "nothing supports “Japan annexed Korea in 1910.”" in str(problem)


def test_an_author_may_accept_a_sentence_and_not_in_vain(tmp_path: Path) -> None:
    page = tmp_path / "book" / "page.md"
    page.parent.mkdir()
    page.write_text("# Title\n\nJapan annexed Korea in 1910.\n", encoding="utf-8")
    listed = tmp_path / "book" / "uncited.yml"
    entry = "accepted:\n- page: book/page\n  text: {}\n  reason: a sample\n"
    listed.write_text(entry.format("Japan annexed Korea in 1910."), encoding="utf-8")
    assert claim_problems(tmp_path, [page]) == []
    listed.write_text(entry.format("Japan left in 1945."), encoding="utf-8")
    told = [str(problem) for problem in claim_problems(tmp_path, [page])]
    assert len(told) == 2
    assert "stands in no page as a claim" in told[1]


def test_every_claim_of_the_book_rests_on_evidence() -> None:
    assert claim_problems(ROOT, pages(ROOT)) == []


def test_the_chapters_are_mostly_evidence() -> None:
    for chapter in ("context", "agreements", "challenges"):
        found = list(classify(ROOT, [ROOT / "book" / f"{chapter}.md"]))
        share = sum(each.kind == "evidence" for each in found) / len(found)
        assert share > 0.5, chapter
