"""bookwork mark on a folder: the labs of a class."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from bookwork.cli._shared import shown, writing
from bookwork.jail.limits import Limits
from bookwork.mark import report
from bookwork.mark.classroom import MarkedLab, cores, mark_class
from bookwork.mark.folder import Handed, handed_in, student_of
from bookwork.mark.protections import Protections, in_words, is_unsafe, probe, running
from bookwork.mark.sandbox import Broken, Sandbox
from bookwork.mark.submission import SUFFIXES, read_submission
from bookwork.model.errors import AnswersError, AuthorError, Problem, relative, visible
from bookwork.model.kit import Kit
from bookwork.model.tables import tables

F = TypeVar("F", bound=Callable[..., Any])
SECONDS = 10.0
MOST_JOBS = 64
UNCHECKED = 1


def lab_options(command: F) -> F:
    """Add the options that only labs have; what is not given is None or False."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Labs: print what each check says."),
        click.option(
            "--feedback",
            type=click.Path(file_okay=False, path_type=Path),
            help="Labs: write a Markdown file for each student into this folder.",
        ),
        click.option(
            "--csv",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Labs: write a table into this file.",
        ),
        click.option(
            "--jobs",
            type=click.IntRange(1, MOST_JOBS),
            help="Labs: how many are marked at one time.  [default: as many as processors]",
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(0.1, 600),
            metavar="SECONDS",
            help=f"Labs: how long the code of a task may run.  [default: {SECONDS:g}]",
        ),
    ):
        command = option(command)
    return command


def mark_labs(
    kit: Kit,
    place: Path,
    *,
    as_json: bool,
    quiet: bool,
    timeout: float | None,
    jobs: int | None,
    csv: Path | None,
    feedback: Path | None,
    verbose: bool,
) -> None:
    """Mark the labs in a folder, or in one file, and report."""
    with shown():
        folder, handed = _handed(kit, place)
        files = [each for each in handed if not each.why]
        if feedback:
            _may_write(feedback, folder, {each.student for each in files})
        seats = min(jobs or cores(), len(files))
        limits = Limits(seconds=timeout or SECONDS)
        sandbox = _sandbox(kit, limits, seats)
    protections = in_words(sandbox.layers, sandbox.limits)
    if not as_json and not quiet:
        for each in protections.lines():
            click.echo(each)
        click.echo()
    submissions = [read_submission(each.path, each.student) for each in files]
    width = min(30, max(len(visible(each.student)) for each in files))
    all_marked: list[MarkedLab] = []
    for marked in _counted(mark_class(submissions, kit.labs, sandbox, seats), len(files)):
        all_marked.append(marked)
        if not as_json and not quiet:
            _show(marked, width, verbose=verbose)
    if csv:
        with writing(csv):
            csv.write_text(report.as_csv(all_marked, folder), encoding="utf-8-sig")
    if feedback:
        _write_feedback(feedback, all_marked)
    passed_over = [each for each in handed if each.why]
    if as_json:
        data = _data(all_marked, passed_over, folder, protections)
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for handed_over in () if quiet else passed_over:
            name = visible(report.file_name(handed_over.path, folder))
            click.echo(f"Passed over: {name}, {handed_over.why}")
        click.echo(f"{report.totals(all_marked)} {report.IS_NOT}")
    unchecked = [each.submission.student for each in all_marked if each.unchecked]
    if unchecked:
        names = ", ".join(dict.fromkeys(map(visible, unchecked)))
        click.echo(f"Not checked, because the code could not be shut in: {names}.", err=True)
        raise click.exceptions.Exit(UNCHECKED)


def _handed(kit: Kit, place: Path) -> tuple[Path, list[Handed]]:
    """Return the folder and what lies in it; a problem if nothing can be marked."""
    if not kit.labs:
        what, mend = "no chapter of the book has a lab", "write exercises/<chapter>/lab.yml"
        raise AnswersError(Problem(relative(kit.root / "exercises"), 0, "", what, mend))
    if place.is_dir():
        handed = handed_in(place)
        if any(not each.why for each in handed):
            return place, handed
        what, mend = "there is no lab's file in it", f"put in {' or '.join(SUFFIXES)} files"
    elif place.is_file():
        return place.parent, [Handed(student_of(place), place)]
    else:
        what, mend = "there is no such file", "check the name"
    raise AnswersError(Problem(relative(place), 0, "", what, mend))


