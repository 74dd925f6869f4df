"""The labs of the book: what each keeps to, whatever they ask."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.lab import Names, cells, evaluate, fresh_names, run_check
from bookwork.mark.lab import Tried, at_desk, checks_of, try_lab
from bookwork.model.kit import Kit, load
from bookwork.model.lab import FILE, MODEL, STARTER, Lab
from bookwork.model.tables import tables
from tests.lab.small import ROOT

LABS = sorted(path.parent.name for path in ROOT.glob(f"exercises/*/{FILE}"))
PAGES = sorted(ROOT.glob("book/**/*.md"))
TASK = re.compile(r"^`{3,}\{task\} +(\S+)", re.MULTILINE)
CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@functools.cache
def kit() -> Kit:
    """The book, read once for all tests."""
    return load(ROOT)


@functools.cache
def tried(name: str) -> list[Tried]:
    """What a lab's checks say to its trials."""
    return try_lab(kit().labs[name], tables(kit().seeds))


@pytest.fixture(params=LABS)
def lab(request: pytest.FixtureRequest) -> Lab:
    """Each lab."""
    return kit().labs[request.param]


def text(lab: Lab, file: str) -> str:
    """One of a lab's files."""
    return (lab.folder / file).read_text(encoding="utf-8")


def pages_of(lab: Lab) -> dict[str, list[Path]]:
    """The pages on which each task of a lab stands, as often as it stands there."""
    found: dict[str, list[Path]] = {id: [] for id in lab.tasks}
    for page in PAGES:
        for id in TASK.findall(page.read_text(encoding="utf-8")):
            if id in found:
                found[id].append(page)
    return found


def test_there_are_labs_to_look_at() -> None:
    assert LABS


def test_a_lab_has_four_to_six_tasks(lab: Lab) -> None:
    assert 4 <= len(lab.tasks) <= 6


def test_a_check_is_tried_on_five_wrong_answers_and_a_right_one_unlike_the_models(lab: Lab) -> None:
    for id, trials in lab.trials.items():
        assert len({trial.code for trial in trials.wrong}) >= 5, id
        assert any(trial.code.strip() not in lab.models[id] for trial in trials.right), id


def test_every_trial_gets_what_it_should(lab: Lab) -> None:
    assert [each for each in tried(lab.id) if not each.holds] == []


def test_no_message_is_told_with_a_gap_or_a_name_of_pythons(lab: Lab) -> None:
    """A gap that no check fills would reach students as {got}."""
    for each in tried(lab.id):
        gaps = set(re.findall(r"\{\w+\}", each.result.message))
        assert all(gap in each.trial.code for gap in gaps), each
        assert " object at 0x" not in each.result.message
        assert each.result.passed or each.result.message.strip()


# ---- files and pages -----------------------------------------------------------------------------


def test_starter_and_model_begin_with_the_same_cell(lab: Lab) -> None:
    first, model = (cells(text(lab, file))[0] for file in (STARTER, MODEL))
    assert first.strip() == model.strip()


def test_tasks_stand_in_one_order_everywhere(lab: Lab) -> None:
    order = list(lab.tasks)
    assert list(lab.starters) == list(lab.models) == order
    page = pages_of(lab)[order[0]][0].read_text(encoding="utf-8")
    assert [id for id in TASK.findall(page) if id in order] == order


def test_every_task_stands_once_and_all_on_one_page(lab: Lab) -> None:
    found = pages_of(lab)
    assert {id: len(pages) for id, pages in found.items()} == dict.fromkeys(lab.tasks, 1)
    assert len({pages[0] for pages in found.values()}) == 1


def test_the_first_code_of_the_page_is_the_labs_first_cell(lab: Lab) -> None:
    ((page,), *_others) = pages_of(lab).values()
    found = CELL.findall(page.read_text(encoding="utf-8"))
    assert found[0].strip() == lab.first.strip()


# ---- the starter ---------------------------------------------------------------------------------


def test_an_untouched_starter_is_told_that_it_is_unfinished(lab: Lab) -> None:
    """Or, where its code runs and only words in it are to be changed, what to look at."""
    checks = checks_of(lab)
    with at_desk(tables(kit().seeds)):
        for id, task in lab.tasks.items():
            result = run_check(id, checks[id], task.messages, lab.first, lab.starters[id])
            assert not result.passed, id
            if re.search(r"(?<!\.)\.\.\.(?!\.)", lab.starters[id]):
                assert result.says == "unfinished", id
            else:
                assert result.says in task.messages, id


# ---- the solution is not given away --------------------------------------------------------------


def ends(lab: Lab, code: str) -> Names:
    """The names with which some code ends."""
    names = fresh_names()
    evaluate(lab.first, names)
    given = dict(names)
    evaluate(code, names)
    return {name: value for name, value in names.items() if given.get(name) is not value}


def spelled(value: object) -> Iterator[str]:
    """The forms of a value that say something: numbers and words of three signs and more."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from spelled(each)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        forms = {str(value)}
        if not isinstance(value, str):
            forms |= {f"{value:,}", str(round(value)), str(round(value, 1))}
        yield from (form for form in forms if len(form) > 2)


def stands_in(form: str, words: str) -> bool:
    """Whether a value stands in words, and not only as a part of another one."""
    return re.search(rf"(?<![\w.]){re.escape(form)}(?!\w)", words) is not None


def solution(lab: Lab, id: str) -> set[str]:
    """What a model's answer ends with and nobody is told before: not in starter or question."""
    known = lab.starters[id] + lab.first + lab.tasks[id].ask
    return {
        form
        for value in ends(lab, lab.models[id]).values()
        for form in spelled(value)
        if not stands_in(form, known)
    }


def test_no_message_and_no_hint_holds_a_value_of_the_solution(
    lab: Lab, capsys: pytest.CaptureFixture[str]
) -> None:
    found = 0
    with at_desk(tables(kit().seeds)):
        for id, task in lab.tasks.items():
            secrets = solution(lab, id)
            found += len(secrets)
            words = [*task.messages.values(), *task.hints, task.title, task.find]
            told = [(form, each) for form in secrets for each in words if stands_in(form, each)]
            assert told == [], id
    assert found
    capsys.readouterr()


def lines(code: str) -> set[str]:
    """The lines of some code that do something."""
    found = {line.split("  #")[0].strip() for line in code.split("\n")}
    return {line for line in found if line and not line.startswith("#")}


def test_no_hint_holds_a_line_of_the_model(lab: Lab) -> None:
    for id, task in lab.tasks.items():
        own = lines(lab.models[id]) - lines(lab.starters[id])
        assert own, id
        for hint in task.hints:
            assert [line for line in own if line in hint] == [], id


def test_no_message_holds_a_line_of_the_model(lab: Lab) -> None:
    for id, task in lab.tasks.items():
        own = lines(lab.models[id]) - lines(lab.starters[id])
        for message in task.messages.values():
            assert [line for line in own if len(line) > 9 and line in message] == [], id
