"""The tables: the facts as CSV, as the toolkit and the labs read them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from bookwork.model.tables import COMMITMENT_COLUMNS, EVENT_COLUMNS, tables
from bookwork.spans import load_spans
from bookwork.timeline import load_events, select
from tests.lab.small import seeds


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every table, which is the current one."""
    for name, text in tables(seeds()).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(tables(seeds())[name])))


def test_the_tables_are_four() -> None:
    assert set(tables(seeds())) == {"events.csv", "commitments.csv", "steps.csv", "leaders.csv"}


@pytest.mark.parametrize("name", ["events.csv", "commitments.csv", "steps.csv", "leaders.csv"])
def test_a_table_has_a_head_and_ends_its_lines_alike(name: str) -> None:
    text = tables(seeds())[name]
    assert text.endswith("\n")
    assert "\r" not in text
    assert all(None not in row and None not in row.values() for row in rows(name))


def test_the_toolkit_reads_every_event(desk: Path) -> None:
    assert desk.is_dir()
    events = load_events("events.csv")
    assert [event.id for event in events] == list(seeds().events)
    assert events[0].countries == seeds().events[events[0].id].countries
    assert tuple(rows("events.csv")[0]) == EVENT_COLUMNS


def test_an_event_of_which_no_first_hand_source_was_seen_is_unconfirmed() -> None:
    told = {row["id"]: row["confidence"] for row in rows("events.csv")}
    second_hand = {id for id, event in seeds().events.items() if event.basis == "second-hand"}
    assert second_hand
    assert {told[id] for id in second_hand} == {"unconfirmed"}
    first_hand = next(id for id, event in seeds().events.items() if event.basis != "second-hand")
    assert told[first_hand] == seeds().events[first_hand].confidence


def test_a_commitment_has_its_rung_and_what_came_of_it() -> None:
    found = rows("commitments.csv")
    assert tuple(found[0]) == COMMITMENT_COLUMNS
    assert [row["id"] for row in found] == list(seeds().commitments)
    for row in found:
        commitment = seeds().commitments[row["id"]]
        assert (row["rung"], row["wording"]) == (commitment.rung, commitment.wording)
        assert row["outcome"] == seeds().promises.outcome(commitment.status_code)


def test_the_toolkit_selects_steps_by_their_commitment(desk: Path) -> None:
    assert desk.is_dir()
    steps = load_events("steps.csv")
    for id, commitment in seeds().commitments.items():
        own = select(steps, kind=id) if commitment.since else []
        assert [(step.id, step.date, step.title) for step in own] == [
            (f"{id}-{number}", str(step.date), step.what)
            for number, step in enumerate(commitment.since, 1)
        ]
    assert len(steps) == sum(len(each.since) for each in seeds().commitments.values())


def test_a_step_known_at_second_hand_is_unconfirmed(desk: Path) -> None:
    assert desk.is_dir()
    bases = [step.basis for each in seeds().commitments.values() for step in each.since]
    for step, basis in zip(load_events("steps.csv"), bases, strict=True):
        assert step.confirmed or basis == "second-hand" or step.confidence == "unconfirmed"
        assert not (step.confirmed and basis == "second-hand")


def test_the_toolkit_reads_every_term_of_office(desk: Path) -> None:
    assert desk.is_dir()
    assert len(load_spans("leaders.csv")) == len(seeds().leaders)
