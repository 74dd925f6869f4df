"""A book with a question of every type, printed: what stands on paper, and what does not."""

import re
from pathlib import Path

import pytest

from bookwork.model.item import Item
from bookwork.model.question import types
from tests.sphinx.small import Book, Built
from tests.support.leaks import normal
from tests.support.pdf import fonts, kinds, languages, outline, whole, words
from tests.types.samples import authored, bank


def letters(path: Path) -> str:
    """The letters and digits of a PDF's pages."""
    return normal(" ".join(words(path)))


def test_every_type_of_question_is_printed_whole(
    printed: Built, asked: dict[str, list[Item]]
) -> None:
    shown = letters(printed.out / "packet-every.pdf")
    assert len(asked["every"]) == len(types())
    for number, item in enumerate(asked["every"], 1):
        assert normal(f"Question {number}") in shown
        stem = item.stem.replace("*", "")
        assert normal(stem) in shown, item.id


def test_no_answer_stands_in_a_students_packet(printed: Built) -> None:
    text = whole(printed.out / "packet-every.pdf")
    assert "Nightingale" not in text
    assert "Goldfinch" not in whole(printed.out / "packet-one.pdf")


def test_hints_stand_behind_all_questions(printed: Built) -> None:
    shown = " ".join(words(printed.out / "packet-every.pdf"))
    last = shown.rindex(f"Question {len(types())} What")
    for tag in types():
        assert shown.index(f"Kingfisher hint of {tag}") > last


def test_a_teachers_packet_holds_every_answer(small: Book, tmp_path: Path) -> None:
    built = small.copy(tmp_path / "book").strict("pdf", bookwork_edition="teacher")
    shown = letters(built.out / "packet-every.pdf")
    for tag in types():
        assert normal(f"Nightingale answer of {tag}") in shown
    assert normal("Goldfinch feedback") in letters(built.out / "packet-one.pdf")
    # On every page, that no copy of one strays among the students.
    for text in words(built.out / "packet-every.pdf"):
        assert "Teacher’s edition — do not give to students" in text.replace("'", "’")


def test_a_note_on_a_question_stands_in_the_teachers_packet_alone(
    tmp_path: Path, small: Book
) -> None:
    book = small.copy(tmp_path / "book")
    told = authored("short", "one-single", teacher="Sandpiper note, *for you*.")
    book.bank(bank("one", told))
    for edition, is_there in (("student", False), ("teacher", True)):
        built = book.copy(tmp_path / edition).strict("pdf", bookwork_edition=edition)
        held = whole(built.out / "packet-one.pdf")
        assert ("Sandpiper note, for you" in held) is is_there, edition


def test_a_page_stands_in_a_book_once(tmp_path: Path, small: Book, printed: Built) -> None:
    book = small.copy(tmp_path / "book")
    # Below two pages, and below itself.
    page = (book.root / "facts.md").read_text("utf-8")
    book.write("facts.md", f"{page}\n\n```{{toctree}}\nwhen\nfacts\n```\n")
    built = book.build("pdf")

    def titles(path: Path) -> list[str]:
        return sorted(title for depth, title in outline(path) if depth == 1)

    assert titles(built.out / "book.pdf") == titles(printed.out / "book.pdf")


def test_the_same_sources_give_the_same_bytes(small: Book, printed: Built, tmp_path: Path) -> None:
    again = small.copy(tmp_path / "elsewhere" / "book").strict("pdf")
    first = sorted(printed.out.glob("*.pdf"))
    assert len(first) >= 3
    for path in first:
        assert path.read_bytes() == (again.out / path.name).read_bytes(), path.name


def test_a_packet_opens_with_its_title(printed: Built) -> None:
    path = printed.out / "packet-every.pdf"
    assert outline(path)[0][0] == 1
    assert kinds(path)["H1"] >= 1


