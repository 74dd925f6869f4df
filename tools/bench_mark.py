"""How fast a class's Python files are marked, beside otter-grader, in one run.

    python tools/bench_mark.py [--runs N] [--count N]

Both mark the same number of right answers on this machine, without Docker: ours with the command
`bookwork mark FOLDER --quiet`; otter with what it documents for this: the command `otter run` for
each file, and its function `grade_submission`, in one process and in as many as there are
processors. (`otter grade` needs Docker and is not measured.) Otter's answer is one short function,
given as a notebook and as a plain file, and its check looks at four calls. Ours is a whole lab of
several tasks, each run apart from the others, in one process at a time or one for each processor.

A time is all that a command takes, the start of Python with it; `otter run` is measured on the
first five answers. All ways are measured in turn; figures are the median of the runs. What the
processors did is told beside it, as it depends less on what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools import bench_peers  # noqa: E402 - after the path

FEW = 5
ANSWER = '''
import datetime as dt


def days_between_dates(a, b):
    """How many days lie between two dates."""
    return (dt.date.fromisoformat(b) - dt.date.fromisoformat(a)).days
'''.lstrip()
CASES = (
    ("2023-08-18", "2023-08-18", 0),
    ("2023-08-18", "2023-08-19", 1),
    ("2024-02-28", "2024-03-01", 2),
    ("1905-11-17", "1910-08-22", 1739),
)
TESTS = """
OK_FORMAT = False

from otter.test_files import test_case

name = "days_between"
points = 4
"""
TEST = """

@test_case()
def test_{number}(days_between_dates):
    assert days_between_dates({a!r}, {b!r}) == {days}
"""
# What a teacher would write: otter's function on each file, and a look at the points.
LOOP = """
import sys
from concurrent.futures import ProcessPoolExecutor

from otter.api import grade_submission


def grade(path):
    return grade_submission(path, sys.argv[1], quiet=True)


if __name__ == "__main__":
    count, paths = int(sys.argv[2]), sys.argv[3:]
    if count == 1:
        found = list(map(grade, paths))
    else:
        with ProcessPoolExecutor(count) as pool:
            found = list(pool.map(grade, paths))
    sys.exit(any(each.total != each.possible for each in found))
"""


@dataclass
class Way:
    """A way of marking: its name, how many answers it is given, and what starts it."""

    name: str
    count: int
    act: Callable[[], object]


def our_folder(folder: Path, count: int) -> None:
    """Write a class's files as `bookwork mark` takes them: the model of a lab, for each student."""
    model = min(ROOT.glob("exercises/*/model.py"))
    for number in range(1, count + 1):
        text = model.read_text(encoding="utf-8") + f"\n# student {number}\n"
        (folder / f"student-{number:02}.py").write_text(text, encoding="utf-8")


def otter_folder(folder: Path, count: int) -> None:
    """Write a class's notebooks, the same as plain files, otter's tests, and the loop."""
    (folder / "tests").mkdir()
    text = TESTS
    for number, (a, b, days) in enumerate(CASES):
        text += TEST.format(number=number, a=a, b=b, days=days)
    (folder / "tests" / "days_between.py").write_text(text, encoding="utf-8")
    (folder / "loop.py").write_text(LOOP, encoding="utf-8")
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for number in range(1, count + 1):
        source = ANSWER + f"\n# student {number}\n"
        cell = {"id": "answer", "cell_type": "code", "metadata": {}, "source": source}
        notebook = {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"kernelspec": spec},
            "cells": [{**cell, "outputs": [], "execution_count": None}],
        }
        path = folder / f"student-{number:02}.ipynb"
        path.write_text(json.dumps(notebook), encoding="utf-8")
        path.with_suffix(".py").write_text(source, encoding="utf-8")


def run(folder: Path, *command: str) -> str:
    """What a command says, run in a folder; RuntimeError with what it says if it fails."""
    environment = {**os.environ, "JUPYTER_PREFER_ENV_PATH": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(
            f"exit code {done.returncode}\n{done.stdout[-1500:]}{done.stderr[-1500:]}"
        )
    return done.stdout


def ours(folder: Path, count: int) -> list[Way]:
    """Our way: the command, on a folder."""
    try:
        our_folder(folder, count)
    except ValueError:
        print("Ours is left out: there is no lab", flush=True)
        return []
    bookwork = str(Path(sys.executable).with_name("bookwork"))

    def mark(*options: str) -> None:
        said = run(ROOT, bookwork, "mark", str(folder), "--quiet", *options)
        if not re.search(r"\b(\d+) of \1 public checks", said):
            raise RuntimeError(f"not every answer was found right: {said}")

    return [
        Way("bookwork mark FOLDER --jobs 1", count, partial(mark, "--jobs", "1")),
        Way("bookwork mark FOLDER", count, mark),
    ]


def otter(folder: Path, count: int, scripts: Path) -> list[Way]:
    """Otter's ways: its command, and its function in one process and in several."""
    program, python = str(scripts / "otter"), str(scripts / "python")
    otter_folder(folder, count)
    bare = ("--no-config", "--no-requirements", "--no-environment")
    run(folder, program, "generate", "-t", "tests", "-o", "grader.zip", *bare)
    notebooks = sorted(map(str, folder.glob("student-*.ipynb")))
    plain = sorted(map(str, folder.glob("student-*.py")))
    few, many = notebooks[:FEW], os.cpu_count() or 1

    def command() -> None:
        for path in few:
            run(folder, program, "run", "-a", "grader.zip", "-o", str(folder), path)

    loop = partial(run, folder, python, "loop.py", "grader.zip")
    name = f"otter {bench_peers.version(scripts, 'otter-grader')}"
    return [
        Way(f"{name} run, notebooks", len(few), command),
        Way(f"{name} grade_submission, notebooks", count, partial(loop, "1", *notebooks)),
        Way(f"{name} grade_submission, plain files", count, partial(loop, "1", *plain)),
        Way(f"  the notebooks in {many} processes", count, partial(loop, str(many), *notebooks)),
    ]


def measured(way: Way) -> tuple[float, float]:
    """How long a way takes, and how long processors work for it, in seconds."""
    before, began = os.times(), time.perf_counter()
    way.act()
    seconds, after = time.perf_counter() - began, os.times()
    worked = after.children_user - before.children_user
    return seconds, worked + after.children_system - before.children_system


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="how often each is timed (3)")
    parser.add_argument("--count", type=int, default=20, help="how many answers are marked (20)")
    options = parser.parse_args()
    scripts = bench_peers.environment("otter")
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        ways = ours(Path(one), options.count)
        if scripts:
            ways += otter(Path(other), options.count, scripts)
        figures: dict[str, list[tuple[float, float]]] = {way.name: [] for way in ways}
        for number in range(1, options.runs + 1):
            print(f"Run {number} of {options.runs} …", flush=True)
            for way in ways:
                try:
                    figures[way.name].append(measured(way))
                except RuntimeError as reason:
                    print(f"  {way.name}: {reason}")
    print(f"\nA class's answers, marked (median of {options.runs}, {bench_peers.load()})")
    for way in ways:
        if figures[way.name]:
            seconds, worked = map(median, zip(*figures[way.name], strict=True))
            print(
                f"  {way.name:<48} {way.count:>3} in {seconds:>6.2f} s"
                f" {way.count / seconds:>8.2f} a second {worked / way.count:>7.3f} s of work each"
            )


if __name__ == "__main__":
    main()
