"""What a check can ask of an answer: its values, and its functions made safe to use."""

from __future__ import annotations

import pytest

from bookwork.lab import MOST_PRINTED, Answer, Wrong, checks, load_checks
from bookwork.timeline import Days
from tests.lab.trying import content, tried, uses, wants

# ---- values --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("1", (int,)),
        ("1", (float,)),  # a whole number is a number
        ("1.5", (float,)),
        ("1", (str, int)),
        ("'a'", (str,)),
        ("[]", (list,)),
        ("()", (tuple,)),
        ("{}", (dict,)),
        ("True", (bool,)),
        ("False", (bool, type(None))),
        ("None", (bool, type(None))),
        ("None", ()),
        ("True", ()),
        ("__import__('collections').Counter()", (dict,)),
    ],
)
def test_a_value_of_a_kind_that_is_wanted_is_given(code: str, kinds: tuple[type, ...]) -> None:
    assert tried(f"a = {code}\n", wants("a", *kinds)).passed


@pytest.mark.parametrize(
    ("code", "kinds", "wanted", "found"),
    [
        ("True", (int,), "a whole number", "True or False"),
        ("False", (float,), "a number", "True or False"),
        ("1", (bool,), "True or False", "a whole number"),
        ("1.0", (int,), "a whole number", "a number with a decimal point"),
        ("'1'", (int, float), "a whole number or a number", "text in quotes"),
        ("(1, 2)", (list,), "a list in square brackets", "several values with commas between them"),
        ("None", (str,), "text in quotes", "None"),
        ("len", (str,), "text in quotes", "what Python calls builtin_function_or_method"),
        ("{1}", (Days,), "a number of days, as `days_between` gives it", "a set"),
    ],
)
def test_a_value_of_another_kind_is_told(
    code: str, kinds: tuple[type, ...], wanted: str, found: str
) -> None:
    result = tried(f"a = {code}\n", wants("a", *kinds))
    assert result.says == "kind"
    assert result.message == f"`a` should be {wanted}, but yours is {found}."


def test_kinds_with_the_same_words_are_named_once() -> None:
    result = tried("a = 1.5\n", wants("a", Days, type("Days", (), {})))
    assert result.message.count("a number of days") == 1


def test_dots_that_came_into_a_value_another_way_are_told() -> None:
    assert tried("a = eval('.' * 3)\n", wants("a", int)).says == "unfinished"
    assert tried("a = Ellipsis\n", wants("a")).says == "unfinished"


def test_a_check_sees_names_code_and_what_was_printed() -> None:
    seen: list[Answer] = []
    first = "print('of the first cell')\n"
    assert tried("a = 1\nprint('mine')\n", seen.append, first=first).passed
    assert seen[0].names["a"] == 1
    assert seen[0].printed == "mine\n"
    assert seen[0].code == "a = 1\nprint('mine')\n"


def test_what_is_printed_is_kept_up_to_a_limit() -> None:
    seen: list[Answer] = []
    code = "for _ in range(10_000):\n    print('y' * 99)\n"
    assert tried(code, seen.append).passed
    assert len(seen[0].printed) == MOST_PRINTED
    assert seen[0].printed.startswith("y" * 99 + "\n")


def test_what_the_first_cell_prints_takes_no_room_from_the_task() -> None:
    seen: list[Answer] = []
    first = f"print('x' * {MOST_PRINTED})\n"
    assert tried("print('mine')\n", seen.append, first=first).passed
    assert seen[0].printed == "mine\n"


def test_nothing_is_printed_to_whoever_runs_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    tried("print('a')\ndef f():\n    print('b')\n", uses("f"), first="print('c')\n")
    assert capsys.readouterr().out == ""


# ---- functions -----------------------------------------------------------------------------------


def test_a_function_is_used_and_its_result_given() -> None:
    told = uses("f", 2, "a", tell=lambda result: result)
    assert tried("def f(n, word):\n    return n * word\n", told).message == "You have aa."


@pytest.mark.parametrize(
    "code", ["f = lambda n: n + 1\n", "class f(int):\n    pass\n", "f = abs\n"]
)
def test_whatever_can_be_called_is_a_function(code: str) -> None:
    assert tried(code, uses("f", 2)).passed


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("f = None\n", "There is no function `f` yet. It begins with `def f(`."),
        ("f = Ellipsis\n", "There is no function `f` yet. It begins with `def f(`."),
        ("f = [1]\n", "`f` should be a function, but yours is a list in square brackets."),
    ],
)
def test_what_is_no_function_is_told(code: str, message: str) -> None:
    assert tried(code, uses("f")).message == message


