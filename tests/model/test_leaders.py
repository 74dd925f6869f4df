"""The leaders of seeds/: terms of office, and each mistake with its line and the way to mend it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from bookwork.model.seeds import load_seeds
from bookwork.model.tables import LEADER_COLUMNS, tables
from tests.model.test_seeds_broken import SEEDS, Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return Copy(tmp_path / "seeds")


def test_terms_are_read_with_their_evidence() -> None:
    seeds = load_seeds(SEEDS)
    kishida = seeds.leaders["o-kishida"]
    assert (kishida.person, kishida.country, kishida.office) == (
        "g-kishida",
        "JP",
        "prime minister",
    )
    assert (str(kishida.start), str(kishida.end)) == ("2021-10", "2024-10-01")
    assert seeds.leaders["o-lee"].end is None
    for leader in seeds.leaders.values():
        assert all(seeds.has(id) for id in leader.evidence)
        assert leader.country in seeds.people[leader.person].countries


def test_a_changed_term_changes_the_digest(copy: Copy) -> None:
    before = load_seeds(copy.root).digest
    copy.edit("leaders.yml", '"2021-10"', '"2021"')
    assert load_seeds(copy.root).digest != before


def test_the_table_has_a_row_for_each_term() -> None:
    seeds = load_seeds(SEEDS)
    rows = list(csv.DictReader(tables(seeds)["leaders.csv"].splitlines()))
    assert tuple(rows[0]) == LEADER_COLUMNS == ("name", "country", "office", "start", "end")
    assert len(rows) == len(seeds.leaders)
    told = {row["name"]: row for row in rows}
    assert told["Kishida Fumio"]["start"] == "2021-10"  # no more exact than it is known
    assert told["Joe Biden"]["end"] == "2025-01-20"
    assert told["Takaichi Sanae"]["end"] == ""


ISHIBA = "- id: o-ishiba"
FAULTS = [
    pytest.param("country: JP", "country: JX", ISHIBA, "o-ishiba", "there is no country 'JX'",
                 "see seeds/places.yml", id="unknown country"),
    pytest.param("g-ishiba", "g-ishba", ISHIBA, "o-ishiba", "there is no person 'g-ishba'",
                 "did you mean 'g-ishiba'?", id="unknown person"),
    pytest.param("e096", "e996", ISHIBA, "o-ishiba", "there is no event 'e996'",
                 "see seeds/events.yml", id="missing event"),
    pytest.param("m-trump25", "m-trump52", "- id: o-trump", "o-trump",
                 "there is no source 'm-trump52'", "did you mean 'm-trump25'?",
                 id="missing source"),
    pytest.param("office:", "ofice:", ISHIBA, "o-ishiba", "unknown field 'ofice'",
                 "did you mean 'office'?", id="a slip in a field"),
    pytest.param('"2024-10-01"', "2024", ISHIBA, "o-ishiba", "the date 2024 is not text",
                 "put it in quotes", id="a date that is no text"),
    pytest.param('"2024-10-01"', '"2024-09-30"', ISHIBA, "o-ishiba",
                 "the term overlaps that of o-kishida",
                 "an office has one holder at a time: look at start and end of both",
                 id="two prime ministers at a time"),
    pytest.param("- id: o-ishiba", "- id: o-kishida", "", "o-kishida",
                 "the id 'o-kishida' is taken by", "an id names one thing only: choose another",
                 id="an id twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "after", "id", "what", "mend"), FAULTS)
def test_a_fault_is_told_where_it_stands(
    copy: Copy, old: str, new: str, after: str, id: str, what: str, mend: str
) -> None:
    line = copy.edit("leaders.yml", old, new, after)
    problem = next(problem for problem in copy.problems() if problem.what.startswith(what))
    assert problem.file.endswith("/seeds/leaders.yml")
    assert (problem.id, problem.mend, problem.line) == (id, mend, line)


def test_a_term_that_ends_before_it_starts(copy: Copy) -> None:
    copy.edit("leaders.yml", 'end: "2025-10-21"', 'end: "2024-09"', ISHIBA)
    problem = copy.only()
    assert problem.what == "the term ends (2024-09) before it starts (2024-10-01)"
    assert problem.mend == "change one of them"
    lines = (copy.root / "leaders.yml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == ISHIBA


def test_a_term_without_an_end_below_a_later_one(copy: Copy) -> None:
    copy.edit("leaders.yml", '  end: "2025-04-04"\n', "", "- id: o-yoon")
    problem = copy.only()
    assert (problem.id, problem.what) == ("o-lee", "the term overlaps that of o-yoon")


@pytest.mark.parametrize(
    ("start", "end"), [("2024-10-01", "2024-10-01"), ("2024-10", "2024-10-01"), ("2024", "2024")]
)
def test_dates_that_can_be_right_are_accepted(copy: Copy, start: str, end: str) -> None:
    """A change on one day is nobody's overlap, and a month or a year leaves room for it."""
    copy.edit("leaders.yml", 'end: "2024-10-01"', f'end: "{end}"', "- id: o-kishida")
    copy.edit("leaders.yml", 'start: "2024-10-01"', f'start: "{start}"', ISHIBA)
    assert str(load_seeds(copy.root).leaders["o-ishiba"].start) == start


def test_no_file_at_all_is_told(copy: Copy) -> None:
    (copy.root / "leaders.yml").unlink()
    assert copy.only().file.endswith("/seeds/leaders.yml")
