"""Faults on the command line: told in a line, exit code 2, and nothing half-written."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bookwork.model.files import write_atomically
from tests.broken.kit import BANK, EVERY_TYPE, Kit, problems

COMMANDS = (["check"], ["build"], ["mark", "mine.yml"], ["take", "context"])
CHAPTERS = "use one of agreements, challenges, context."
SCRIPT = "from bookwork.cli import main; main()"
EARLIER = b"what was there before\n"


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def short_bank(kit: Kit) -> Kit:
    """The kit with one question of every type in a chapter."""
    text = kit.text(BANK)
    kit.write(BANK, text[: text.index("\nquestions:\n")] + "\nquestions:\n" + EVERY_TYPE)
    return kit


def test_an_unknown_chapter(kit: Kit) -> None:
    told = kit.run("take", "kontext")
    assert told.exit_code == 2
    assert told.stderr == f"There is no chapter 'kontext': {CHAPTERS}\n"
    assert told.stdout == ""


def test_an_unknown_chapter_that_would_steer_the_terminal(kit: Kit) -> None:
    told = kit.run("take", "\x1b[2J\x9b", color=True)
    assert told.exit_code == 2
    assert told.stderr == f"There is no chapter '\\x1b[2J\\x9b': {CHAPTERS}\n"


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_no_book_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    what = "there is no book in '.': it needs _config.yml and seeds/"
    told = problems(Kit(tmp_path).run(*arguments))
    assert told == [f".: {what} — go to the book's folder, or use --book"]
    assert everything(tmp_path) == {}


@pytest.mark.parametrize("missing", ["_config.yml", "seeds"])
def test_half_a_book(kit: Kit, missing: str) -> None:
    (kit / missing).rename(kit / f"x-{missing}")
    (told,) = problems(kit.run("check"))
    (kit / f"x-{missing}").rename(kit / missing)
    assert told.startswith(".: there is no book in '.'")


def test_a_book_that_is_not_there(kit: Kit) -> None:
    (told,) = problems(kit.run("check", "--book", "elsewhere"))
    assert told.startswith("elsewhere: there is no book in 'elsewhere'")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["check", "--book", "index.md"], "Directory 'index.md' is a file."),
        (["build", "docx"], "'docx' is not one of 'all'"),
        (["take"], "Missing argument 'CHAPTER'."),
        (["mark"], "Missing argument 'ANSWERS|FOLDER'."),
        (["mark", "a.yml", "b.yml"], "Got unexpected extra argument (b.yml)"),
        (["chek"], "No such command 'chek'."),
        (["check", "--fast"], "No such option"),
        (["schema", "-o", "book"], "File 'book' is a directory."),
        (["take", "context", "--save", "book"], "File 'book' is a directory."),
    ],
)
def test_a_wrong_command_line(kit: Kit, arguments: list[str], what: str) -> None:
    before = everything(kit.root)
    told = kit.run(*arguments)
    assert told.exit_code == 2
    assert isinstance(told.exception, SystemExit)
    assert what in told.stderr
    assert told.stdout == ""
    assert everything(kit.root) == before


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_every_command_tells_a_fault_of_the_bank_and_writes_nothing(
    kit: Kit, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_args: object, **_more: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(subprocess, "Popen", run)
    kit.write(BANK, kit.text(BANK).replace("  level: recall", "  level: none", 1))
    kit.write("mine.yml", "answers: {}\n")
    kit.write("_build/html/index.html", EARLIER)
    kit.write("_build/.doctrees/environment.pickle", EARLIER)
    kit.write("book/events.csv", EARLIER)
    before = everything(kit.root)
    (told,) = problems(kit.run(*arguments))
    assert told.startswith(f"{BANK}:{kit.line(BANK, '  level: none')}: ctx-")
    assert everything(kit.root) == before


def test_building_tells_a_fault_of_a_page_and_writes_nothing(kit: Kit) -> None:
    kit.write("book/context.md", kit.text("book/context.md") + "\n{s}`s99`\n")
    kit.write("_build/html/index.html", EARLIER)
    before = everything(kit.root)
    assert len(problems(kit.run("build"))) == 1
    assert everything(kit.root) == before


WRITERS = (["schema", "-o"], ["take", "context", "--save"])


@pytest.mark.parametrize("arguments", WRITERS, ids=lambda arguments: arguments[0])
def test_a_file_where_a_folder_belongs(short_bank: Kit, arguments: list[str]) -> None:
    short_bank.write("taken", EARLIER)
    before = everything(short_bank.root)
    told = problems(short_bank.run(*arguments, "taken/out.json", input="q\n"))
    what = "it cannot be written (its folder is a file)"
    assert told == [f"taken/out.json: {what} — choose another place"]
    assert everything(short_bank.root) == before


@pytest.mark.parametrize("arguments", WRITERS, ids=lambda arguments: arguments[0])
def test_a_folder_without_rights(
    short_bank: Kit, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    short_bank.write("out.json", EARLIER)
    before = everything(short_bank.root)
    told = problems(short_bank.run(*arguments, "out.json", input="q\n"))
    assert told == ["out.json: it cannot be written (Permission denied) — choose another place"]
    assert everything(short_bank.root) == before


@pytest.mark.parametrize("arguments", WRITERS, ids=lambda arguments: arguments[0])
def test_a_disk_that_is_full(
    short_bank: Kit, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault comes when the file is all but written: after the last question."""

    def refuse(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", refuse)
    short_bank.write("out.json", EARLIER)
    before = everything(short_bank.root)
    told = short_bank.run(*arguments, "out.json", input="a\nq\n")
    assert told.exit_code == 2
    what = "it cannot be written (No space left on device)"
    assert told.stderr == f"out.json: {what} — choose another place\n1 problem.\n"
    assert everything(short_bank.root) == before


@pytest.mark.parametrize("fault", [KeyboardInterrupt, MemoryError, UnicodeEncodeError])
def test_what_breaks_off_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(EARLIER)
    text = "\ud800" if fault is UnicodeEncodeError else "new"
    if fault is not UnicodeEncodeError:
        monkeypatch.setattr(Path, "chmod", lambda *_args: (_ for _ in ()).throw(fault))
    with pytest.raises(fault):
        write_atomically(path, text)
    assert everything(tmp_path) == {"out.json": EARLIER}


LINES = [
    "²b", "1²", "9999999999999999999b", "٣a", "1z", "zz", "aa", "a a", ",", ";", "1", "b1", "1b 1b",
    "\\", "'", '"', "%s", "{0}", "{", "\x1b[2J", "\x9b", "\x85", "\x7f", "\u202e", "é", "日本",
    "  ?x", "!!", "-", "--", "x" * 30_000,
]  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=lambda line: ascii(line[:12]))
def test_no_answer_in_the_terminal_ends_the_test(short_bank: Kit, line: str) -> None:
    """An odd line is marked or refused; either way the next question comes."""
    asked = EVERY_TYPE.count("- id: ")
    given = f"{line}\n\n" * (3 * asked)
    told = short_bank.run("take", "context", "--save", "out.json", input=given)
    assert told.exit_code == 0, told.output
    assert f"{asked} of {asked}." in told.stdout
    marked = short_bank.run("mark", "out.json")
    assert marked.exit_code == 0, marked.output


def test_bytes_that_are_no_text_end_nothing(short_bank: Kit) -> None:
    """Run apart: what the terminal sends is read by the process itself."""
    command = [sys.executable, "-c", SCRIPT, "take", "context", "--save", "out.json"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    given = b"\xff\xfe\na\n" + b"\n" * 3 + b"\xff\xfe\n" * 3 + b"q\n"
    told = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    assert told.returncode == 0, told.stderr.decode()
    assert told.stderr == b""
    assert (short_bank / "out.json").read_bytes()


def test_a_terminal_without_the_signs_ends_nothing(kit: Kit) -> None:
    kit.write("mine.yml", "answers: {ctx-first-sense: b}\n")
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, "mark", "mine.yml"], capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "latin-1:strict"},
    )  # fmt: skip
    assert told.returncode == 0, told.stderr.decode()
    assert told.stdout.startswith(b"? ctx-first-sense: ")
