"""One marking rule: Python and the page give the same mark for the same reply."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.mark import ResponseError, score
from bookwork.model.bank import load_banks
from bookwork.model.question import types
from bookwork.model.seeds import load_seeds
from tests.page.marker import Marker, marker
from tests.page.replies import invented_answered, replies
from tests.page.sample_book import question
from tests.support.built import ROOT

VECTORS = sorted((ROOT / "tests" / "vectors").glob("*.json"))
Json = dict[str, Any]


@pytest.fixture(scope="module")
def page() -> Iterator[Marker]:
    """The page's marker."""
    with marker() as running:
        yield running


def python(task: Json, reply: Any) -> Json:
    """Python's mark; {"error": True} if it refuses the reply."""
    try:
        return score(task, reply)
    except ResponseError:
        return {"error": True}


def same(task: Json, reply: Any, page: Marker) -> None:
    """Assert that both give the same mark, or both refuse."""
    ours, theirs = python(task, reply), page.score(task, reply)
    if "error" in theirs:
        theirs = {"error": True}
    assert theirs == ours


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: Path(path).stem)
def test_the_page_gives_every_vector_its_mark(path: Path, page: Marker) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))
    assert cases
    for case in cases:
        found = page.score(case["task"], case["response"])
        if case.get("error"):
            assert "error" in found, case
        else:
            assert found == case["mark"], case


def test_the_script_as_sent_gives_every_vector_its_mark(browser: Browser, site: str) -> None:
    # Joined, shortened and in a browser: what a reader's page runs.
    page = browser.new_page(base_url=site)
    page.goto("/quiz.html")
    for path in VECTORS:
        text = path.read_text(encoding="utf-8")
        found = page.evaluate(
            """text => JSON.parse(text).map(({task, response}) => {
                try { return Bookwork.score(task, response); } catch { return null; }
            })""",
            text,
        )
        cases = json.loads(text)
        assert found == [None if case.get("error") else case["mark"] for case in cases]
    page.close()


def alone(part: Json) -> Json:
    """A task of one part."""
    return {"rule": "sum", "parts": [part]}


def tasks() -> list[Json]:
    """The task of every question of the book, and of every type's sample."""
    seeds = load_seeds(ROOT / "seeds")
    found = [item.task() for bank in load_banks(ROOT, seeds).values() for item in bank.items]
    for tag, kind in types().items():
        sample = kind.model_validate(question(tag, dict(kind.sample), "all"))
        found.append(sample.lower(seeds).task())
    return found


@cache
def all_tasks() -> list[Json]:
    """Every task; those with a written answer thrice: there two programs come to differ."""
    found = tasks()
    return found + 2 * [
        task for task in found if any(part["kind"] in ("text", "numeric") for part in task["parts"])
    ]


@st.composite
def answered(draw: st.DrawFn) -> tuple[Json, Any]:
    """A task and a reply to it."""
    number = draw(st.integers(0, len(all_tasks()) - 1))
    return all_tasks()[number], draw(replies(all_tasks()[number]))


SEARCH = settings(
    max_examples=700,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SEARCH
@given(pair=invented_answered())
def test_python_and_the_page_agree_on_invented_tasks(pair: tuple[Json, Any], page: Marker) -> None:
    same(*pair, page)


@SEARCH
@given(pair=answered())
def test_python_and_the_page_agree(pair: tuple[Json, Any], page: Marker) -> None:
    same(*pair, page)


def test_a_reply_that_is_no_map_is_refused_by_both(page: Marker) -> None:
    strange: tuple[Any, ...] = (None, [], "a", 3, True)
    for reply in strange:
        same(all_tasks()[0], reply, page)


def test_length_is_counted_in_characters_by_both(page: Marker) -> None:
    task = {"rule": "sum", "parts": [{"id": "answer", "kind": "extended"}]}
    for text in ("x" * 20_000, "x" * 20_001, "😀" * 20_000, "😀" * 20_001):
        same(task, {"answer": text}, page)


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 2000, 2023, 2024])
def test_every_day_of_a_year_is_one_day_after_the_last(year: int, page: Marker) -> None:
    # Leap years are where two calendars come to differ; the month is written as anyone may.
    for number in range(12 * 31):
        month, day = number // 31 + 1, number % 31 + 1
        for value in (f"{year:04}-03-01", f"{year:04}-{month:02}-28"):
            part: Json = {"id": "answer", "kind": "numeric", "scale": "day", "value": value}
            part |= {"tolerance": "1", "units": [], "wrong": [[f"{year:04}-12-31"]]}
            same(alone(part), {"answer": f"{year:04}-{month}-{day}"}, page)


@pytest.mark.parametrize("typos", [0, 1, 2])
def test_slips_are_forgiven_alike_at_every_length_and_place(typos: int, page: Marker) -> None:
    for length in range(1, 14):
        key = "abcdefghijklm"[:length]
        part: Json = {"id": "answer", "kind": "text", "accept": [key], "wrong": []}
        part |= {"case": False, "accents": False, "typos": typos}
        for at in range(length):
            swapped = key[:at] + key[at : at + 2][::-1] + key[at + 2 :]
            for slip in (
                swapped,
                swapped + "y",
                key[:at] + key[at + 1 :],
                key[:at] + "7" + key[at:],
            ):
                same(alone(part), {"answer": slip}, page)


def test_a_chain_once_broken_stays_broken(page: Marker) -> None:
    choice: Json = {"kind": "choice", "many": False, "options": ["a", "b"], "key": ["a"]}
    task = {"rule": "chain", "parts": [{"id": id, **choice} for id in ("one", "two", "three")]}
    for picks in product(["a", "b", None], repeat=3):
        reply = {id: [p] for id, p in zip(("one", "two", "three"), picks, strict=True) if p}
        same(task, reply, page)
