"""Readings, glossary, flash cards and lessons: in every builder, and slips of authors."""

import pytest

from bookwork.model.seeds import Seeds, load_seeds
from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one
from tests.sphinx.small import ROOT

READINGS = """# Chapter

## The full reading

```{reading} full
```

### A part

One two three {s}`s04` four {g}`GSOMIA` {cite:p}`wh-spirit`.

## The short reading

```{reading} short
```

Short words.
"""
LESSONS = """paths:
- id: one
  title: One
  about: About it.
  lessons:
  - id: l1
    title: Begin
    steps:
    - {page: index, minutes: 10, do: Read.}
    - {page: words, anchor: g-gsomia, minutes: 5, do: Look.}
"""


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds(ROOT / "seeds")


def test_a_reading_tells_its_length_and_the_way_to_the_other(new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", READINGS + "\n```{toctree}\nwords\nsources\n```\n")
    book.write("words.md", "# Words\n\n```{terms}\n```\n")
    book.write("sources.md", "# Sources\n\n```{bibliography}\n:all:\n```\n")
    page = book.strict("html").page("index")
    full, short = one(page, "section.bw-reading-full"), one(page, "section.bw-reading-short")
    # Five words of prose: chips and citations are no reading, a marked word is.
    assert "5 words, about 1 minute." in one(full, "div.bw-reading").text
    link = one(full, "div.bw-reading a")
    assert link["href"] == f"#{short['id']}"
    text = " ".join(book.strict("text").text("index.txt").split())
    assert "Full reading:" in text
    assert "Short words." in text


def test_a_word_leads_to_its_entry_and_is_described(new_book: NewBook, seeds: Seeds) -> None:
    book = new_book()
    book.write("index.md", "# T\n\nThe {g}`secret pact <g-gsomia>`.\n\n```{toctree}\nwords\n```\n")
    book.write("words.md", "# Words\n\n```{terms}\n```\n")
    built = book.strict("html")
    link = one(built.page("index"), "a.bw-term")
    assert link.text == "secret pact"
    assert link["href"] == "words.html#g-gsomia"
    hint = one(built.page("index"), f"#{link['aria-describedby']}")
    assert hint.text == seeds.terms["g-gsomia"].definition
    assert one(built.page("words"), "#g-gsomia").text.startswith("GSOMIA")
    # What is hidden in the page is not found by its search.
    assert "hint-g-gsomia" not in built.text("searchindex.js")


def test_people_and_a_selection_of_terms_are_lists(new_book: NewBook, seeds: Seeds) -> None:
    book = new_book()
    book.write("index.md", "# T\n\n```{people}\n```\n\n```{terms}\n:ids: g-nato g-asean\n```\n")
    text = " ".join(book.strict("text").text("index.txt").split())
    for person in seeds.people.values():
        assert person.name in text
    assert text.index("ASEAN") < text.index("NATO The North") or "NATO" in text
    assert "GSOMIA" not in text


def test_cards_have_two_sides_in_every_builder(new_book: NewBook, seeds: Seeds) -> None:
    book = new_book()
    book.write("index.md", "# T\n\n```{flashcards}\n:category: institution\n```\n")
    page = book.strict("html").page("index")
    cards = page.select("bw-cards li[data-card]")
    wanted = [id for id, term in seeds.terms.items() if term.category == "institution"]
    assert [card["data-card"] for card in cards] == wanted
    assert "bookwork-cards." in str(page.find("head"))
    text = " ".join(book.strict("text").text("index.txt").split())
    assert " ".join(seeds.terms[wanted[0]].definition.split()) in text


def test_a_lesson_leads_from_page_to_page(new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", "# Start\n\n```{lesson} one\n```\n\n```{toctree}\nwords\n```\n")
    book.write("words.md", "# Words\n\n```{terms}\n```\n")
    book.write("book/lessons.yml", LESSONS)
    built = book.strict("html", exclude_patterns=["seeds", "exercises", "out", "book"])
    lesson = one(built.page("index"), "bw-lesson")
    assert lesson["data-steps"] == "index words#g-gsomia"
    assert [a["href"] for a in lesson.select("li a")] == ["#", "words.html#g-gsomia"]
    bar = one(built.page("words"), "bw-lesson-bar")
    assert (bar["data-here"], bar["data-up"]) == ("words", "")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("## R\n\n```{reading} long\n```", "reading", "there is no reading 'long' — write full"),
        ("The {g}`GSOMAI`.", "term", "the glossary has no 'GSOMAI' — did you mean 'GSOMIA'?"),
        ("```{terms}\n:ids: g-nothing\n```", "term", "the glossary has no 'g-nothing'"),
        ("```{lesson} one\n```", "lesson", "there is no path 'one' — write book/lessons.yml"),
    ],
)
def test_a_slip_is_told(new_book: NewBook, text: str, kind: str, told: str) -> None:
    book = new_book()
    book.write("index.md", f"# T\n\n{text}\n")
    warnings = book.build("html").warnings
    assert told in warnings
    assert f"[bookwork.{kind}]" in warnings