def _sandbox(kit: Kit, limits: Limits, seats: int) -> Sandbox:
    """Return what students' code is run in; a problem if it would be no protection."""
    where = relative(Path(sys.executable))
    limits = Limits(limits.seconds, processes=limits.processes + running())
    try:
        layers = probe(limits, seats)
    except (Broken, OSError) as reason:
        what = f"no process for students' code can be made here ({reason})"
        raise AnswersError(Problem(where, 0, "", what, "mark on another computer")) from None
    if is_unsafe(layers):
        what = "as root, students' code could reach every file of this computer"
        raise AnswersError(Problem(where, 0, "", what, "mark as an ordinary user"))
    return Sandbox(layers, limits, tables(kit.seeds))


def _counted(all_marked: Iterable[MarkedLab], count: int) -> Iterator[MarkedLab]:
    """Yield what is marked, and count on a terminal."""
    terminal = sys.stderr.isatty()
    for number, marked in enumerate(all_marked, 1):
        if terminal:
            click.echo("\r\033[K", nl=False, err=True)
        yield marked
        if terminal and number < count:
            click.echo(f"{number} of {count} marked", nl=False, err=True)


def _show(marked: MarkedLab, width: int, *, verbose: bool) -> None:
    sign = "✗"
    if marked.fault:
        sign = "·"
    elif marked.passed:
        sign = "✓" if marked.passed == len(marked.results) else "±"
    name = visible(marked.submission.student)
    click.echo(f"{sign} {name:{width}}  {visible(report.line(marked))}")
    if not verbose:
        return
    for result in marked.results:
        what = "its check passed" if result.passed else visible(result.message)
        click.echo(f"    {result.task}: {what}")
    for stray in marked.strays:
        click.echo(f"    {visible(stray)}")
    for task, text in marked.submission.words.items():
        click.echo(f"    {visible(task)}, in words: {visible(' '.join(text.split()))}")


def _data(
    all_marked: Sequence[MarkedLab],
    passed_over: Sequence[Handed],
    folder: Path,
    protections: Protections,
) -> dict[str, Any]:
    return {
        "protections": {
            "in_force": protections.in_force,
            "by_python": protections.by_python,
            "missing": protections.missing,
        },
        "passed": sum(marked.passed for marked in all_marked),
        "checks": sum(len(marked.results) for marked in all_marked),
        "submissions": [report.as_data(marked, folder) for marked in all_marked],
        "passed_over": [
            {"file": report.file_name(each.path, folder), "why": each.why} for each in passed_over
        ],
    }


def _may_write(feedback: Path, folder: Path, students: Iterable[str]) -> None:
    """Refuse a place for feedback where something else lies."""
    if feedback.resolve().is_relative_to(folder.resolve()):
        what = "feedback would lie among what students have handed in"
        raise AuthorError(Problem(relative(feedback), 0, "", what, "choose another folder"))
    problems = []
    for student in students:
        path = _feedback_file(feedback, student)
        if path.exists() and not _is_ours(path):
            what = "a file of this name is there, and it is no feedback of this command"
            problems.append(Problem(relative(path), 0, "", what, "move it, or use another folder"))
    if problems:
        raise AuthorError(problems)


def _feedback_file(feedback: Path, student: str) -> Path:
    return feedback / f"{student}.md"


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(report.MARK)) == report.MARK.encode()
    except OSError:
        return False


def _write_feedback(feedback: Path, all_marked: Sequence[MarkedLab]) -> None:
    for student, theirs in report.by_student(all_marked).items():
        path = _feedback_file(feedback, student)
        with writing(path):
            feedback.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=feedback, suffix=".new")
            try:
                with open(number, "w", encoding="utf-8") as file:  # noqa: PTH123 - a number
                    file.write(report.feedback(student, theirs))
                Path(name).chmod(0o644)
                Path(name).replace(path)  # whole or not at all
            finally:
                Path(name).unlink(missing_ok=True)