@pytest.mark.parametrize("result", ["0", "[]", "''", "False", "()"])
def test_a_result_that_is_empty_or_zero_is_a_result(result: str) -> None:
    assert tried(f"def f():\n    return {result}\n", uses("f")).passed


def test_a_function_that_prints_spaces_gives_back_nothing() -> None:
    assert tried("def f():\n    print()\n", uses("f")).says == "nothing"


def test_a_function_that_prints_and_gives_back_is_right() -> None:
    assert tried("def f():\n    print('a')\n    return 'a'\n", uses("f")).passed


def test_a_function_that_gives_back_the_dots_is_unfinished() -> None:
    assert tried("def f():\n    return Ellipsis\n", uses("f")).says == "unfinished"


def test_a_list_is_handed_over_as_a_copy() -> None:
    rows = [3, 1, 2]
    code = "def f(rows, more):\n    rows.sort()\n    rows.clear()\n    return len(more)\n"
    assert tried(code, uses("f", rows, rows, tell=lambda result: result)).message == "You have 3."
    assert rows == [3, 1, 2]


def test_a_call_is_quoted_as_it_was_made() -> None:
    code = "def f(rows, word):\n    rows.clear()\n"
    assert "`f([1, 2], 'a')`" in tried(code, uses("f", [1, 2], "a")).message
    assert "`f([a list of 9], 'a')`" in tried(code, uses("f", [1] * 9, "a")).message


def test_a_function_may_use_the_names_and_imports_of_its_task() -> None:
    code = "import math\nn = 3\ndef f():\n    return math.factorial(n)\n"
    assert tried(code, uses("f", tell=lambda result: result)).message == "You have 6."


def test_a_generator_is_told_as_what_it_is() -> None:
    code = "def f():\n    yield 1\n"
    assert tried(code, uses("f", tell=lambda result: result)).message == (
        "You have <generator object f>."
    )


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("raise SystemExit(3)", "SystemExit: 3."),
        ("raise GeneratorExit", "GeneratorExit."),
        ("return f()", "RecursionError: maximum recursion depth exceeded."),
        ("raise __import__('bookwork.lab').lab.Wrong('said', got=1)", "Wrong: said."),
        ("assert False, 'no'", "AssertionError: no."),
        ("raise SyntaxError", "SyntaxError: None."),
    ],
)
def test_however_a_function_stops_it_is_told(body: str, error: str) -> None:
    result = tried(f"def f():\n    {body}\n", uses("f"))
    assert result.says == "stops"
    assert result.message == f"Your function stops when it is used, `f()`: {error}"


def test_whoever_stops_the_check_stops_it() -> None:
    """Ctrl-C is for the person who runs the check."""
    with pytest.raises(KeyboardInterrupt):
        tried("raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        tried("def f():\n    raise KeyboardInterrupt\n", uses("f"))


# ---- checks --------------------------------------------------------------------------------------


def test_checks_of_a_file_are_found_by_their_task() -> None:
    text = (
        "from bookwork.lab import checks\n\ndef helper(answer): pass\n\n"
        "@checks('one-a')\ndef a(answer):\n    answer.wrong('said', got=1)\n\n"
        "@checks('one-b')\ndef b(answer): pass\n"
    )
    found = load_checks(text, "check_lab.py")
    assert list(found) == ["one-a", "one-b"]
    assert tried("", found["one-a"]).message == "You have 1."
    assert tried("", found["one-b"]).passed


def test_a_check_stays_the_function_it_was() -> None:
    assert checks("one-a")(content) is content
    del content.task  # type: ignore[attr-defined] # set by checks()


def test_a_check_can_look_at_what_a_function_got_wrong() -> None:
    def check(answer: Answer) -> None:
        try:
            answer.function("f")()
        except Wrong as found:
            answer.wrong("said", got=found.values["error"])

    assert tried("def f():\n    return {}['a']\n", check).message == "You have KeyError: 'a'.."


def test_a_gap_may_have_any_name() -> None:
    def check(answer: Answer) -> None:
        answer.wrong("named", says=1, self=2, task=3)

    words = {"named": "{says}, {self}, {task}."}
    assert tried("", check, messages=words).message == "1, 2, 3."
