"""The Python and the trials of a lab: each mistake with its file, line, task and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookwork.model.lab import CHECKS, FILE, MODEL, STARTER, TRIALS
from tests.lab.faults import Fault, problems, tells
from tests.lab.small import change, right, write, wrong
from tests.support.labs import COUNT, RIGHT, SHOUT

GONE = "there is no such task in lab.yml"
NO_PYTHON = "Python cannot read this: '(' was never closed"
SAYS = '        answer.wrong("miscounted", got=found)\n'
NAMED, WRITTEN = "no message is named here", 'write its id: answer.wrong("…")'
OTHER = "def other(answer):\n"

CELLS = [
    Fault(f"{name} in {file}", file, *rest)
    for file in (STARTER, MODEL)
    for name, *rest in (
        ("a cell that is missing", f"# %% {SHOUT}", "# %%", "", SHOUT,
         f"a cell '# %% {SHOUT}' is missing", "add it"),
        ("a cell of a task that is misspelled", "", "\n# %% one-shuot\na = 1\n", "# %% one-shuot",
         "one-shuot", GONE, f"did you mean '{SHOUT}'?"),
        ("a cell of no task", "", "\n\n# %% zzz\n", "# %% zzz", "zzz", GONE, "remove it"),
        ("a cell that stands twice", "", f"\n# %% {COUNT}\n", f"# %% {COUNT}", COUNT,
         "the cell stands twice", "keep one"),
        ("no Python", "def shout(word)", "def shout(word", "def shout(word", "", NO_PYTHON,
         "mend the line"),
    )
]  # fmt: skip

IN_CHECKS = [
    Fault("no Python", CHECKS, "def shout(answer: Answer) -> None:", "def shout(answer:",
          "def shout(", "", NO_PYTHON, "mend the line"),
    Fault("a check of no task", CHECKS, "", f'@checks("one-conut")\n{OTHER}    pass\n',
          "one-conut", "one-conut", GONE, f"did you mean '{COUNT}'?"),
    Fault("two checks of a task", CHECKS, "",
          f'@checks("{SHOUT}")\n{OTHER}    answer.wrong("quiet")\n', f'@checks("{SHOUT}")', SHOUT,
          "the task has two checks", "keep one"),
    Fault("a check that names no task", CHECKS, "", f"@checks()\n{OTHER}    pass\n", "@checks()",
          "", "this check names no task", 'write its id: @checks("…")'),
    Fault("a task that is not written out", CHECKS, "", f"@checks(NAME)\n{OTHER}    pass\n",
          "@checks(NAME)", "", "this check names no task", 'write its id: @checks("…")'),
    Fault("a check that is missing", CHECKS, f'@checks("{SHOUT}")\n', "", "", SHOUT,
          f"a check '@checks(\"{SHOUT}\")' is missing", "add it"),
    Fault("a message that is misspelled", CHECKS, SAYS,
          f'{SAYS}        answer.wrong("miscuonted")\n', "miscuonted", COUNT,
          "there is no message 'miscuonted'", "did you mean 'miscounted'?"),
    Fault("a message that is not there", CHECKS, SAYS, f'{SAYS}        answer.wrong("zzz")\n',
          "zzz", COUNT, "there is no message 'zzz'", "add it to the task's messages"),
    Fault("a message of another task", CHECKS, SAYS,
          f'{SAYS}        answer.wrong("quiet")  # here\n', "# here", COUNT,
          "there is no message 'quiet'", "add it to the task's messages"),
    Fault("a message that is not written out", CHECKS, SAYS,
          f"{SAYS}        answer.wrong(found)\n", "wrong(found)", COUNT, NAMED, WRITTEN),
    Fault("a message that is not named", CHECKS, SAYS, f"{SAYS}        answer.wrong(got=1)\n",
          "got=1", COUNT, NAMED, WRITTEN),
    Fault("a message that is never said", CHECKS, SAYS, "        pass\n", "", COUNT,
          "the check never says 'miscounted'", "say it, or remove it from lab.yml"),
]  # fmt: skip

IN_TRIALS = [
    Fault("trials of a task that is misspelled", TRIALS, "", "one-shuot: {}\n", "one-shuot",
          "one-shuot", GONE, f"did you mean '{SHOUT}'?"),
    Fault("a message that is not there", TRIALS, "gets: missing\n", "gets: mising\n", "mising",
          COUNT, "'gets missing' gets the message 'mising', which is not there",
          "name one of the task's messages"),
    Fault("a message of another task", TRIALS, "gets: miscounted\n", "gets: stays-quiet\n",
          "stays-quiet", COUNT,
          "'gets miscounted' gets the message 'stays-quiet', which is not there",
          "name one of the task's messages"),
    Fault("no message", TRIALS, "- name: gets missing\n    code: 'x = 1\n\n      '\n"
          "    gets: missing\n", "- name: lonely\n    code: x = 1\n", "name: lonely", COUNT,
          "'lonely' does not say which message it gets", "add 'gets: …'"),
    Fault("a right answer with a message", TRIALS, "- name: right\n",
          "- name: good\n    gets: error\n", "gets: error", COUNT,
          "'good' is a right answer, and those get no message", "remove it"),
    Fault("an unknown field", TRIALS, "gets: missing\n", "get: missing\n", "get: missing", COUNT,
          "unknown field 'wrong.0.get'", "did you mean 'gets'?"),
    Fault("a message of another form", TRIALS, "gets: missing\n", "gets: Missing!\n", "Missing!",
          COUNT, "'wrong.0.gets': string should match pattern '^[a-z][a-z0-9-]{1,39}$'",
          "see 'bookwork schema' for what it takes"),
    Fault("no name", TRIALS, "- name: gets missing\n    code: 'x = 1\n\n      '\n",
          "- code: lonely\n", "lonely", COUNT, "the field 'wrong.0.name' is missing", "add it"),
    Fault("no code", TRIALS, "    code: 'x = 1\n\n      '\n", "    code: ''\n", "code: ''", COUNT,
          "'wrong.0.code' is empty", "write it"),
    Fault("no right answer", TRIALS, "  right:\n  - name: right\n    code: 'count = len(events)\n"
          "\n      '\n", "  right: []\n", "right: []", COUNT, "'right' needs 1 or more",
          "add to it"),
]  # fmt: skip


@pytest.mark.parametrize("fault", [*CELLS, *IN_CHECKS, *IN_TRIALS], ids=lambda fault: fault.name)
def test_a_fault_is_told_at_its_line(lab: Path, fault: Fault) -> None:
    tells(lab, fault)


@pytest.mark.parametrize("file", [STARTER, MODEL, CHECKS, TRIALS])
def test_a_file_that_is_missing_is_told(lab: Path, file: str) -> None:
    (lab / file).unlink()
    told = [str(each) for each in problems()]
    assert f"exercises/one/{file}: there is no such file — check the name" in told
    assert all(each.startswith(f"exercises/one/{file}:") for each in told)


@pytest.mark.parametrize("file", [FILE, STARTER, MODEL, CHECKS, TRIALS])
def test_a_file_that_is_no_text_is_told(lab: Path, file: str) -> None:
    (lab / file).write_bytes((lab / file).read_bytes() + "# é\n".encode("latin-1"))
    assert "the text is not UTF-8" in {each.what for each in problems()}


def test_four_wrong_answers_are_too_few(lab: Path) -> None:
    trials = {id: {"wrong": wrong(id), "right": right(id)} for id in RIGHT}
    trials[COUNT]["wrong"] = wrong(COUNT)[:4]
    write(lab / TRIALS, trials)
    (problem,) = problems()
    assert (problem.line, problem.id) == (2, COUNT)
    assert (problem.what, problem.mend) == ("'wrong' needs 5 or more", "add to it")


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n- list\n"])
def test_trials_that_are_no_map_are_missing(lab: Path, text: str) -> None:
    (lab / TRIALS).write_text(text, encoding="utf-8")
    assert [each.what for each in problems()] == [
        f"the trials of '{id}' is missing" for id in RIGHT
    ]


def test_trials_of_a_task_that_are_missing_are_told(lab: Path) -> None:
    text = (lab / TRIALS).read_text(encoding="utf-8")
    (lab / TRIALS).write_text(text[: text.index(f"{SHOUT}:")], encoding="utf-8")
    (problem,) = problems()
    assert (problem.line, problem.id) == (0, SHOUT)


def test_faults_of_several_files_are_told_at_once(lab: Path) -> None:
    change(lab / STARTER, f"# %% {COUNT}", "# %%")
    change(lab / CHECKS, SAYS, "        pass\n")
    change(lab / TRIALS, "gets: missing\n", "gets: mising\n")
    assert [each.file.split("/")[-1] for each in problems()] == [CHECKS, STARTER, TRIALS]


def test_what_is_wrong_with_a_task_is_told_before_its_files_are_looked_at(lab: Path) -> None:
    change(lab / FILE, "minutes: 5", "minutes: 0")
    (lab / MODEL).unlink()
    assert {each.file for each in problems()} == {"exercises/one/lab.yml"}
