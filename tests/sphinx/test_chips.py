"""Chips: what they say, where they lead, and what leads back."""

from functools import cache

import pytest

from bookwork.model.question import types
from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said
from tests.sphinx.small import Built

NBSP = "\xa0"


def test_a_chip_leads_to_its_evidence(html: Built) -> None:
    page = html.page("facts")
    promised, met = one(page, "#facts").select(":scope > p")[0].select("a.bw-chip"), "18 Aug 2023"
    assert [chip["href"] for chip in promised] == ["#s04", "promises.html#c01", "when.html#e050"]
    words = ["[article s04]", "[promise 1]", f"[{met.replace(' ', NBSP)}]"]
    assert [chip.get_text() for chip in promised] == words
    title = html.env.domaindata["bookwork"]["targets"]["e050"].name
    assert promised[2]["title"] == title


def test_several_ids_in_one_role_are_several_chips(html: Built) -> None:
    chips = one(html.page("facts"), "#closer").select(":scope > p")[0].select("a.bw-chip")
    assert [chip["href"] for chip in chips] == ["#s04", "#s02"]


def test_every_chip_of_the_book_leads_somewhere(html: Built) -> None:
    @cache
    def anchors(name: str) -> set[str]:
        return {str(tag["id"]) for tag in html.page(name).select("[id]")}

    seen = 0
    for name, page in html.pages.items():
        for chip in page.select("a.bw-chip"):
            path, _hash, anchor = str(chip["href"]).partition("#")
            assert anchor in anchors(path.removesuffix(".html") or name), chip
            seen += 1
    assert seen > 50


def test_a_sentence_knows_who_uses_it(html: Built) -> None:
    uses = said(one(html.page("facts"), "#s04 p.bw-uses"))
    assert uses.startswith(
        "In the text: Facts ; Facts, Closer . In questions: Alone, Question 1 ; "
    )
    assert f"Every type, Question {len(types())}" in uses
    links = one(html.page("facts"), "#s04 p.bw-uses").select("a")
    hrefs = [link["href"] for link in links]
    assert hrefs[:4] == ["#facts", "#closer", "alone.html#one-single", "quiz.html#smp-attribution"]
    assert len(hrefs) == len(set(hrefs))


def test_a_sentence_that_nobody_uses_says_so(html: Built) -> None:
    assert said(one(html.page("facts"), "#s16 p.bw-uses")) == "Not used yet."


def test_a_list_of_seeds_is_no_use(html: Built) -> None:
    """The commitments name their sentences, and the table of coverage names all: neither counts."""
    for sentence in html.page("facts").select("[id^=s] p.bw-uses"):
        assert "promises.html" not in str(sentence)


def test_the_table_of_coverage_names_passages_and_questions(html: Built) -> None:
    rows = one(html.page("promises"), "table.bw-coverage").select("tbody tr")
    cells = {said(row)[:13]: [said(cell) for cell in row.select("td")] for row in rows}
    assert len(rows) == 17
    first, passages, questions = cells["[article s04]"]
    assert len(first) > len("[article s04]")
    assert passages == "Facts ; Facts, Closer"
    assert questions.startswith("Alone, Question 1 ; Every type, Question 1 ;")
    assert cells["[article s01]"][1:] == ["Every type", "none"]
    assert cells["[article s16]"][1:] == ["none", "none"]


def test_progress_lists_every_quiz(html: Built) -> None:
    listing = one(html.page("index"), "bw-progress")
    assert listing["data-book"] == "small"
    rows = listing.select("ul > li")
    assert [(row["data-quiz"], row["data-total"]) for row in rows] == [
        ("every", str(len(types()))),
        ("one", "1"),
    ]
    assert [one(row, "a")["href"] for row in rows] == [
        "quiz.html#smp-attribution",
        "alone.html#one-single",
    ]
    assert said(rows[0]) == f"Every type of question {len(types())} questions"
    assert said(rows[1]) == "One 1 question"


UNKNOWN = [
    ("{s}`s99`", "there is no sentence 's99'"),
    ("{event}`e999`", "there is no event 'e999'"),
    ("{commitment}`c99`", "there is no commitment 'c99'"),
    ("{s}`e050`", "there is no sentence 'e050'"),
    ("{event}`s04`", "there is no event 's04'"),
    ("{s}`sentence 4`", "there is no sentence 'sentence 4'"),
]


def test_an_unknown_chip_is_a_warning_with_its_subtype(new_book: NewBook) -> None:
    book = new_book()
    lines = "\n\n".join(f"{role} here" for role, _what in UNKNOWN)
    book.write("index.md", f"# Chips\n\n{lines}\n\nGood {{s}}`s04`, bad {{s}}`s04, s98`.\n")
    built = book.build()
    warnings = built.warnings.splitlines()
    for number, (_role, what) in enumerate(UNKNOWN):
        line = 3 + 2 * number
        where = f"{book.root / 'index.md'}:{line}: WARNING: "
        assert f"{where}{what} — see seeds/ for the ids [bookwork.evidence]" in warnings
    assert len(warnings) == len(UNKNOWN) + 1
    shown = said(one(built.page("index"), "#chips"))
    assert "[s99] here" in shown
    assert "Good [article s04] , bad [article s04] [s98] ." in shown


def test_its_warnings_can_be_silenced(new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", "# Chips\n\n{s}`s99`\n")
    assert book.build(suppress_warnings=["bookwork.evidence"]).warnings == ""


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_a_chip_to_what_no_page_shows_is_bare_words(builder: str, new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", "# Chips\n\nThey met {event}`e050` and promised {commitment}`c01`.\n")
    built = book.strict(builder)
    name = {"html": "index.html", "text": "index.txt", "latex": "smallbook.tex"}
    if builder == "html":
        chips = one(built.page("index"), "#chips > p").select(".bw-chip")
        assert [(chip.name, said(chip)) for chip in chips] == [
            ("span", "[18 Aug 2023]"),
            ("span", "[promise 1]"),
        ]
    shown = built.text(name.get(builder, "index.xhtml"))
    assert "[promise 1]" in shown.replace("{[}", "[").replace("{]}", "]")
