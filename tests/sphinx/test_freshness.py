"""The list of reviews: overdue, due soon, and how far the facts reach, on the day of the build."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said
from tests.sphinx.small import Book
from tests.types.samples import authored, bank

TEACHERS: dict[str, Any] = {"bookwork_edition": "teacher"}
LIST = "# Fresh\n\n```{freshness}\n```\n"


@pytest.fixture
def book(new_book: NewBook) -> Book:
    book = new_book()
    early = authored("single", "one-early", stem="Is *this* so?", review_by="2026-10-31")
    late = authored("single", "one-late", review_by="2027-06-01", as_of="2026-11-23")
    book.bank(bank("one", early, late))
    book.write("index.md", "# Small\n\n```{toctree}\nwhen\nfresh\n```\n\n```{quiz} one\n```\n")
    book.write("when.md", "# When\n\n```{timeline}\n```\n\n```{bibliography}\n```\n")
    book.write("fresh.md", LIST)
    return book


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let builds happen on a day."""
    epoch = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(epoch)))


def lists(book: Book) -> dict[str, list[str]]:
    """What stands under each heading."""
    page = one(book.strict(**TEACHERS).page("fresh"), ".bw-freshness")
    found: dict[str, list[str]] = {}
    for heading in page.select("p.rubric"):
        after = heading.find_next_sibling()
        assert after is not None
        items = after.select(":scope > li") or [after]
        found[said(heading)] = [said(item) for item in items]
    return found


def test_what_is_overdue_stands_first(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    on("2026-12-16", monkeypatch)
    found = lists(book)
    assert found["Overdue"][0] == "31 October 2026 : Is this so? [one-early]"
    assert any("Former president Yoon sentenced to life [19" in each for each in found["Overdue"])
    soon = " ".join(found["Due within 90 days"])
    assert "31 January 2027" in soon
    assert "30 June 2027" not in soon
    assert found["How far the facts reach"][0] == "Facts checked on 23 November 2026"
    assert found["How far the facts reach"][1] == "First-hand news to 21 March 2026"


def test_each_leads_to_where_it_stands(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    on("2027-07-01", monkeypatch)
    page = book.strict(**TEACHERS).page("fresh")
    links = {str(link["href"]) for link in page.select(".bw-freshness a")}
    assert {"index.html#one-early", "index.html#one-late", "when.html#e102"} <= links
    assert "as of 23 November 2026" in said(one(page, ".bw-freshness"))


def test_before_the_first_day_nothing_is_due(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    on("2026-01-01", monkeypatch)
    found = lists(book)
    assert found["Overdue"] == ["Nothing is overdue."]
    assert found["Due within 90 days"] == ["Nothing is due within 90 days."]


def test_the_list_follows_the_day(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    on("2026-10-31", monkeypatch)
    assert lists(book)["Overdue"] == ["Nothing is overdue."]
    assert book.strict(**TEACHERS).read == ()
    on("2026-11-01", monkeypatch)
    again = book.strict(**TEACHERS)
    assert again.read == ("fresh",)
    assert "1 November 2026" in said(again.page("fresh"))
    assert len(lists(book)["Overdue"]) == 1
