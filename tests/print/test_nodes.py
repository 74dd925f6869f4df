"""What an author may write, and what of it stands on paper: nothing lost, nothing said twice."""

import re
from pathlib import Path

import pytest

from tests.print.test_small_book import letters
from tests.sphinx.small import Book, Built
from tests.support.leaks import normal
from tests.support.pdf import outline, tags, words


def printed_with(book: Book, text: str, *, page: str = "plain.md") -> Path:
    """The book as PDF, built without a warning, with more on one of its pages."""
    before = (book.root / page).read_text("utf-8")
    book.write(page, f"{before}\n\n{text}\n")
    return book.strict("pdf").out / "book.pdf"


def running(path: Path) -> str:
    """The words of a PDF on one line."""
    return " ".join(" ".join(words(path)).split())


@pytest.fixture
def book(small: Book, tmp_path: Path) -> Book:
    """A copy of the small book, to be edited."""
    return small.copy(tmp_path / "book")


def test_a_table_in_a_table_stands_in_its_cell_alone(book: Book) -> None:
    inner = "    ```{list-table}\n    * - Kestrel\n      - Merlin\n    ```\n"
    text = f"````{{list-table}}\n* - Osprey\n  -\n{inner}* - Falcon\n  - Harrier\n````"
    shown = letters(printed_with(book, text))
    for name in ("kestrel", "merlin", "osprey", "falcon", "harrier"):
        assert shown.count(name) == 1, name


def test_citations_in_words_keep_their_words_apart(book: Book) -> None:
    text = "Kites {cite:p}`wh-factsheet,wh-spirit` say so, {cite:t}`wh-spirit` too."
    shown = running(printed_with(book, text))
    assert re.search(r"Kites \[TheWHouse23\w ?\d+, TheWHouse23\w ?\d+\] say so", shown)
    assert re.search(r"so, The White House \[TheWHouse23\w ?\d+\] too", shown)


def test_a_second_top_heading_is_not_lost_in_a_packet(book: Book) -> None:
    printed_with(book, "# Second heading Zebra\n\nMore.", page="quiz.md")
    titles = [title for _depth, title in outline(book.root / "out/pdf/packet-every.pdf")]
    assert "Second heading Zebra" in titles
    assert titles.count("Every type") == 1


def test_a_section_with_nothing_but_a_drawing_is_printed(book: Book) -> None:
    svg = '<svg viewBox="0 0 9 9"><title>Zebra stripes</title><path d="M0 0h9"/></svg>'
    path = printed_with(book, f"## Drawing\n\n```{{raw}} html\n{svg}\n```")
    assert "Drawing" in [title for _depth, title in outline(path)]
    assert "Zebra stripes" in [tag.alt for tag in tags(path).walk()]


def test_a_heading_above_nothing_is_not_printed_and_can_be_linked_to(book: Book) -> None:
    path = printed_with(book, "See {ref}`it <nothing>`.\n\n(nothing)=\n## Nothing\n\n% a comment")
    assert "Nothing" not in [title for _depth, title in outline(path)]


def test_html_that_is_all_that_a_section_has_is_told(book: Book) -> None:
    book.write("plain.md", "# Plain\n\n## Zebra\n\n```{raw} html\n<p>Stripes</p>\n```\n")
    assert "HTML has no printed form" in book.build("pdf").warnings


def test_an_svg_that_comes_in_pieces_is_told(book: Book) -> None:
    book.write("plain.md", '# Plain\n\nA <svg viewBox="0 0 9 9"><path d="M0 0"/></svg> here.\n')
    built = book.build("pdf")
    assert "an SVG in a line of Markdown comes in pieces — give it lines" in built.warnings
    assert (built.out / "book.pdf").exists()


def test_the_article_in_a_reading_that_is_not_printed_is_brought_along(book: Book) -> None:
    book.write("facts.md", "# Facts\n\nWords.\n")
    full = "## Full\n\n```{reading} full\n```\n\n```{article}\n```\n"
    short = "## Short\n\n```{reading} short\n```\n\nShort words.\n"
    text = (book.root / "quiz.md").read_text("utf-8")
    book.write("quiz.md", f"{text}\n\n{full}\n{short}")
    for reading in ("both", "short"):
        built = book.strict("pdf", bookwork_printed_reading=reading)
        ending = "" if reading == "both" else "_short"
        titles = [title for _depth, title in outline(built.out / f"packet-every{ending}.pdf")]
        assert ("The article" in titles) is (reading == "short")


@pytest.mark.parametrize("directive", ["commitments", "clauses"])
def test_long_lists_may_open_a_page_without_a_title(book: Book, directive: str) -> None:
    page = "promises.md" if directive == "commitments" else "plain.md"
    book.write(page, f"```{{{directive}}}\n```\n")
    out = book.root / "out" / "pdf" / "book.pdf"
    book.build("pdf")
    assert out.exists()


def test_only_the_rubric_that_repeats_a_heading_is_dropped(book: Book) -> None:
    one = "## The roadmap\n\n```{rubric} Map\n```\n\nWords.\n\n"
    two = "## Plan: Map\n\n```{rubric} map\n```\n\nMore."
    shown = running(printed_with(book, one + two))
    assert "The roadmap Map Words." in shown
    assert "Plan: Map More." in shown


def test_two_events_of_one_name_are_two_steps(book: Book) -> None:
    book.edit("seeds/events.yml", "Japan annexes Korea", "Camp David trilateral summit")
    printed_with(book, "```{timeline}\n:ids: e002 e050\n:brief:\n```", page="alone.md")
    shown = letters(book.root / "out/pdf/packet-one.pdf")
    strip = shown[shown.rindex(normal("Cut along the dashed lines")) :]
    assert strip.count(normal("Camp David trilateral summit")) == 2
    assert "1910" in strip


def test_a_tent_may_hold_links_and_marks(book: Book) -> None:
    body = "See {s}`s01`, {doc}`facts`, <https://example.org>."
    tent = f"```{{sheet}} Falcon\n:kind: tent\n\n{body}\n```"
    assert letters(printed_with(book, tent)).count("falcon") >= 2


def test_a_card_without_a_title_takes_none_of_what_is_in_it(book: Book) -> None:
    conf = (book.root / "conf.py").read_text("utf-8")
    book.write("conf.py", f'{conf}\nextensions += ["sphinx_design"]\n')
    card = "````{card}\nFirst words.\n\n```{dropdown} Merlin\nBody.\n```\n````"
    assert "First words. Merlin Body." in running(printed_with(book, card))


def test_an_event_says_its_track_to_those_who_do_not_see(printed: Built) -> None:
    told = [tag.alt for tag in tags(printed.out / "book.pdf").walk() if tag.kind == "Figure"]
    assert told.count("background to 2023") > 20
    assert told.count("steps of cooperation") > 20


def test_a_file_to_download_is_named(book: Book) -> None:
    book.write("answers.txt", "Kestrel")
    shown = letters(printed_with(book, "Take {download}`the file <answers.txt>` home."))
    assert normal("Take the file home.") in shown


def test_a_book_needs_no_bibliography(tmp_path: Path) -> None:
    book = Book(tmp_path / "book")
    conf = (book.root / "conf.py").read_text("utf-8").replace('"sphinxcontrib.bibtex", ', "")
    book.write("conf.py", conf.replace('bibtex_bibfiles = ["seeds/sources.bib"]', ""))
    book.write("index.md", "# Small\n\nOnly words.\n")
    assert "Only words." in book.strict().page("index").get_text()
