"""What runs cells in a page, here in plain Python with a page that only listens."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import bookwork.live
from bookwork.timeline import Event, draw
from tests.support.labs import CHECKS, COUNT, FIRST, RIGHT, SHOUT

SOURCE = Path(bookwork.live.__file__).with_name("harness.py")


class Page:
    """A page: what was shown in it, and what its Python answers."""

    def __init__(self) -> None:
        self.shown: list[dict[str, str]] = []
        self.names: dict[str, Any] = {"__name__": "harness"}
        exec(compile(SOURCE.read_text(encoding="utf-8"), "harness.py", "exec"), self.names)
        self.names["show"] = lambda data: self.shown.append(json.loads(data))

    def run(self, code: str, number: int = 1, *, alone: bool = False) -> dict[str, Any]:
        """Run a cell."""
        told: dict[str, Any] = json.loads(self.names["run"](code, number, alone))
        return told

    def check(self, task: str, code: str, first: str = FIRST) -> dict[str, Any]:
        """Check a task."""
        told: dict[str, Any] = json.loads(self.names["check"](task, first, code))
        return told

    def text(self, code: str) -> str:
        """What a cell shows as text."""
        self.run(code)
        return self.shown[-1]["text/plain"]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page in a folder with the table and the checks of a small lab."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events.csv").write_text("id,date,title\na1,2023,T\na2,2024,U\n", encoding="utf-8")
    (tmp_path / "labs").mkdir()
    (tmp_path / "labs" / "one.py").write_text(CHECKS, encoding="utf-8")
    words = {COUNT: {"miscounted": "You counted {got}."}, SHOUT: {"quiet": "It is not loud."}}
    told = {"first": FIRST, "messages": words}
    (tmp_path / "labs" / "one.json").write_text(json.dumps(told), encoding="utf-8")
    return Page()


# ---- what a cell shows ---------------------------------------------------------------------------


def test_the_value_of_the_last_line_is_shown_as_text(page: Page) -> None:
    assert page.run("a = 'x'\na") == {}
    assert page.shown == [{"text/plain": "'x'"}]


@pytest.mark.parametrize("code", ["a = 1", "None", "", "def f():\n    return 1", "1\na = 2"])
def test_without_such_a_value_nothing_is_shown(page: Page, code: str) -> None:
    assert page.run(code) == {}
    assert page.shown == []


@pytest.mark.parametrize(
    ("method", "gives", "shown"),
    [
        ("_repr_html_", "'<b>'", {"text/html": "<b>"}),
        ("_repr_svg_", "'<svg>'", {"image/svg+xml": "<svg>"}),
        ("_repr_mimebundle_", "{'text/html': '<i>', 'x/y': 'z'}", {"text/html": "<i>"}),
        ("_repr_mimebundle_", "({'text/plain': 'words'}, {})", {"text/plain": "words"}),
        ("_repr_mimebundle_", "{'x/y': 'z'}", {"text/plain": "A"}),
        ("_repr_html_", "None", {"text/plain": "A"}),
        ("_repr_svg_", "5", {"text/plain": "A"}),
    ],
)
def test_a_value_is_shown_in_the_best_form_it_has(
    page: Page, method: str, gives: str, shown: dict[str, str]
) -> None:
    page.run(
        f"class A:\n    def {method}(self):\n        return {gives}\n"
        "    def __repr__(self):\n        return 'A'\nA()"
    )
    assert page.shown == [shown]


def test_a_class_is_text_whatever_its_things_can_be(page: Page) -> None:
    text = page.text("class A:\n    def _repr_html_(self):\n        return '<b>'\nA")
    assert text == "<class '__main__.A'>"


def test_a_drawing_is_a_picture_with_its_words(page: Page) -> None:
    data = page.names["bundle"](draw([Event("a1", "2023", "A meeting")]))
    assert set(data) == {"text/html", "text/plain"}
    assert "<svg" in data["text/html"]
    assert "A meeting" in data["text/plain"]


def test_display_shows_each_of_its_values_without_an_import(page: Page) -> None:
    assert page.run("display(1, 'a')\ndisplay()") == {}
    assert [each["text/plain"] for each in page.shown] == ["1", "'a'"]


def test_a_long_text_is_cut_off(page: Page) -> None:
    most = page.names["MOST"]
    text = page.text(f"'x' * {most * 2}")
    assert text[:most] == "'" + "x" * (most - 1)
    assert text[most:] == "\n… (There is more. It is not shown.)"
    assert page.text(f"'x' * {most - 2}") == f"'{'x' * (most - 2)}'"


def test_a_loop_that_shows_without_end_is_cut_off(page: Page) -> None:
    most = page.names["MOST_SHOWN"]
    assert page.run(f"for n in range({most * 3}):\n    display(n)") == {}
    assert len(page.shown) == most + 1
    assert page.shown[-1] == {"text/plain": "… (There is more. It is not shown.)"}
    assert page.text("'the next cell'") == "'the next cell'"


def test_what_is_printed_is_printed(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    page.run("print('a')\nprint('b')")
    assert capsys.readouterr().out == "a\nb\n"


# ---- names ---------------------------------------------------------------------------------------


def test_names_are_kept_from_cell_to_cell(page: Page) -> None:
    page.run("a = 1", 1)
    assert page.text("a + 1") == "2"


def test_a_cell_alone_sees_the_others_names_and_leaves_none(page: Page) -> None:
    page.run("a = 1", 1)
    assert page.run("b = a\na = 5", 2, alone=True) == {}
    assert page.text("a") == "1"
    assert "NameError" in page.run("b", 3)["text"]


def test_cells_do_not_meet_the_harness_by_chance(page: Page) -> None:
    for name in ("show", "checks", "names", "bundle", "lab", "json"):
        assert "NameError" in page.run(name)["text"]


# ---- errors --------------------------------------------------------------------------------------


def test_an_error_is_told_by_cell_and_line(page: Page) -> None:
    page.run("def f(n):\n    return 1 / n", 3)
    told = page.run("a = 1\nf(0)", 4)
    assert told["end"] == "error"
    lines = told["text"].splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert "  Cell 4, line 2, in <module>" in lines
    assert "  Cell 3, line 2, in f" in lines
    assert lines[-1] == "ZeroDivisionError: division by zero"
    assert "return 1 / n" in told["text"]


def test_no_line_but_the_readers_is_told(page: Page) -> None:
    told = page.run("from bookwork.timeline import find\nfind([], 'e050')", 2)["text"]
    assert [line for line in told.splitlines() if "line" in line] == [
        "  Cell 2, line 2, in <module>"
    ]
    assert "harness" not in told
    assert "timeline.py" not in told


def test_code_that_python_cannot_read_is_told_with_its_line(page: Page) -> None:
    told = page.run("a = 1\nb = (", 5)["text"]
    assert "Cell 5, line 2" in told
    assert told.endswith("SyntaxError: '(' was never closed")


def test_what_caused_an_error_is_not_told(page: Page) -> None:
    told = page.run("try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('b') from e")
    assert "KeyError" not in told["text"]
    assert "During handling" not in told["text"]


def test_a_long_traceback_is_told_by_its_ends(page: Page) -> None:
    page.run("def f(n):\n    return f(n - 1) if n else g(8)\ndef g(n):\n    return n.x", 1)
    page.run("".join(f"def h{n}():\n    h{n + 1}()\n" for n in range(30)) + "def h30(): f(9)", 2)
    lines = page.run("h0()", 3)["text"].splitlines()
    assert len(lines) == 4 + 1 + 8
    assert lines[4] == "…"
    assert lines[1] == "  Cell 3, line 1, in <module>"
    assert lines[-1] == "AttributeError: 'int' object has no attribute 'x'"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("raise SystemExit(1)", "SystemExit: 1"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("def f():\n    f()\nf()", "RecursionError: maximum recursion depth exceeded"),
        ("class E(Exception):\n    def __str__(self):\n        1 / 0\nraise E", "str() failed>"),
        ("class A:\n    def __repr__(self):\n        1 / 0\nA()", "ZeroDivisionError: division"),
        ("display(1 / 0)", "ZeroDivisionError: division by zero"),
        ("a = '\ud800'", "UnicodeEncodeError: 'utf-8' codec"),
    ],
)
def test_however_a_cell_ends_the_page_is_told(page: Page, code: str, text: str) -> None:
    told = page.run(code)
    assert told["end"] == "error"
    assert text in told["text"]


def test_an_error_of_many_words_is_cut_off(page: Page) -> None:
    most = page.names["MOST"]
    told = page.run(f"raise ValueError('x' * {most * 2})")["text"]
    assert len(told) < most + 200
    assert told.endswith("(There is more. It is not shown.)")


def test_input_is_told_in_one_sentence(page: Page) -> None:
    assert page.run("name = input('Who?')") == {
        "end": "error", "text": "input() does not work here: write the value into the code.",
    }  # fmt: skip


# ---- checks --------------------------------------------------------------------------------------


def test_a_task_is_checked_on_the_books_tables(page: Page) -> None:
    assert page.check(COUNT, RIGHT[COUNT]) == {"passed": True, "text": "", "says": ""}
    assert page.check(COUNT, "count = 0\n") == {
        "passed": False, "text": "You counted 0.", "says": "miscounted",
    }  # fmt: skip


def test_without_a_first_cell_on_the_page_the_labs_own_is_taken(page: Page) -> None:
    assert page.check(COUNT, RIGHT[COUNT], first="")["passed"]
    assert page.check(COUNT, RIGHT[COUNT], first="events = []\n")["text"] == "You counted 0."


def test_a_check_sees_no_names_of_the_cells(page: Page) -> None:
    page.run("count = 2")
    assert page.check(COUNT, "a = 1\n")["says"] == "missing"
    assert page.check(COUNT, "count = 2\n")["passed"]
    assert page.text("count") == "2"


def test_the_messages_of_every_lab_are_loaded(page: Page) -> None:
    Path("labs/two.py").write_text(CHECKS.replace("one-", "two-"), encoding="utf-8")
    Path("labs/two.json").write_text(
        '{"first": "", "messages": {"two-shout": {"quiet": "Louder!"}}}', encoding="utf-8"
    )
    code = "def shout(word):\n    return word\n"
    assert page.check("two-shout", code)["text"] == "Louder!"
    assert page.check("one-shout", code)["text"] == "It is not loud."


def test_a_task_without_a_check_is_told(page: Page) -> None:
    assert page.check("one-gone", "") == {
        "passed": False, "text": "This book has no check for one-gone.",
    }  # fmt: skip


def test_an_answer_on_which_the_check_breaks_is_told(page: Page) -> None:
    code = "class Odd(int):\n    def __ne__(self, other):\n        raise KeyError('odd')\n"
    assert page.check(COUNT, code + "count = Odd(2)\n") == {
        "passed": False,
        "text": "The check cannot go on with what your code has made (KeyError). Show it to your"
        " teacher.",
    }  # fmt: skip
