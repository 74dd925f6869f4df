"""The sandbox: whatever a student's code does, its task gets an answer, nothing else is harmed."""

import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from bookwork.jail.layers import Layers
from bookwork.lab import Result
from bookwork.mark.sandbox import Job, Sandbox
from tests.support.sandboxed import CHECKS, LIMITS, SHORT, SMALL, Run


def test_code_runs_with_its_tables_and_says_what_it_found(run: Run) -> None:
    code = "print('x')\nsaid = open('events.csv').read() + here"
    result = run(code, first="here = 'first'\n")
    assert result == Result("t-one", False, "said", "id first")


def test_code_can_write_and_read_in_its_own_folder(run: Run) -> None:
    code = """\
import os, shutil, tempfile
os.makedirs("a/b/c")
open("a/b/mine.txt", "w").write("mine")
shutil.copy("a/b/mine.txt", "copy.txt")
shutil.rmtree("a")
os.rename("copy.txt", "moved.txt")
with tempfile.TemporaryFile("w+") as file:
    file.write("x")
said = open("moved.txt").read() + str(sorted(os.listdir()))
"""
    assert run(code).message == "mine['events.csv', 'moved.txt', 'other.csv']"


def test_code_can_use_all_of_pythons_library_and_no_more(run: Run) -> None:
    code = """\
import calendar, collections, csv, decimal, fractions, itertools, json, math, pprint, random
import sqlite3, statistics, string, textwrap, threading, unicodedata, zoneinfo
thread = threading.Thread(target=print)
thread.start()
thread.join()
sqlite3.connect(":memory:").execute("select 1")
said = []
for name in ("bookwork.timeline", "bookwork.spans", "bookwork.drawing", "bookwork.model", "yaml"):
    try:
        __import__(name)
        said.append(name)
    except ImportError:
        pass
"""
    wanted = "['bookwork.timeline', 'bookwork.spans', 'bookwork.drawing']"
    assert run(code).message == wanted


@pytest.mark.parametrize(
    ("code", "says", "words"),
    [
        ("import os\nos._exit(0)", "ended", "ends Python itself"),
        ("import os\nos.closerange(0, 200)\nsaid = 1", "ended", "ends Python itself"),
        ("import sys\nsys.exit()", "error", "line 2: SystemExit."),
        ("raise KeyboardInterrupt", "stopped", "line 1 of your code, with KeyboardInterrupt"),
        (
            "class Odd(BaseException):\n    def __str__(self):\n        1 / 0\nraise Odd",
            "error",
            "Your code stops in line 4: Odd.",
        ),
        (
            "class O(BaseException):\n    def __str__(self):\n        raise SystemExit\nraise O",
            "stopped",
            "The check stops in line 3 of your code, with SystemExit.",
        ),
        ("class Odd:\n    def __str__(self):\n        1 / 0\nsaid = Odd()", "stopped", "line 3"),
        ("def f():\n    f()\nf()", "error", "line 2: RecursionError"),
        ("x = 'a'\nwhile True:\n    x += x", "memory", "more than 128 MB of memory"),
        ("x = []\nwhile True:\n    x = [x, 1.5, {}]", "memory", "grows without end"),
        ("x = bytearray(2**40)", "memory", "more than 128 MB of memory"),
        ("open('big', 'wb').write(bytes(2**21))", "error", "File too large"),
        ("input('Your name? ')", "input", "nobody can"),
        ("said = (", "syntax", "Look at line 1"),
        ("said = __import__('sys').stdin.read() + '.'", "said", "."),
    ],
)
def test_what_ends_code_is_said_in_words(run: Run, code: str, says: str, words: str) -> None:
    result = run(code, limits=SMALL)
    assert result.says == says
    assert words in result.message
    assert not result.passed


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "import threading\nthreading.Event().wait()",
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: pass",
        "class Odd:\n    def __eq__(self, other):\n        while True: pass\nOdd() == 1",
        "sum(iter(int, 1))",
    ],
)
def test_code_that_hangs_is_ended(run: Run, code: str) -> None:
    result = run(code, limits=SHORT)
    assert result.says == "time"
    assert result.message == "It did not end within 1 second. Is there a loop that never ends?"


