"""The domain: what stands where, kept, purged, merged, and told to other books."""

import pickle
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from sphinx.util.inventory import InventoryFile

from bookwork.model.question import types
from bookwork.sphinx.domain import BookworkDomain, Placed, Target, Use
from tests.sphinx.conftest import NewBook
from tests.sphinx.small import Book, Built
from tests.types.samples import authored, bank


def data(built: Built) -> dict[str, Any]:
    """The domain's records."""
    found: dict[str, Any] = built.env.domaindata["bookwork"]
    return found


def test_it_knows_where_everything_stands(html: Built) -> None:
    targets, placed = data(html)["targets"], data(html)["placed"]
    assert targets["s04"] == Target("sentence", "s04", "facts", "s04", "Sentence s04")
    assert targets["e050"].docname == "when"
    assert targets["c01"].docname == "promises"
    assert targets["one-single"].kind == "question"
    assert placed["one-single"] == Placed("one-single", "one", "alone", 1)
    assert [placed[f"smp-{tag}"].number for tag in types()] == list(range(1, len(types()) + 1))


def test_it_knows_who_uses_what(html: Built) -> None:
    uses = data(html)["uses"]
    assert Use("s01", "passage", "quiz", "every-type", "Every type") in uses["quiz"]
    assert Use("s04", "question", "alone", "one-single", "Question 1") in uses["alone"]
    assert uses["plain"] == ()


def test_its_records_are_frozen_and_hold_no_nodes(html: Built) -> None:
    records = [*data(html)["targets"].values(), *data(html)["placed"].values()]
    records += [use for uses in data(html)["uses"].values() for use in uses]
    assert len(records) > 150
    for record in records:
        with pytest.raises(FrozenInstanceError):
            record.docname = "elsewhere"
        assert not any(isinstance(value, nodes.Node) for value in vars(record).values())


def test_it_can_be_put_away_and_taken_out(html: Built) -> None:
    assert pickle.loads(pickle.dumps(data(html))) == data(html)


def test_other_books_find_it(html: Built) -> None:
    with (html.out / "objects.inv").open("rb") as file:
        found = InventoryFile.load(file, "", lambda _base, path: path)
    assert found["bookwork:sentence"]["s04"][2:] == ("facts.html#s04", "Sentence s04")
    assert found["bookwork:event"]["e050"][2] == "when.html#e050"
    assert found["bookwork:commitment"]["c01"][2] == "promises.html#c01"
    questions = found["bookwork:question"]
    assert set(questions) == {"one-single", *(f"smp-{tag}" for tag in types())}
    assert questions["smp-open"][2] == "quiz.html#smp-open"


def test_any_finds_it_too(new_book: NewBook) -> None:
    book = new_book()
    book.bank(bank("one", authored("single", "one-single", evidence=["e050"])))
    book.write("index.md", "# Any\n\nSee {any}`s04` and {any}`one-single`.\n\n```{quiz} one\n```\n")
    book.edit("index.md", "# Any\n", "# Any\n\n```{toctree}\nfacts\n```\n")
    book.write("facts.md", "# Facts\n\n```{article}\n```\n\n```{bibliography}\n```\n")
    links = book.strict().page("index").select("#any > p > a")
    assert [link["href"] for link in links] == ["facts.html#s04", "#one-single"]


# In parallel ------------------------------------------------------------------------------


def many(folder: Path) -> Book:
    """A book of so many pages that Sphinx reads them in parallel."""
    book = Book(folder, "lean")
    book.bank(bank("one", authored("single", "one-single")))
    book.bank(bank("two", authored("short", "two-short"), authored("ordering", "two-ordering")))
    for number in range(6):
        book.write(f"more{number}.md", f"# More {number}\n\nAs {{s}}`s0{number}` says.\n")
    book.edit("index.md", "plain\n", "plain\n" + "".join(f"more{n}\n" for n in range(6)))
    return book


def test_reading_in_parallel_finds_the_same(tmp_path: Path) -> None:
    serial = many(tmp_path / "serial").strict()
    parallel = many(tmp_path / "parallel").strict(jobs=2)
    assert len(serial.read) > 5
    assert parallel.read == ()  # read by other processes
    for table in ("targets", "placed", "uses"):
        assert data(parallel)[table] == data(serial)[table]
    assert set(parallel.pages) == set(serial.pages)
    for name in serial.pages:
        assert parallel.text(f"{name}.html") == serial.text(f"{name}.html"), name


def test_a_question_in_two_pages_is_told_in_parallel_too(tmp_path: Path) -> None:
    book = many(tmp_path)
    # Processes take turns of pages: far apart in the order of names, these two are read by both.
    book.write("more5.md", "# More 5\n\n```{question} one-single\n```\n")
    warnings = book.build(jobs=2).warnings.splitlines()
    assert len(warnings) == 1
    assert "the question 'one-single' already stands in " in warnings[0]
    assert warnings[0].endswith("show it once in the book [bookwork.duplicate]")
    assert "alone" in warnings[0]
    assert "more5" in warnings[0]


def test_merging_takes_only_the_pages_that_were_read(html: Built) -> None:
    mine = BookworkDomain(html.env)
    before = {name: dict(table) for name, table in mine.data.items() if isinstance(table, dict)}
    elsewhere = Placed("xyz-one", "xyz", "elsewhere", 1)
    other = {
        "targets": {"e999": Target("event", "e999", "elsewhere", "e999", "Nothing")},
        "placed": {"xyz-one": elsewhere},
        "uses": {"elsewhere": (Use("s01", "passage", "elsewhere", "a", "A"),)},
    }
    mine.merge_domaindata({"nowhere"}, other)
    assert mine.data["placed"] == before["placed"]
    try:
        mine.merge_domaindata({"elsewhere"}, other)
        assert mine.placed["xyz-one"] == elsewhere
        assert mine.targets["e999"].docname == "elsewhere"
        assert mine.targets["xyz-one"].kind == "question"
        assert mine.uses["elsewhere"]
    finally:
        mine.clear_doc("elsewhere")
    assert {name: mine.data[name] for name in before} == before
