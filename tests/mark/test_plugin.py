"""`pytest exercises/<chapter>`: a test for each task of a lab, and nothing else for anybody."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.kit import load
from bookwork.model.lab import CHECKS, FILE, MODEL, STARTER
from tests.lab.small import ROOT, change, edit, write_book
from tests.support.labs import COUNT, RIGHT, SHOUT, handed_in

pytest_plugins = ["pytester"]
LABS = sorted(path.parent.name for path in ROOT.glob(f"exercises/*/{FILE}"))


def told(stdout: str) -> list[tuple[str, str]]:
    """What was said of each task that failed: its id, and the words."""
    return re.findall(r"^_+ (\S+): .+ _+\n(.*)$", stdout, re.MULTILINE)


class Said:
    """What a run of pytest ended with, and what it printed."""

    def __init__(self, result: pytest.RunResult) -> None:
        self.code = int(result.ret)
        self.text = result.stdout.str()
        self.errors = result.stderr.str()


class Book:
    """A folder, which is the current one, and runs of pytest in it."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.path = pytester.path
        self.pytester = pytester

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    def run(self, *arguments: str) -> Said:
        """Run pytest."""
        return Said(self.pytester.runpytest_inprocess(*arguments))


@pytest.fixture
def plain(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A folder with nothing in it."""
    monkeypatch.setenv("COLUMNS", "200")
    return Book(pytester)


@pytest.fixture
def book(plain: Book) -> Book:
    """A small book with a lab."""
    write_book(plain.path)
    shutil.copytree(ROOT / "seeds", plain / "seeds")
    (plain / "_config.yml").write_text("title: Small\n", encoding="utf-8")
    return plain


# ---- the real labs -------------------------------------------------------------------------------


def as_a_student(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in the real book's folder, in a process of its own."""
    surroundings = {name: text for name, text in os.environ.items() if "PYTEST" not in name}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--color=no", *arguments],
        cwd=ROOT,
        env={**surroundings, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_task_of_the_real_labs_is_told_what_is_not_yet_right() -> None:
    run = as_a_student("exercises")
    ids = [id for lab in load(ROOT).labs.values() for id in lab.tasks]
    assert run.returncode == 1, run.stderr
    found = told(run.stdout)
    assert [id for id, _words in found] == ids
    assert all(words.startswith("Not yet: ") for _id, words in found)
    assert "Traceback" not in run.stdout
    assert f"{len(ids)} failed" in run.stdout


@pytest.mark.parametrize("chapter", LABS)
def test_the_models_answers_pass(chapter: str) -> None:
    model = f"exercises/{chapter}/{MODEL}"
    run = as_a_student(f"exercises/{chapter}", "--answers", model)
    assert run.returncode == 0, run.stdout
    assert f"{len(load(ROOT).labs[chapter].tasks)} passed" in run.stdout


# ---- a small lab ---------------------------------------------------------------------------------


def test_a_task_is_a_test_with_its_words(book: Book) -> None:
    change(book / "exercises/one" / STARTER, "count = ...", "count = 2")
    run = book.run("exercises/one")
    assert run.code == 1
    assert told(run.text) == [
        (COUNT, "Not yet: You counted 2."),
        (SHOUT, "Not yet: This task still has `...` in it: put your own code there."),
    ]
    assert f"{SHOUT}: Say it *loud*" in run.text


def test_tasks_are_listed_and_chosen_as_tests_are(book: Book) -> None:
    listed = book.run("exercises/one", "--collect-only", "-q")
    assert listed.text.splitlines()[:2] == [
        f"exercises/one/{CHECKS}::{id}" for id in (COUNT, SHOUT)
    ]
    chosen = book.run("exercises/one", "-k", SHOUT)
    assert [id for id, _words in told(chosen.text)] == [SHOUT]
    assert "1 deselected" in chosen.text


def test_answers_elsewhere_are_found_from_where_one_stands(book: Book) -> None:
    (book / "mine.py").write_text(handed_in(RIGHT), encoding="utf-8")
    assert book.run("exercises/one", "--answers", "mine.py").code == 0
    with contextlib.chdir(book / "exercises/one"):
        assert book.run("--answers", "../../mine.py", CHECKS).code == 0


def test_answers_saved_on_windows_are_read(book: Book) -> None:
    text = handed_in(RIGHT).replace("\n", "\r\n")
    (book / "mine.py").write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    run = book.run("exercises/one", "--answers", "mine.py")
    assert run.code == 0, run.text


def test_a_cell_that_is_missing_is_told(book: Book) -> None:
    (book / "mine.py").write_text(handed_in({COUNT: RIGHT[COUNT]}), encoding="utf-8")
    run = book.run("exercises/one", "--answers", "mine.py")
    assert told(run.text) == [(SHOUT, f"Not yet: There is no cell '# %% {SHOUT}' in mine.py.")]
    assert "1 failed, 1 passed" in run.text


def test_what_answers_write_stays_at_their_desk(book: Book) -> None:
    code = "open('mine.txt', 'w').close()\ncount = len(events)\n"
    (book / "mine.py").write_text(handed_in({**RIGHT, COUNT: code}), encoding="utf-8")
    assert book.run("exercises/one", "--answers", "mine.py").code == 0
    assert list(book.path.rglob("mine.*")) == [book / "mine.py"]


# ---- what stops it -------------------------------------------------------------------------------


def stopped(run: Said) -> str:
    """What was said of a lab that cannot be checked; no traceback."""
    assert run.code == 2, run.text
    assert "Traceback" not in run.text + run.errors
    assert "INTERNALERROR" not in run.text
    found = re.search(r"^_+ ERROR collecting \S+ _+\n(.*?)\n=", run.text, re.M | re.S)
    assert found, run.text
    return found[1]


def test_answers_that_are_not_there_are_told(book: Book) -> None:
    words = stopped(book.run("exercises/one", "--answers", "gone.py"))
    assert words.startswith("gone.py: the answers cannot be read (")


def test_answers_may_be_named_from_where_the_checks_are(book: Book) -> None:
    (book / "exercises/one/mine.py").write_bytes((book / "exercises/one/model.py").read_bytes())
    assert book.run("exercises/one", "--answers", "mine.py").code == 0


def test_answers_that_are_no_text_are_told(book: Book) -> None:
    (book / "mine.py").write_bytes("# é\n".encode("latin-1"))
    words = stopped(book.run("exercises/one", "--answers", "mine.py"))
    assert words.startswith("mine.py: the answers cannot be read (")


def test_answers_that_are_a_folder_are_told(book: Book) -> None:
    words = stopped(book.run("exercises/one", "--answers", "seeds"))
    assert words.startswith("seeds: the answers cannot be read (")


def test_a_broken_lab_is_told_as_bookwork_tells_it(book: Book) -> None:
    edit(book / "exercises/one" / FILE, minutes=0)
    words = stopped(book.run("exercises/one"))
    assert words.startswith(f"exercises/one/lab.yml:7: {COUNT}: 'minutes': input should be greater")


def test_checks_that_cannot_be_run_are_told(book: Book) -> None:
    line = change(book / "exercises/one" / CHECKS, "\n\n@checks", "\n1 / 0\n\n@checks") + 1
    words = stopped(book.run("exercises/one"))
    assert words == (
        f"exercises/one/{CHECKS}:{line}: Python stops here: ZeroDivisionError: division by zero"
        " — mend the line"
    )


def test_a_lab_outside_a_book_is_told(book: Book) -> None:
    (book / "_config.yml").unlink()
    words = stopped(book.run("exercises/one"))
    assert "it needs _config.yml and seeds/" in words


def test_a_lab_outside_the_exercises_is_told(book: Book) -> None:
    shutil.copytree(book / "exercises/one", book / "copies/one")
    words = stopped(book.run("copies/one"))
    assert words.endswith("copies/one is no chapter of the book's exercises")


# ---- everybody else's tests ----------------------------------------------------------------------


def test_checks_without_a_lab_are_left_to_pytest(plain: Book) -> None:
    (plain / CHECKS).write_text("def test_a():\n    pass\n", encoding="utf-8")
    assert plain.run().code == 5  # nothing that pytest would look at
    assert "1 passed" in plain.run(CHECKS).text


def test_other_files_beside_a_lab_are_left_to_pytest(book: Book) -> None:
    (book / "exercises/one/test_mine.py").write_text(
        "def test_a():\n    assert 0\n", encoding="utf-8"
    )
    (book / "mine.py").write_text(handed_in(RIGHT), encoding="utf-8")
    run = book.run("exercises/one", "--answers", "mine.py")
    assert "1 failed, 2 passed" in run.text
    assert "assert 0" in run.text
    assert "Not yet" not in run.text


def test_the_option_says_what_it_takes(plain: Book) -> None:
    assert re.search(r"--answers=FILE\s+[Tt]he answers to a lab", plain.run("--help").text)
