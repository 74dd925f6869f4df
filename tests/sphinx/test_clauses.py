"""The directive clauses: every clause with its grounds, choices and room, in every builder."""

import json

import pytest
from bs4 import Tag

from bookwork.model.seeds import load_seeds
from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said, straight
from tests.sphinx.small import ROOT, Book, Built

SEEDS = load_seeds(ROOT / "seeds")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = Book(tmp_path_factory.mktemp("clauses"))
    book.write("index.md", "# Start\n\n```{toctree}\ncompare\nfacts\nevents\npromises\n```\n")
    book.write("compare.md", "# Compare\n\n## The clauses\n\n```{clauses}\n```\n\n## Talk\n\nSo.\n")
    book.write("facts.md", "# Facts\n\n```{article}\n```\n\n```{bibliography}\n:all:\n```\n")
    book.write("events.md", "# Events\n\n```{timeline}\n```\n")
    book.write("promises.md", "# Promises\n\n```{commitments}\n```\n")
    return book


@pytest.fixture(scope="module")
def html(book: Book) -> Built:
    return book.strict("html")


def sections(html: Built) -> list[Tag]:
    return html.page("compare").select("section.bw-clause")


def test_every_clause_stands_there_with_what_it_rests_on(html: Built) -> None:
    assert [section["id"] for section in sections(html)] == list(SEEDS.clauses)
    for section, clause in zip(sections(html), SEEDS.clauses.values(), strict=True):
        words = said(section)
        for text in (
            clause.question,
            clause.says,
            clause.wording,
            clause.stronger.draft,
            clause.stronger.like,
            clause.weaker.draft,
            clause.weaker.like,
            clause.note,
        ):
            assert straight(text) in words
        assert said(one(section, "h3")).startswith(f"{int(clause.id[1:])}. ")
        every = [*clause.evidence, *clause.stronger.evidence, *clause.weaker.evidence]
        chips = section.select("a.bw-chip")
        assert len(chips) == sum(id[0] in "sec" and id[1:].isdigit() for id in every)


def test_a_clause_has_choices_and_room(html: Built) -> None:
    for section in sections(html):
        radios = section.select("fieldset label > input[type=radio]")
        assert [radio["value"] for radio in radios] == ["same", "stronger", "weaker", "absent"]
        assert {radio["name"] for radio in radios} == {section["id"]}
        assert said(one(section, "legend")) == "Our draft says:"
        assert len(section.select(".bw-lines span")) == 4


def test_the_script_finds_its_data_and_no_page_else_loads_it(html: Built) -> None:
    script = one(html.page("compare"), "bw-clauses > script[type='application/json']")
    data = json.loads(script.get_text())
    assert [clause["id"] for clause in data["clauses"]] == list(SEEDS.clauses)
    assert data["clauses"][0]["sources"] == [
        "promise 1: Commitment to consult",
        "Commitment to Consult (The White House, 18 August 2023)",
    ]
    assert list(data["choices"]) == ["same", "stronger", "weaker", "absent"]
    for name in ("clauses.js", "clauses.css", "sheet.css"):
        stem, _dot, suffix = name.partition(".")
        assert f"bookwork-{stem}." in html.text("compare.html")
        assert f"bookwork-{stem}." not in html.text("facts.html"), suffix


def test_clauses_stand_in_the_contents_and_what_follows_is_beside_them(html: Built) -> None:
    contents = [said(link) for link in html.page("compare").select(".toc-tree a")]
    assert contents[:3] == ["Compare", "The clauses", "1. Who calls whom?"]
    assert contents[-1] == "Talk"


def test_what_stands_in_seeds_is_no_use_of_evidence(html: Built) -> None:
    assert "Compare" not in said(one(html.page("facts"), "#s04"))


@pytest.mark.parametrize(
    ("builder", "name"),
    [("text", "compare.txt"), ("latex", "smallbook.tex"), ("epub", "compare.xhtml")],
)
def test_other_builders_get_boxes_to_tick_and_lines(book: Book, builder: str, name: str) -> None:
    text = book.strict(builder).text(name)
    for clause in SEEDS.clauses.values():
        assert clause.question in text
    assert text.count("☐ stronger") == len(SEEDS.clauses)
    ruled = text.replace(r"\_", "_").replace("{}", "").count("_" * 60)
    assert ruled == 4 * len(SEEDS.clauses)
    assert "application/json" not in text


def test_hostile_words_of_a_clause_stay_text(new_book: NewBook) -> None:
    book = new_book()
    hostile = "</script><img src=x onerror=alert(1)>"
    book.edit("seeds/clauses.yml", "says: Quickly.", f'says: "{hostile}" #')
    book.write("index.md", "# Compare\n\n```{clauses}\n```\n")
    page = book.build().page("index")
    assert page.select("img[onerror]") == []
    data = json.loads(one(page, "bw-clauses > script").get_text())
    assert data["clauses"][2]["says"] == hostile
    assert hostile in one(page, "section#k03").get_text()
