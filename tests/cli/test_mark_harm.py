"""bookwork mark on a folder: harm and mishap among what a class hands in."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bookwork.jail.layers import Layers
from bookwork.lab import Result
from bookwork.mark.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.support.hostile import write_class
from tests.support.labs import COUNT, RIGHT, SHOUT, handed_in

LATIN = "# caf\xe9\n" + handed_in(RIGHT)


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("latin.py", LATIN.encode("latin-1"), "not marked: It is not simply in UTF-8"),
        ("late.py", (handed_in(RIGHT) + "# \xe9").encode("latin-1"), "not marked: Line 11 is not"),
        ("nul.py", handed_in(RIGHT).encode() + b"\0", "not marked: In line 11 there are bytes"),
        (
            "wide.py",
            handed_in(RIGHT).encode("utf-16-le"),
            "not marked: In line 1 there are bytes (NUL)",
        ),
        ("said.py", b"# coding: latin-1\n" + LATIN.encode("latin-1"), "one: 2 of 2"),
        ("marked.py", LATIN.encode("utf-16"), "one: 2 of 2"),
        (
            "wrong.py",
            ("# coding: latin-1\n# \xe9\n" + handed_in({COUNT: "count = (\n"})).encode("latin-1"),
            "one: 0 of 2 public checks passed; not yet: one-count (syntax), one-shout (no-cell)",
        ),
        (
            "wrong-too.py",
            handed_in({COUNT: "count = \xe9 +\n", SHOUT: RIGHT[SHOUT]}).encode("utf-16"),
            "one: 1 of 2 public checks passed; not yet: one-count (syntax)",
        ),
    ],
)
def test_other_encodings_are_read_or_named(
    run: Run, group: Path, name: str, raw: bytes, says: str
) -> None:
    (group / name).write_bytes(raw)
    result = run("mark", str(group / name))
    assert result.exit_code == 0
    assert says in result.output


def jailed() -> list[str]:
    """The processes of students' code that this process has started and that still run."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if b"jail/child.py" in command and parent in ("1", str(os.getpid())):
            found.append(process.name)
    return found


def test_a_school_of_two_hundred(run: Run, lab: Path, tmp_path: Path) -> None:
    """Each has a line. Who does harm loses that task, and changes nothing of anybody's."""
    folder = lab / "school"
    harm = write_class(folder, lab, tmp_path)
    quick = {f"s{number:03}": bool(number % 3) for number in range(200 - len(harm) - 3)}
    for name, right in quick.items():
        tasks = {COUNT: RIGHT[COUNT]} if right else {SHOUT: "def shout(word):\n    return 1\n"}
        (folder / f"{name}.py").write_text(handed_in(tasks), encoding="utf-8")
    for name, encoding in (("t1", "latin-1"), ("t2", "utf-16"), ("t3", "utf-16-le")):
        text = handed_in({COUNT: "count = \xe9 (\n"})
        (folder / f"{name}.py").write_bytes(text.encode(encoding))
    before = {path: path.read_bytes() for path in lab.rglob("*") if path.is_file()}
    result = run("mark", str(folder), "--timeout", "2", "--json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.output)
    said = {each["student"]: each for each in data["submissions"]}
    assert len(said) == 200
    assert list(said) == sorted(said)
    first = {name: each["tasks"][0]["says"] for name, each in said.items() if name in harm}
    assert first == harm
    assert {name for name in harm if not said[name]["tasks"][1]["passed"]} == set()
    assert {name for name, right in quick.items() if said[name]["passed"] != right} == set()
    assert [bool(said[name]["not_marked"]) for name in ("t1", "t2", "t3")] == [True, False, True]
    assert said["t2"]["tasks"][0]["says"] == "syntax"
    assert "Traceback" not in result.output
    assert "jail" not in result.output
    assert {path: path.read_bytes() for path in lab.rglob("*") if path.is_file()} == before
    assert jailed() == []


def test_a_teacher_who_stops_leaves_nothing_running(lab: Path, tmp_path: Path) -> None:
    folder = lab / "class"
    folder.mkdir()
    for name in ("a", "b", "c"):
        text = handed_in({COUNT: "while True:\n    pass\n"})
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    (lab / "seeds").rmdir()
    (lab / "seeds").symlink_to(Path(__file__).parents[2] / "seeds")
    program = "from bookwork.cli import main; main()"
    started = subprocess.Popen(
        [
            sys.executable,
            "-c",
            program,
            "mark",
            str(folder),
            "--book",
            str(lab),
            "--timeout",
            "600",
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        # Whoever runs the tests may ignore the signal, and what they start would, too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert started.stdout
    started.stdout.readline()  # the protections are known: marking begins
    while not (desks := list(tmp_path.glob("bookwork-*/events.csv"))):
        assert started.poll() is None
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    try:
        assert started.wait(60) == 1  # click's way to say "Aborted!"
    finally:
        started.kill()
        started.stdout.close()
    assert [desk for desk in desks if desk.exists()] == []
    assert list(tmp_path.glob("bookwork-*")) == []


def test_code_that_could_not_be_shut_in_is_told(
    run: Run, group: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Result(COUNT, False, "not-run", "This was not checked.")
    monkeypatch.setattr(Sandbox, "check", lambda *_: broken)
    result = run("mark", str(group / "ada.py"))
    assert result.exit_code == 1
    assert "Not checked, because the code could not be shut in: ada." in result.stderr


def test_root_without_protection_is_refused(
    run: Run, group: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bookwork.cli.mark_labs.probe", lambda *_: Layers(limits=True))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    result = run("mark", str(group))
    assert result.exit_code == 2
    assert "as root, students' code could reach every file of this computer" in result.stderr
    assert "mark as an ordinary user" in result.stderr


def test_a_computer_with_less_says_so(
    run: Run, group: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bookwork.cli.mark_labs.probe", lambda *_: Layers())
    monkeypatch.setattr("bookwork.cli.mark_labs.is_unsafe", lambda _: False)
    lines = run("mark", str(group)).output.splitlines()
    assert lines[1].startswith("Refused by Python alone, and code that means to can get round it: ")
    assert lines[2] == "Not in force here: 512 MB of memory."
    assert "✓ ada  one: 2 of 2 public checks passed" in lines
