"""What can be said of any task: each message is reached, and its gaps are filled."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from bookwork.lab import Answer, Check
from bookwork.labwords import GENERAL
from tests.lab.trying import content, tried, uses, wants

TWICE = "def twice(n):\n"


class Case(NamedTuple):
    """Code, and what is said of it: the id of the message, and its words."""

    says: str
    code: str
    message: str
    check: Check = content
    first: str = ""


CASES = [
    Case(
        "syntax", "a = 1\nb = 'open\n",
        "Python cannot read your code. Look at line 2: unterminated string literal (detected at"
        " line 2).",
    ),
    Case(
        "error", "a = 1\n\nraise ValueError('No such\\n  day')\n",
        "Your code stops in line 3: ValueError: No such day.",
    ),
    Case(
        "unknown", "a = 1\nb = e050\n",
        "Line 2 uses `e050` as a name, but nothing has that name. Is it a word or an id? Put it in"
        " quotes. Is it from another task? A check does not see that.",
    ),
    Case(
        "input", "name = input('Who? ')\n",
        "`input()` waits for somebody to type, and here nobody can. Write the value into your"
        " code.",
    ),
    Case(
        "first-cell", "a = 1\n",
        "The first cell stops in line 2: KeyError: 'gone'. Put it back as it was.",
        first="b = {}\nb['gone']\n",
    ),
    Case(
        "missing", "b = 1\n",
        "There is no `a` yet. One of your lines must begin with `a =`.", wants("a"),
    ),
    Case(
        "missing-function", "b = 1\n",
        "There is no function `twice` yet. It begins with `def twice(`.", uses("twice", 2),
    ),
    Case(
        "kind", "a = '3'\n",
        "`a` should be a whole number, but yours is text in quotes.", wants("a", int),
    ),
    Case(
        "stops", TWICE + "    return n[0]\n",
        "Your function stops when it is used, `twice(2)`: TypeError: 'int' object is not"
        " subscriptable.",
        uses("twice", 2),
    ),
    Case(
        "nothing", TWICE + "    n + n\n",
        "`twice(2)` gives back nothing. Does your function end with `return`?", uses("twice", 2),
    ),
    Case(
        "printed", TWICE + "    print(n + n)\n",
        "`twice(2)` gives back nothing: your function prints its result. Use `return` instead of"
        " `print`.",
        uses("twice", 2),
    ),
    Case(
        "arguments", "def twice():\n    return 4\n",
        "`twice('a')` does not work: TypeError: twice() takes 0 positional arguments but 1 was"
        " given.",
        uses("twice", "a"),
    ),
    Case(
        "unfinished", "a = ...\n",
        "This task still has `...` in it: put your own code there.", wants("a"),
    ),
]  # fmt: skip


def test_the_cases_are_all_that_can_be_said() -> None:
    assert [case.says for case in CASES] == list(GENERAL)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_a_message_is_said_in_words_without_gaps(case: Case) -> None:
    result = tried(case.code, case.check, first=case.first)
    assert (result.task, result.passed) == ("t-one", False)
    assert (result.says, result.message) == (case.says, case.message)


def test_the_cases_fill_every_gap_there_is() -> None:
    for case in CASES:
        gaps = re.split(r"\\\{\w+\\\}", re.escape(GENERAL[case.says]))
        assert re.fullmatch("(.+)".join(gaps), case.message), case.says


# ---- what is said first, and where --------------------------------------------------------------


def test_what_a_check_finds_nothing_wrong_with_is_passed() -> None:
    result = tried("a = 1\n", wants("a", int))
    assert (result.passed, result.says, result.message) == (True, "", "")


def test_a_message_of_the_task_is_said_with_its_values() -> None:
    def check(answer: Answer) -> None:
        answer.wrong("said", got=answer.value("a"))

    result = tried("a = 12\n", check)
    assert (result.says, result.message) == ("said", "You have 12.")


def test_lines_are_those_of_the_file_that_a_cell_stands_in() -> None:
    assert "line 31:" in tried("\n" * 30 + "1 / 0\n").message
    assert "line 31:" in tried("\n" * 30 + "a = (\n").message
    assert tried("\n" * 30 + "a\n").message.startswith("Line 31 uses `a`")


def test_an_error_in_a_tool_is_told_at_the_line_that_used_it() -> None:
    code = "from bookwork.timeline import find\n\nfind([], 'e050')\n"
    assert tried(code).message.startswith("Your code stops in line 3: ValueError: No event here")


def test_what_helps_at_the_end_of_a_long_error_is_not_cut_off() -> None:
    code = "raise ValueError('What is wrong. ' * 12 + 'How to mend it.')\n"
    assert tried(code).message.endswith("What is wrong. How to mend it.")
    assert len(tried("raise ValueError('x' * 10_000)\n").message) < 300


def test_an_error_without_words_is_told_by_its_name() -> None:
    assert tried("raise ValueError\n").message == "Your code stops in line 1: ValueError."


@pytest.mark.parametrize("end", [".", "?", "!"])
def test_an_error_that_ends_as_a_sentence_gets_no_second_full_stop(end: str) -> None:
    assert tried(f"raise ValueError('Why{end}')\n").message.endswith(f"ValueError: Why{end}")


def test_the_first_cell_is_run_before_the_task_and_its_names_are_there() -> None:
    assert tried("b = a + 1\n", wants("b", int), first="a = 1\n").passed


def test_names_of_one_run_are_not_there_in_the_next() -> None:
    assert tried("mine = 1\n", wants("mine")).passed
    assert tried("b = 1\n", wants("mine")).says == "missing"


def test_the_first_cell_is_told_before_dots_and_dots_before_an_error() -> None:
    assert tried("a = ...\n", first="1 / 0\n").says == "first-cell"
    assert tried("1 / 0\na = ...\n").says == "unfinished"
    assert tried("a = ...\nb = (\n").says == "syntax"


@pytest.mark.parametrize(
    "code",
    ["...\n", "if ...:\n    pass\n", "f(1, ...)\n", "def f():\n    return ...\n", "a = [...]\n"],
)
def test_dots_are_found_wherever_they_stand(code: str) -> None:
    assert tried(code).says == "unfinished"


@pytest.mark.parametrize("code", ["a = '...'\n", "# ...\n", 'def f():\n    """Do ..."""\n'])
def test_dots_in_words_are_none(code: str) -> None:
    assert tried(code).passed


def test_input_is_told_in_a_function_and_in_the_first_cell() -> None:
    assert tried("def f():\n    return input()\n", uses("f")).says == "input"
    assert tried("a = 1\n", first="input()\n").says == "input"


def test_a_name_that_a_function_does_not_know_is_told_when_it_is_used() -> None:
    result = tried("def f():\n    return e050\n", uses("f"))
    assert (result.says, "NameError" in result.message) == ("stops", True)


def test_what_is_displayed_is_printed_as_text() -> None:
    seen: list[Answer] = []
    assert tried("display(1, 'a')\ndisplay()\n", seen.append).passed
    assert seen[0].printed == "1\n'a'\n"


def test_code_is_run_as_python_runs_it_elsewhere() -> None:
    """The checks take annotations from the future; a student's code does not."""
    assert tried("def f(day: e050):\n    return day\n").says == "unknown"


def test_the_value_of_the_last_line_is_no_fault() -> None:
    assert tried("a = 1\na\n").passed
    assert tried("").passed