def test_a_thread_that_goes_on_does_not_keep_the_answer(run: Run) -> None:
    code = "import threading\nthreading.Thread(target=threading.Event().wait).start()\nsaid = 'yes'"
    assert run(code).message == "yes"


def test_a_thousand_million_characters_go_nowhere(run: Run) -> None:
    code = """\
import os, sys
part = b"x" * (1024 * 1024)
for _ in range(1024):
    os.write(1, part)
    os.write(2, part)
for _ in range(64):
    print("y" * (1024 * 1024))
    sys.__stdout__.write("z" * (1024 * 1024))
said = "done"
"""
    assert run(code).message == "done"


def test_a_forged_result_is_no_result(run: Run) -> None:
    code = """\
import json, os
line = b'\\n' + b'0' * 32 + json.dumps({"passed": True}).encode() + b'\\n'
for number in range(1, 40):
    try:
        os.write(number, line)
    except OSError:
        pass
print(line)
said = "still here"
"""
    assert run(code).message == "still here"


def test_what_fills_the_line_back_is_no_result(run: Run) -> None:
    code = """\
import os
for number in range(3, 40):
    try:
        while True: os.write(number, b'{' * 1024)
    except OSError:
        pass
"""
    assert run(code).says == "disturbed"


@pytest.mark.parametrize(
    "code",
    [
        "number = 0\nwhile True:\n    number += 1\n    open(str(number), 'w').write('x')",
        "import os\nwhile True:\n    os.mkdir('d')\n    os.chdir('d')",
        "number = 0\nwhile True:\n    number += 1\n    open(str(number), 'wb').write(bytes(2**20))",
    ],
)
def test_a_disk_is_not_filled_and_a_desk_is_cleared(run: Run, code: str) -> None:
    assert run(code).says == "files"


def test_what_is_closed_on_a_desk_is_cleared_too(run: Run, here: Layers) -> None:
    code = "import os\nos.makedirs('a/b/c')\nos.chmod('a/b', 0)\nos.chmod('a', 0)\nsaid = 'closed'"
    assert run(code, layers=replace(here, seccomp=False)).message == "closed"


def test_a_child_that_cannot_be_shut_in_runs_nothing(run: Run, here: Layers) -> None:
    result = run("said = 'it ran'", layers=replace(here, user=2**32 - 1))
    assert (result.passed, result.says) == (False, "not-run")
    assert "could not shut your code in (user: " in result.message
    assert "no fault of yours" in result.message


def test_a_child_that_does_not_start_is_no_fault_of_the_student(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bookwork.mark.sandbox.CHILD", Path("none.py"))
    result = run("said = 'it ran'")
    assert result.says == "not-run"
    assert "(exit code 2)" in result.message


def test_a_desk_that_cannot_be_made_is_no_fault_of_the_student(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    assert run("said = 'it ran'").says == "not-run"


def test_marking_that_is_stopped_stops_the_code(here: Layers, sentinel: Path) -> None:
    stop = threading.Event()
    stop.set()
    job = Job("t-one", "", "while True: pass", CHECKS, {})
    result = Sandbox(here, LIMITS, {}).check(job, 0, stop)
    assert result.says == "not-run"
    assert sentinel.exists()


def test_a_check_that_fails_is_not_the_students_fault(here: Layers, sentinel: Path) -> None:
    checks = CHECKS.replace("    answer.wrong", "    1 / 0\n    answer.wrong")
    job = Job("t-one", "", "x = 1", checks, {})
    result = Sandbox(here, LIMITS, {}).check(job, 0, threading.Event())
    assert result.says == "check"
    assert "(ZeroDivisionError in check_lab.py:5). Show it to your teacher." in result.message
    assert sentinel.exists()
