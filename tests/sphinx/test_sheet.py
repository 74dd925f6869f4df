"""Sheets: sections in every builder, and cards, tents and lines in HTML."""

from pathlib import Path
from typing import Any

import pytest

from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said
from tests.sphinx.small import Book, Built

COLONS: dict[str, Any] = {"myst_enable_extensions": ["colon_fence"]}
PAGE = """# Print

## Cards

:::{sheet} Something *fell*
:kind: event

Card 1 says **so** {s}`s04`.
:::

:::{sheet} The line rings
:kind: event

Card 2.
:::

A word between.

:::{sheet} A third
:kind: event

Card 3.
:::

## To stand and to write

:::{sheet} Note-taker
:kind: tent

Keeps the log. See [the docs](https://example.org).
:::

::::{sheet} Who called whom?
:kind: organiser
:lines: 3

First.

```{lines} 2
```

:::{note}
Second.
:::
::::

:::{sheet} Delegation
:kind: role

Your side.
:::

:::{sheet} Say this
Welcome.
:::
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = Book(tmp_path_factory.mktemp("sheet"))
    book.write("index.md", "# Start\n\n```{toctree}\nprint\nfacts\n```\n")
    book.write("print.md", PAGE)
    book.write("facts.md", "# Facts\n\n```{article}\n```\n\n```{bibliography}\n:all:\n```\n")
    return book


@pytest.fixture(scope="module")
def html(book: Book) -> Built:
    return book.strict("html", **COLONS)


def test_a_sheet_is_a_section_with_its_heading(html: Built) -> None:
    sheets = html.page("print").select("section.bw-sheet")
    assert [said(one(sheet, "h3")).rstrip(" ¶#") for sheet in sheets] == [
        "Something fell", "The line rings", "A third", "Note-taker", "Who called whom?",
        "Delegation", "Say this",
    ]  # fmt: skip
    assert [str(sheet["class"]) for sheet in sheets][-1] == str(["bw-sheet", "bw-sheet-script"])
    for selector in ("h3 em", "p strong", "a.bw-chip"):
        assert one(sheets[0], selector)
    assert len({sheet["id"] for sheet in sheets}) == len(sheets)


def test_sheets_stand_in_the_contents_of_the_page(html: Built) -> None:
    contents = [said(link) for link in html.page("print").select(".toc-tree a")]
    assert {"Something fell", "Who called whom?", "Say this"} <= set(contents)


def test_cards_in_a_row_share_a_grid(html: Built) -> None:
    grids = html.page("print").select("div.bw-cards")
    assert [len(grid.select(":scope > section.bw-sheet-event")) for grid in grids] == [2, 1]


def test_a_tent_has_a_back_that_only_paper_shows(html: Built) -> None:
    tent = one(html.page("print"), "section.bw-sheet-tent")
    back = one(tent, ":scope > .bw-tent-back:first-child")
    assert back["aria-hidden"] == "true"
    assert said(back) == "Note-taker Keeps the log. See the docs."
    assert back.select("a") == []
    index = html.text("searchindex.js")
    assert "note-tak" in index or "keep" in index


def test_lines_are_ruled_and_hidden_from_those_who_cannot_write_on_them(html: Built) -> None:
    organiser = one(html.page("print"), "section.bw-sheet-organiser")
    ruled = organiser.select("div.bw-lines[aria-hidden=true]")
    assert [len(each.select("span")) for each in ruled] == [2, 3]
    assert one(organiser, ".admonition p:last-child").get_text() == "Second."


def test_only_pages_with_sheets_load_their_styles(html: Built) -> None:
    assert "bookwork-sheet." in html.text("print.html")
    assert "bookwork-sheet." not in html.text("facts.html")


@pytest.mark.parametrize(
    ("builder", "name"),
    [("text", "print.txt"), ("latex", "smallbook.tex"), ("epub", "print.xhtml")],
)
def test_other_builders_get_sections_and_lines(book: Book, builder: str, name: str) -> None:
    text = book.strict(builder, **COLONS).text(name)
    for words in ("Something", "The line rings", "Keeps the log.", "Welcome."):
        assert words in text
    assert text.count("Keeps the log.") == 1
    ruled = text.replace(r"\_", "_").replace("{}", "").count("_" * 60)
    assert ruled == 5


MISTAKES = [
    (":::{sheet} A\n:kind: poster\n\nB\n:::", "poster"),
    (":::{sheet}\nB\n:::", "argument"),
    (":::{sheet} A\n:lines: 400\n\nB\n:::", "400 lines do not fit a page: 40 do"),
    (":::{sheet} A\n:lines: some\n\nB\n:::", "some"),
    ("```{lines} none\n```", "{lines} takes a number of lines"),
    ("```{lines} 400\n```", "400 lines do not fit a page: 40 do"),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line(text: str, told: str, new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", f"# Start\n\n{text}\n")
    warnings = book.build(**COLONS).warnings
    assert "index.md:3: " in warnings
    assert told in warnings


def test_translators_get_the_words_and_not_the_lines(book: Book, tmp_path: Path) -> None:
    text = book.copy(tmp_path / "words").strict("gettext", **COLONS).text("print.pot")
    assert 'msgid "Keeps the log. See' in text
    assert "____" not in text


def test_pages_read_in_parallel_are_the_same(book: Book, html: Built, tmp_path: Path) -> None:
    again = book.copy(tmp_path / "again").strict("html", jobs=2, **COLONS)
    assert str(again.page("print").main) == str(html.page("print").main)
