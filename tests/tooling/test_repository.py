"""The repository as a stranger finds it: complete, small files, no trace of one machine."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAX_LINES = 300
MACHINE = re.compile(r"(?<![\w.:/-])/(?:root|home/\w+|Users/\w+|opt/\w+|tmp/\w+)/[\w.]")


def tracked(*patterns: str) -> list[Path]:
    """The files under version control that match; those being deleted are left out."""
    run = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True
    )
    paths = [ROOT / name for name in run.stdout.decode().split("\0") if name]
    return [path for path in paths if path.exists()]


def text_of(path: Path) -> str:
    """A file's text; a picture or a font has none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_place_on_one_machine() -> None:
    # This file holds the pattern itself.
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in tracked()
        if path != Path(__file__)
        for hit in MACHINE.finditer(text_of(path))
    ]
    assert found == []


@pytest.mark.parametrize("line", ["see /root/x", "(/home/me/book)", "'/tmp/a/book'"])
def test_a_place_on_one_machine_is_recognised(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize(
    "line", ["a/root/x", "https://x.org/home/me/", "/usr/bin/env", "../tmp/a/b"]
)
def test_other_paths_are_left_alone(line: str) -> None:
    assert not MACHINE.search(line)


def test_code_files_are_short_enough_to_read() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked("*.py", "*.js", "*.css")
        if (lines := text_of(path).count("\n")) >= MAX_LINES
    }
    assert long == {}


def test_the_npm_lock_says_what_and_not_whence() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name: package for name, package in packages.items() if name}
    assert locked
    assert all("integrity" in package for package in locked.values())
    assert not any("resolved" in package for package in locked.values())


def test_ci_runs_what_a_person_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("exec make test")


def test_make_alone_lists_what_can_be_made() -> None:
    run = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    for target in ("book", "test", "clean"):
        assert re.search(rf"^  make {target} +\w", run.stdout, re.MULTILINE), run.stdout
