"""What a second build reads and writes again, and that it is then as if built from scratch."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sphinx.html import one, said
from tests.sphinx.small import Book, Built
from tests.types.samples import authored, bank

AsFresh = Callable[[Book, Built], None]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book with few pages, built once; beside it a copy of its folder as it then was."""
    book = Book(tmp_path_factory.mktemp("rebuild") / "book", "lean")
    options = {
        "a": {"text": "Here", "feedback": "Woodpecker."},
        "b": {"text": "There", "feedback": "Goldfinch."},
    }
    book.bank(bank("one", authored("single", "one-single", options=options)))
    book.bank(bank("two", authored("short", "two-short"), authored("ordering", "two-ordering")))
    book.strict()
    shutil.copytree(book.root, book.root.with_name("as-built"))
    return book


@pytest.fixture
def book(once: Book) -> Iterator[Book]:
    """That book, as it was when it was built: a test may edit it and build it again."""
    yield once
    shutil.rmtree(once.root)
    shutil.copytree(once.root.with_name("as-built"), once.root)


@pytest.fixture
def as_fresh(tmp_path: Path) -> AsFresh:
    """Asserts that every page is as if the book had never been built before."""

    def check(book: Book, built: Built) -> None:
        fresh = book.copy(tmp_path / "fresh").strict()
        assert set(fresh.pages) == set(built.pages)
        for name in fresh.pages:
            assert built.text(f"{name}.html") == fresh.text(f"{name}.html"), name

    return check


def test_nothing_is_read_again_when_nothing_has_changed(book: Book, as_fresh: AsFresh) -> None:
    again = book.strict()
    assert again.read == ()
    assert "plain" not in again.written
    as_fresh(book, again)


def test_no_format_has_pages_read_again_that_another_has_read(book: Book) -> None:
    for builder in ("epub", "pdf", "text", "html", "epub", "pdf", "html"):
        assert book.strict(builder).read == (), builder


def test_a_bank_is_read_again_by_the_pages_that_show_it(book: Book, as_fresh: AsFresh) -> None:
    book.edit("exercises/one/bank.yml", "Woodpecker", "Sparrow")
    again = book.strict()
    assert again.read == ("alone",)
    assert "Sparrow." in again.text("alone.html")
    as_fresh(book, again)


def test_the_seeds_are_read_again_by_the_pages_that_use_them(book: Book, as_fresh: AsFresh) -> None:
    title = "title: Camp David summit"
    text = (book.root / "seeds" / "events.yml").read_text(encoding="utf-8")
    old = text[text.index("- id: e050") :].split("title: ", 1)[1].split("\n", 1)[0]
    book.edit("seeds/events.yml", f"title: {old}", "title: The day itself")
    again = book.strict()
    assert again.read == ("alone", "facts", "index", "quiz")
    assert "The day itself" in again.text("quiz.html")
    assert title not in again.text("quiz.html")
    as_fresh(book, again)


def test_a_new_use_is_written_where_it_is_listed(book: Book, as_fresh: AsFresh) -> None:
    book.write("plain.md", "# Plain\n\nThe last sentence {s}`s16`.\n")
    again = book.strict()
    assert again.read == ("plain",)
    assert said(one(again.page("facts"), "#s16 p.bw-uses")) == "In the text: Plain ."
    as_fresh(book, again)


def test_a_question_that_comes_is_counted_on_every_page(book: Book, as_fresh: AsFresh) -> None:
    """Every page that asks names the number of the book's questions, for the reader's progress."""
    book.bank(bank("late", authored("single", "late-single")))
    book.write("plain.md", "# Plain\n\n```{quiz} late\n```\n")
    again = book.strict()
    assert again.read == ("plain",)
    totals = [
        (name, tag["data-book-total"])
        for name, page in again.pages.items()
        for tag in page.select("[data-book-total]")
    ]
    assert totals == [("alone", "4"), ("plain", "4"), ("quiz", "4")]
    as_fresh(book, again)


def test_a_question_may_move_to_a_page_read_earlier(book: Book, as_fresh: AsFresh) -> None:
    """Its old place, not read again yet, must not make the new one a duplicate."""
    book.edit("quiz.md", "```{quiz} two\n```\n", "")
    book.write("alone.md", "# Alone\n\n```{quiz} two\n```\n\n```{question} one-single\n```\n")
    again = book.strict()
    ids = [form["id"] for form in again.page("alone").select("bw-question")]
    assert ids == ["two-short", "two-ordering", "one-single"]
    as_fresh(book, again)


def test_evidence_may_move_to_a_page_read_earlier(book: Book, as_fresh: AsFresh) -> None:
    """Chips lead to where it stands now."""
    book.edit("facts.md", "```{article}\n```\n", "")
    book.edit("alone.md", "# Alone\n", "# Alone\n\n```{article}\n```\n")
    again = book.strict()
    chip = one(again.page("facts"), "#facts").select_one(":scope > p a.bw-chip")
    assert chip is not None
    assert chip["href"] == "alone.html#s04"
    as_fresh(book, again)


def test_titles_that_change_are_followed(book: Book, as_fresh: AsFresh) -> None:
    book.edit("alone.md", "# Alone", "# Together")
    book.edit("exercises/two/bank.yml", '"title": "Two"', '"title": "Only two"')
    again = book.strict()
    assert again.read == ("alone", "quiz")
    assert "Together, Question 1" in said(one(again.page("facts"), "#s04 p.bw-uses"))
    assert "Only two" in said(one(again.page("index"), "bw-progress"))
    as_fresh(book, again)


def test_a_page_that_goes_takes_its_records_along(book: Book, as_fresh: AsFresh) -> None:
    (book.root / "alone.md").unlink()
    book.edit("index.md", "alone\n", "")
    again = book.strict()
    data = again.env.domaindata["bookwork"]
    assert set(data["placed"]) == {"two-short", "two-ordering"}
    assert "one-single" not in data["targets"]
    assert "alone" not in data["uses"]
    assert "s04" in data["targets"]
    for name in ("facts", "index", "quiz"):
        assert "alone.html" not in again.text(f"{name}.html")
    again.parsed.clear()
    as_fresh(book, again)


def test_an_asset_that_changes_is_linked_from_every_page(
    book: Book, as_fresh: AsFresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer bookwork: the names of its assets have changed, and the old ones are gone."""
    monkeypatch.setattr("bookwork.sphinx.assets.script", lambda _stem: "'use strict';")
    monkeypatch.setattr("bookwork.sphinx.assets.styles", lambda name: f"/*{name}*/")
    again = book.strict()
    assert again.read == ()
    static = again.out / "_static"
    assert len(list(static.glob("bookwork-quiz.*.js"))) == 1
    as_fresh(book, again)


def test_an_index_of_another_engine_is_made_again(book: Book) -> None:
    # As after an upgrade, when another builder has read the pages already.
    index = book.root / "out" / "html" / "searchindex.js"
    text = index.read_text(encoding="utf-8")
    number = re.search(r'"bookwork\.sphinx":\s*(\d+)', text)
    assert number
    index.write_text(text.replace(number[1], "1"), encoding="utf-8")
    built = book.strict()
    assert set(built.written) == built.env.found_docs
    assert number[1] in index.read_text(encoding="utf-8")
