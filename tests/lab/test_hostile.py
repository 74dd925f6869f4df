"""Answers that nobody meant: none ends the check, and none passes by what it redefines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bookwork.timeline
from bookwork.lab import Check, load_checks
from bookwork.labwords import GENERAL
from bookwork.model.seeds import load_seeds
from bookwork.model.tables import EVENTS, events_csv
from tests.lab.trying import TOLD, says, tried, uses
from tests.support.labs import CHECKS, COUNT, FIRST, RIGHT, SHOUT

ROOT = Path(__file__).parents[2]


# ---- nothing ends the check ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit\n", "error"),
        ("import sys\nsys.exit('bye')\n", "error"),
        ("raise GeneratorExit\n", "error"),
        ("def f():\n    return f()\nf()\n", "error"),
        ("class E(Exception):\n    def __str__(self):\n        1 / 0\nraise E\n", "error"),
        ("class E(Exception):\n    def __str__(self):\n        return 5\nraise E\n", "error"),
        ("raise SyntaxError\n", "error"),
        ("raise SyntaxError(5)\n", "error"),
        ("raise NameError('no name')\n", "error"),
        ("eval('1 +')\n", "syntax"),
        ("a = '\ud800'\n", "error"),
        ("a = 1\0\n", "syntax"),
        ("(" * 1000, "syntax"),
        ("-" * 100_000 + "1\n", "error"),
        ("return 5\n", "syntax"),
        ("raise 5\n", "error"),
        ("raise ExceptionGroup('two', [ValueError(), KeyError()])\n", "error"),
        ("del b\n", "unknown"),
        ("import nowhere\n", "error"),
    ],
)
def test_code_that_stops_is_told_so(code: str, said: str) -> None:
    assert tried(code).says == said


@pytest.mark.parametrize(
    "code",
    [
        "import sys\nsys.stdout.close()\nprint('a')\n",
        "import sys\nsys.stdout = None\nprint('a')\n",
        "import sys\nsys.stdout.seek(10 ** 9)\nprint('a')\n",
        "__builtins__ = {}\n",
        "__name__ = 5\n",
        "print = None\n",
    ],
)
def test_code_that_meddles_with_its_surroundings_is_checked_all_the_same(code: str) -> None:
    assert tried(code).passed


@pytest.mark.parametrize("tool", ["close()", "truncate(0)", "seek(0)"])
def test_a_function_that_closes_what_it_prints_to_gives_back_nothing(tool: str) -> None:
    code = f"import sys\ndef f():\n    print('a')\n    sys.stdout.{tool}\n"
    assert tried(code, uses("f")).says in ("printed", "nothing")


@pytest.mark.parametrize(
    "made",
    [
        "class A:\n    def __repr__(self):\n        1 / 0\na = A()\n",
        "class A:\n    def __repr__(self):\n        return repr(self)\na = A()\n",
        "class A:\n    def __getattr__(self, name):\n        1 / 0\na = A()\n",
        "a = 10 ** 5000\n",
        "a = []\na.append(a)\n",
        "a = {}\na['a'] = a\n",
        "a = list(range(10 ** 6))\n",
        "a = 'x' * 10 ** 6\n",
        "a = '{got} {name} {0}'\n",
        "a = '\\x1b[2J\\n\\r\\u2028'\n",
        "a = (n for n in [1])\n",
        "a = type('{got}', (), {})()\n",
    ],
)
def test_any_value_is_quoted_in_one_line(made: str) -> None:
    result = tried(made, says("a"))
    assert result.says == "said"
    assert result.message.startswith("You have ")
    assert len(result.message.splitlines()) == 1
    assert len(result.message) < 100


PIECES = [
    "x", "y.z", "=", "(", ")", "[", "]", "...", ".", "\n", "\r", "\t", " ", "    ", "\0", "\ud800",
    "'", '"', ":", ";", "\\", "def x():", "return", "raise", "lambda", "class x:", "1", "é", "\x0c",
    "# %%", "{", "}", "f'", "yield", "await", "import", "@", ",", "\ufeff", "del",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("\ufeffx = 1")
@example("'\\N{x}'")
def test_whatever_is_typed_something_is_said_of_it(code: str) -> None:
    result = tried(code)
    assert result.passed or result.says in {*GENERAL, *TOLD}
    assert result.passed or result.message


# ---- nothing passes by what it redefines ---------------------------------------------------------


@pytest.fixture(scope="module")
def checks() -> dict[str, Check]:
    """The checks of a small lab."""
    return load_checks(CHECKS, "check_lab.py")


@pytest.fixture(scope="module")
def events() -> str:
    """The table of events."""
    return events_csv(load_seeds(ROOT / "seeds"))


@pytest.fixture
def desk(events: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the table, in which a check is run; the toolkit is mended afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bookwork.timeline, "load_events", bookwork.timeline.load_events)
    (tmp_path / EVENTS).write_text(events, encoding="utf-8")
    return tmp_path


TRICKS = [
    ("answer = checks = Answer = Wrong = Result = None\n", "missing"),
    ("count = 0\nlen = lambda *_: 0\n", "miscounted"),
    ("count = '0'\nint = str\nisinstance = lambda *_: True\n", "kind"),
    ("count = 0\ndef load_events(*_):\n    return []\n", "miscounted"),
    ("count = 0\nimport bookwork.timeline as t\nt.load_events = lambda _: []\n", "miscounted"),
    ("count = 0\nevents.clear()\n", "miscounted"),
    ("count = 0\nGENERAL = messages = {}\n", "miscounted"),
    ("count = 0\ndef wrong(*_, **__):\n    pass\n", "miscounted"),
    ("count = 0\n__name__ = 'check_lab'\n__builtins__ = {}\n", "miscounted"),
    ("count = 0\nglobals()['passed'] = True\n", "miscounted"),
    ("count = 0\ndef count(*_):\n    return True\n", "kind"),
    ("print('passed')\nraise SystemExit(0)\n", "error"),
    ("from bookwork.lab import Wrong\nraise Wrong('')\n", "error"),
    ("count = True\n", "kind"),
    ("count = None\n", "kind"),
    ("count = NotImplemented\n", "kind"),
    ("count = 0\ncount.__class__ = None\n", "error"),
]


@pytest.mark.parametrize(("code", "said"), TRICKS)
def test_a_wrong_value_is_wrong_whatever_else_is_redefined(
    code: str, said: str, checks: dict[str, Check], desk: Path
) -> None:
    assert desk.is_dir()
    words = {"miscounted": "You counted {got}."}
    assert tried(RIGHT[COUNT], checks[COUNT], first=FIRST, messages=words).passed
    assert tried(code, checks[COUNT], first=FIRST, messages=words).says == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def shout(word):\n    answer = Wrong = None\n    return 0\n", "quiet"),
        ("def shout(word):\n    raise SystemExit(0)\n", "stops"),
        ("def shout(word):\n    from bookwork.lab import Wrong\n    raise Wrong('')\n", "stops"),
        ("def shout(word):\n    global shout\n    shout = str.upper\n    return word\n", "quiet"),
        ("shout = 'HELP'\n", "kind"),
        ("shout = lambda word: lambda: 'HELP'\n", "quiet"),
    ],
)
def test_a_wrong_function_is_wrong_whatever_it_does(
    code: str, said: str, checks: dict[str, Check]
) -> None:
    words = {"quiet": "It is not loud."}
    assert tried(RIGHT[SHOUT], checks[SHOUT], messages=words).passed
    assert tried(code, checks[SHOUT], messages=words).says == said