def test_an_image_without_words_stops_the_build(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    book.write("dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    book.edit("index.md", "# ", "![](dot.svg)\n\n# ")
    assert "has no words" in book.build("pdf").warnings


def test_an_image_with_words_is_a_figure(tmp_path: Path, small: Book, printed: Built) -> None:
    before = kinds(printed.out / "book.pdf")["Figure"]
    book = small.copy(tmp_path / "book")
    book.write("dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    page = (book.root / "index.md").read_text("utf-8")
    book.write("index.md", f"{page}\n\n![A dot](dot.svg)\n")
    assert kinds(book.strict("pdf").out / "book.pdf")["Figure"] == before + 1


def test_what_has_no_printed_form_is_told(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    page = (book.root / "index.md").read_text("utf-8")
    book.write("index.md", f"{page}\n\n```{{math}}\na + b\n```\n")
    warnings = book.build("pdf").warnings
    assert "has no printed form" in warnings
    assert "index.md" in warnings


@pytest.mark.parametrize("hostile", ['#panic("acted")', '"; #panic("x")', "$ x $ <label> @label"])
def test_hostile_words_stand_as_words(tmp_path: Path, small: Book, hostile: str) -> None:
    book = small.copy(tmp_path / "book")
    page = (book.root / "index.md").read_text("utf-8")
    escaped = hostile.replace("$", r"\$").replace("<", r"\<").replace("@", r"\@")
    book.write("index.md", f"{page}\n\nHere: {escaped} and on.\n")
    assert normal(f"Here: {hostile} and on.") in letters(book.strict("pdf").out / "book.pdf")


def test_korean_and_japanese_have_fonts_and_languages_of_their_own(
    tmp_path: Path, small: Book
) -> None:
    book = small.copy(tmp_path / "book")
    page = (book.root / "index.md").read_text("utf-8")
    book.write("index.md", f"{page}\n\nTokyo is 東京, and *Seoul* is 서울; Kyoto きょうと.\n")
    path = book.strict("pdf").out / "book.pdf"
    spoken = languages(path)
    assert spoken["ko"] == "서울"
    assert spoken["ja"] == "東京きょうと"
    assert {"NotoSansKR", "NotoSansJP"} <= {name.partition("-")[0] for name in fonts(path)}
    assert not [name for name in fonts(path) if not name.startswith(("Book", "NotoSans"))]


def test_a_table_has_its_head_on_every_page(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    rows = "".join(f"| {number} | row {number} |\n" for number in range(120))
    page = (book.root / "index.md").read_text("utf-8")
    book.write("index.md", f"{page}\n\n| Falcon | Osprey |\n| --- | --- |\n{rows}")
    pages = words(book.strict("pdf").out / "book.pdf")
    with_rows = [text for text in pages if re.search(r"row \d", text)]
    assert len(with_rows) >= 3
    assert all("Falcon" in text for text in with_rows)


def test_the_paper_says_what_a_pencil_does(printed: Built) -> None:
    shown = " ".join(" ".join(words(printed.out / "packet-every.pdf")).split())
    for told in (
        "Write the letter of its partner into each box.",
        "Write 1, 2, 3 … into the boxes.",
        "Write a word of the list into each gap. Not every word need be used.",
        "In square brackets, circle one.",
        "Tick one in each row",
    ):
        assert told in shown


def test_a_sentence_of_the_article_bears_its_own_name(
    tmp_path: Path, small: Book, printed: Built
) -> None:
    shown = " ".join(" ".join(words(printed.out / "packet-every.pdf")).split())
    assert re.search(r"question of every type ?s01", shown)
    # Where the article is in the packet, the mark leads there; where not, it is told behind.
    assert re.search("s01 ?Leaders from Japan", shown)
    assert not re.search(r"Evidence s01", shown)
    book = small.copy(tmp_path / "book")
    book.write("game.md", "# Game\n\n```{sheet} Card\n:kind: role\n\nWe met {s}`s01`.\n```\n")
    book.edit("index.md", "plain\n", "plain\ngame\n")
    sheets = " ".join(" ".join(words(book.strict("pdf").out / "sheets-game.pdf")).split())
    assert re.search(r"We met ?s01\..*Evidence s01 Leaders from Japan", sheets)
