"""Trials of a lab: what its checks say to wrong and to right answers, and what nobody is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookwork.lab import Result
from bookwork.labwords import GENERAL
from bookwork.mark.lab import Tried, at_desk, checks_of, try_lab, unreached, unreached_general
from bookwork.model.errors import BankError
from bookwork.model.lab import CHECKS, MODEL, TRIALS, Lab
from tests.lab.small import WRONG, change, load, write_book
from tests.support.labs import COUNT, SHOUT

TABLES = {"events.csv": "id,date,title\na1,2023,T\na2,2024,U\n"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small lab; its book is the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_book(tmp_path)


def lab() -> Lab:
    """The lab of the book here."""
    return load(Path())["one"]


def failed(tried: list[Tried]) -> list[Tried]:
    """The trials that did not get what they should."""
    return [each for each in tried if not each.holds]


def test_the_model_right_answers_and_wrong_ones_are_tried(folder: Path) -> None:
    assert folder.is_dir()
    tried = try_lab(lab(), TABLES)
    assert [(each.task, each.trial.name, each.is_right) for each in tried] == [
        (id, name, name in ("model", "right"))
        for id in (COUNT, SHOUT)
        for name in ("model", "right", *(f"gets {gets}" for gets, *_ in WRONG[id]))
    ]
    assert failed(tried) == []


def test_a_lab_whose_trials_get_every_message_leaves_none_unreached(folder: Path) -> None:
    assert folder.is_dir()
    tried = try_lab(lab(), TABLES)
    assert unreached(lab(), tried) == []
    assert unreached_general(tried) == []


def test_a_wrong_answer_that_passes_does_not_hold(folder: Path) -> None:
    change(folder / TRIALS, "count = 0", "count = 2")
    (found,) = failed(try_lab(lab(), TABLES))
    assert (found.trial.gets, found.result.passed) == ("miscounted", True)


def test_a_wrong_answer_that_gets_another_message_does_not_hold(folder: Path) -> None:
    change(folder / TRIALS, "count = 0", "count = []")
    (found,) = failed(try_lab(lab(), TABLES))
    assert (found.trial.gets, found.result.says) == ("miscounted", "kind")


def test_a_right_answer_that_does_not_pass_does_not_hold(folder: Path) -> None:
    change(folder / TRIALS, "count = len(events)", "count = 5")
    (found,) = failed(try_lab(lab(), TABLES))
    assert (found.trial.name, found.result.says) == ("right", "miscounted")


def test_a_model_that_does_not_pass_does_not_hold(folder: Path) -> None:
    change(folder / MODEL, "word.upper()", "word")
    (found,) = failed(try_lab(lab(), TABLES))
    assert (found.task, found.trial.name, found.result.says) == (SHOUT, "model", "quiet")


def test_a_message_that_no_trial_gets_is_named(folder: Path) -> None:
    change(folder / TRIALS, "count = 0", "count = []")
    change(folder / TRIALS, "gets: miscounted", "gets: kind")
    change(folder / TRIALS, r"return word\n", r"return None\n")
    change(folder / TRIALS, "gets: quiet", "gets: nothing")
    tried = try_lab(lab(), TABLES)
    assert failed(tried) == []
    assert unreached(lab(), tried) == [(COUNT, "miscounted"), (SHOUT, "quiet")]


def test_a_message_of_any_task_that_no_trial_gets_is_named(folder: Path) -> None:
    change(folder / TRIALS, "count = input()", "count = 1 / 0")
    change(folder / TRIALS, "gets: input", "gets: error")
    assert unreached_general(try_lab(lab(), TABLES)) == ["input"]
    assert unreached_general([]) == list(GENERAL)


def test_what_one_task_is_told_reaches_no_message_of_another(folder: Path) -> None:
    assert folder.is_dir()
    tried = [each for each in try_lab(lab(), TABLES) if each.task == SHOUT]
    miscounted = Result(SHOUT, passed=False, says="miscounted")
    tried.append(Tried(SHOUT, tried[0].trial, is_right=False, result=miscounted))
    assert unreached(lab(), tried) == [(COUNT, "miscounted")]


# ---- where trials are run ------------------------------------------------------------------------


def test_trials_stand_at_a_desk_with_the_tables(folder: Path) -> None:
    change(folder / MODEL, "count = len(events)", "import os\ncount = len(os.listdir())")
    assert failed(try_lab(lab(), {**TABLES, "other.csv": "a\n"})) == []


def test_a_desk_is_left_and_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with at_desk({"a.csv": "한미일\n"}) as desk:
        assert Path.cwd() == desk.resolve()
        assert Path("a.csv").read_text(encoding="utf-8") == "한미일\n"
    assert Path.cwd() == tmp_path
    assert not desk.exists()


def test_a_desk_is_left_when_something_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desks: list[Path] = []

    def stop() -> None:
        with at_desk({}) as desk:
            desks.append(desk)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop()
    assert Path.cwd() == tmp_path
    assert not desks[0].exists()


# ---- a check's own mistakes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("import nowhere", "ModuleNotFoundError: No module named 'nowhere'"),
        ("COUNTS = {}['a']", "KeyError: 'a'"),
        ("from bookwork.lab import check", "ImportError: cannot import name 'check' from"),
    ],
)
def test_a_file_of_checks_that_stops_is_told_at_its_line(
    folder: Path, line: str, what: str
) -> None:
    at = change(folder / CHECKS, "\n\n@checks", f"\n{line}\n\n@checks") + 1
    with pytest.raises(BankError) as caught:
        checks_of(lab())
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("exercises/one/check_lab.py", at)
    assert problem.what.startswith(f"Python stops here: {what}")
    assert problem.mend == "mend the line"


def test_a_tool_that_stops_is_told_at_the_line_of_the_checks_that_used_it(folder: Path) -> None:
    line = 'load_events("gone.csv")'
    at = change(folder / CHECKS, "\n\n@checks", f"\n{line}\n\n@checks") + 1
    with pytest.raises(BankError) as caught:
        try_lab(lab(), TABLES)
    assert [problem.line for problem in caught.value.problems] == [at]


def test_a_check_that_stops_on_a_trial_is_told_with_it(folder: Path) -> None:
    change(folder / CHECKS, '    found = answer.value("count", int)', "    found = answer.names[1]")
    tried = [each for each in failed(try_lab(lab(), TABLES)) if each.task == COUNT]
    assert tried
    assert {each.result.message for each in tried} == {"the check itself stops: KeyError: 1."}
    assert "model" in {each.trial.name for each in tried}
