"""Events for notebooks: written before notebooks run, and followed by what they show."""

import csv
from pathlib import Path

import pytest
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from nbformat.v4 import new_code_cell, new_notebook

from bookwork import timeline
from bookwork.model.seeds import load_seeds
from bookwork.model.tables import EVENT_COLUMNS as COLUMNS
from tests.sphinx.small import ROOT, Book

NOTEBOOK = """\
---
jupytext: {text_representation: {format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---

# Notebook

Its code would stand here.
"""
# Nothing runs here: that notebooks are read again is what is tried.
CONFIG = """
extensions = ["myst_nb", "sphinxcontrib.bibtex", "bookwork.sphinx"]
nb_execution_mode = "off"
bookwork_events_csv = "data/events.csv"
# Said outright: within one process, Sphinx's default remembers other books' parsers.
source_suffix = {".md": "myst-nb"}
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path / "book")
    book.write("conf.py", (book.root / "conf.py").read_text(encoding="utf-8") + CONFIG)
    book.write("index.md", "# Small\n\n```{toctree}\nnotebook\nplain\n```\n")
    book.write("plain.md", "# Plain\n")
    book.write("notebook.md", NOTEBOOK)
    return book


def test_the_events_are_written_as_a_table(book: Book) -> None:
    book.strict()
    path = book.root / "data" / "events.csv"
    text = path.read_text(encoding="utf-8")
    assert "\r" not in text
    rows = list(csv.DictReader(text.splitlines()))
    seeds = load_seeds(ROOT / "seeds")
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == list(seeds.events)
    for row in rows:
        event = seeds.events[row["id"]]
        assert row["date"] == str(event.date)
        assert row["precision"] == event.precision
        assert row["title"] == event.title
        assert row["countries"].split() == list(event.countries)
        shaky = event.confidence == "unconfirmed" or event.basis == "second-hand"
        assert (row["confidence"] == "unconfirmed") == shaky


def test_the_toolkit_reads_them(book: Book) -> None:
    book.strict()
    events = timeline.load_events(str(book.root / "data" / "events.csv"))
    (summit,) = [event for event in events if event.id == "e050"]
    assert summit.when == "18 August 2023"
    assert summit.countries == ("JP", "KR", "US")


def test_nothing_is_written_twice(book: Book) -> None:
    book.strict()
    path = book.root / "data" / "events.csv"
    before = path.stat().st_mtime_ns
    again = book.strict()
    assert path.stat().st_mtime_ns == before
    assert again.read == ()


def test_nothing_is_written_where_none_is_wanted(book: Book) -> None:
    book.strict(bookwork_events_csv="")
    assert not list(book.root.rglob("events.csv"))


def cache(book: Book) -> JupyterCacheAbstract:
    """The cache of what notebooks printed."""
    return get_cache(str(book.root / "out" / ".jupyter_cache"))


def remember(book: Book) -> None:
    """Put what a notebook printed into the cache."""
    # nbformat types neither of the two.
    notebook = new_notebook(cells=[new_code_cell("draw(events)")])  # type: ignore[no-untyped-call]
    bundle = CacheBundleIn(notebook, "notebook.ipynb")
    cache(book).cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    assert len(cache(book).list_cache_records()) == 1


def test_notebooks_are_read_again_when_the_events_change(book: Book) -> None:
    book.strict()
    remember(book)
    book.write("out/.jupyter_cache/mine.txt", "something of the author's")
    assert book.strict().read == ()
    assert len(cache(book).list_cache_records()) == 1
    text = (book.root / "seeds" / "events.yml").read_text(encoding="utf-8")
    title = text[text.index("- id: e050") :].split("title: ", 1)[1].split("\n", 1)[0]
    book.edit("seeds/events.yml", f"title: {title}", "title: The day itself")
    again = book.strict()
    assert again.read == ("notebook",)
    assert cache(book).list_cache_records() == []
    assert (book.root / "out" / ".jupyter_cache" / "mine.txt").exists()
    assert "The day itself" in (book.root / "data" / "events.csv").read_text(encoding="utf-8")


def test_notebooks_are_read_again_when_the_toolkit_changes(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.strict()
    for name in ("timeline", "drawing", "spans"):
        remember(book)
        newer = tmp_path / f"{name}.py"
        source = ROOT / "src" / "bookwork" / newer.name
        newer.write_text(source.read_text(encoding="utf-8") + "# newer\n", encoding="utf-8")
        monkeypatch.setattr(f"bookwork.{name}.__file__", str(newer))
        assert book.strict().read == ("notebook",)
        assert cache(book).list_cache_records() == []
        assert book.strict().read == ()


def test_other_facts_leave_notebooks_alone(book: Book) -> None:
    book.strict()
    book.edit("seeds/glossary.yml", "terms:", "terms: # all of them")
    assert "notebook" not in book.strict().read
