"""The page about the toolkit: it explains all of it, and says nothing that the toolkit does not do.

Students look things up there. So each example, field, filter and message of the page is tried.
"""

import contextlib
import csv
import dataclasses
import inspect
import io
import re
from pathlib import Path
from typing import Any

import pytest

from bookwork import spans, timeline
from bookwork.model.seeds import load_seeds
from bookwork.model.tables import tables
from bookwork.timeline import Drawing, Event, group_by, select
from tests.timeline.test_notebooks import CELL, run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "book" / "toolkit.md").read_text(encoding="utf-8")
PROSE = CELL.sub("", PAGE)
NAMES = sorted({*timeline.__all__, *spans.__all__, "bar_chart", "Drawing"})
MOST_CELLS = 12
CODE = re.compile("`([^`]+)`")
CHIP = re.compile(r" \{\w+\}`[^`]+`")
MISTAKE = re.compile(r"^You wrote `(.+)`\.\n\nYou get `(.+)`$", re.MULTILINE)


def table(head: str) -> list[list[str]]:
    """The rows of the table whose first line begins with these words; its chips are left out."""
    body = CHIP.sub("", PROSE).split(f"\n| {head}", 1)[1].split("\n\n", 1)[0].split("\n")[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in body]


def first_code(cell: str) -> str:
    found = CODE.search(cell)
    assert found, cell
    return found[1]


def public(kind: type) -> set[str]:
    """What a student can ask of a thing: what it is made from, and what it works out."""
    made = {field.name for field in dataclasses.fields(kind) if field.init}
    return made | {name for name, value in vars(kind).items() if isinstance(value, property)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables, as they stand beside the page."""
    path = tmp_path_factory.mktemp("book")
    for name, text in tables(load_seeds(ROOT / "seeds")).items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def page(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The page run to its end: the names that it leaves, and what each cell shows."""
    names: dict[str, Any] = {}
    shown = []
    for cell in CELL.findall(PAGE):
        said = io.StringIO()
        with contextlib.chdir(folder), contextlib.redirect_stdout(said):
            result = run(cell, names)
        shown.append(said.getvalue() + (result.text if isinstance(result, Drawing) else ""))
    return names, shown


@pytest.fixture
def names(page: tuple[dict[str, Any], list[str]]) -> dict[str, Any]:
    """What a reader has at the end of the page, and the names of its last table."""
    made = dict(page[0])
    events = made["events"]
    return {**made, "a": events[0], "b": events[1], "Event": Event, "Span": spans.Span}


@pytest.fixture
def events(names: dict[str, Any]) -> list[Event]:
    found: list[Event] = names["events"]
    return found


# ---- the page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_the_toolkit_is_explained(name: str) -> None:
    headings = re.findall(r"^##.*", PROSE, re.MULTILINE)
    rows = re.findall(r"^\| ([^|]*)\|", PROSE, re.MULTILINE)
    assert [each for each in headings + rows if name in CODE.findall(each)]


@pytest.mark.parametrize("name", [name for name in NAMES if name[0].islower()])
def test_every_function_is_used_in_a_cell_and_found_at_the_end(name: str) -> None:
    assert f"{name}(" in "".join(CELL.findall(PAGE))
    assert [row for row in table("I want to") if f"{name}(" in row[1]]


def test_every_cell_shows_something_short(page: tuple[dict[str, Any], list[str]]) -> None:
    shown = page[1]
    assert 0 < len(shown) <= MOST_CELLS
    for text in shown:
        assert text.strip()
        assert text.count("\n") <= 20
        assert max(map(len, text.split("\n"))) <= 85


def test_every_cell_is_read_and_leads_to_something_to_try() -> None:
    sections = [part for part in re.split(r"\n##+ ", PAGE) if CELL.search(part)]
    assert len(sections) == len(CELL.findall(PAGE))
    for section in sections:
        assert section.count("{admonition} Try it") == 1
        assert "**What it teaches.**" in section or section.startswith("A first try")


# ---- its tables ----------------------------------------------------------------------------------


def test_every_field_of_an_event_is_there_with_its_value(names: dict[str, Any]) -> None:
    rows = {first_code(row[0]): row[1] for row in table("Field | What it holds")}
    assert set(rows) == public(Event) | {"first_day", "last_day"}
    for name, cell in rows.items():
        if name != "description":
            assert first_code(cell) == str(getattr(names["hotline"], name)), name


def test_every_field_of_a_span_is_there() -> None:
    found = {name for row in table("Field | What it is") for name in CODE.findall(row[0])}
    assert found == public(spans.Span)


def test_every_filter_of_select_is_there_and_its_example_chooses(events: list[Event]) -> None:
    examples = [first_code(row[0]) for row in table("Filter | What you get")]
    filters = [name for name in inspect.signature(select).parameters if name != "events"]
    assert sorted(example.split("=")[0] for example in examples) == sorted(filters)
    for example in examples:
        chosen = eval(f"select(events, {example})", {"select": select, "events": events})
        assert 0 < len(chosen) < len(events), example


def test_every_column_of_every_table_is_there(folder: Path) -> None:
    files = {}
    for path in folder.iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            files[path.name] = next(csv.reader(file))
    rows = {first_code(row[0]): CODE.findall(row[1]) for row in table("File | One row is")}
    assert rows == files


def test_every_kind_country_and_group_is_named(events: list[Event]) -> None:
    kinds = CODE.findall(PROSE.split("**The kinds**", 1)[1].split(". ", 1)[0])
    assert sorted(kinds) == sorted({event.kind for event in events})
    codes = PROSE.split("**The country codes**", 1)[1].split(".\n", 1)[0]
    named = set(re.findall(r"\b([A-Z]{2}) for ", codes))
    assert named == {country for event in events for country in event.countries}
    groups = re.findall('`"([a-z]+)"`', PROSE.split("You can group events by", 1)[1].split(".")[0])
    assert groups == re.findall('"([a-z]+)"', inspect.getdoc(group_by) or "")
    assert all(group_by(events, what) for what in groups)


def test_what_the_last_table_says_works(names: dict[str, Any], folder: Path) -> None:
    rows = table("I want to")
    assert len(rows) >= 20
    for row in rows:
        codes = CODE.findall(row[1])
        assert codes, row
        for code in codes:
            with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()) as said:
                result = eval(code, names)
            assert result or said.getvalue() or result is False, code


# ---- its mistakes --------------------------------------------------------------------------------


def test_the_messages_are_those_that_a_reader_gets(names: dict[str, Any]) -> None:
    mistakes = MISTAKE.findall(PROSE)
    assert len(mistakes) == PROSE.count("You wrote") >= 3
    ours = 0
    for code, message in mistakes:
        with pytest.raises((ValueError, TypeError)) as raised:
            eval(code, names)
        assert f"{raised.type.__name__}: {raised.value}" == message, code
        ours += Path(str(raised.traceback[-1].path)).name in ("timeline.py", "spans.py")
    assert ours >= 3
