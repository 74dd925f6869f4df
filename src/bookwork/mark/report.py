"""The report on a class: a line for each file, a table, data for programs, words for students."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bookwork.mark.classroom import MarkedLab
from bookwork.model.markdown import plain
from bookwork.strings import plural

MARK = "<!-- written by bookwork mark -->"
"""The first line of a file of feedback: such files may be written again, others not."""
IS_NOT = "A public check looks at a few things. It does not say that everything is right."
COLUMNS = (
    "student", "file", "lab", "passed", "checks", "not_yet", "messages", "not_marked", "in_words",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def checks_passed(marked: MarkedLab) -> str:
    """Return what can be said of a submission, and no more."""
    checks = plural("{n} public check", "{n} public checks", len(marked.results))
    return f"{marked.passed} of {checks} passed"


def line(marked: MarkedLab) -> str:
    """Return what is said of a submission in one line, after the student's name."""
    if marked.fault or marked.lab is None:
        return f"not marked: {marked.fault}"
    wrong = [f"{each.task} ({each.says})" for each in marked.results if not each.passed]
    missing = f"; not yet: {', '.join(wrong)}" if wrong else ""
    return f"{marked.lab.id}: {checks_passed(marked)}{missing}"


def as_data(marked: MarkedLab, folder: Path) -> dict[str, Any]:
    """Return a marked submission as plain data."""
    submission = marked.submission
    return {
        "student": submission.student,
        "file": file_name(submission.path, folder),
        "lab": marked.lab.id if marked.lab else None,
        "passed": marked.passed,
        "checks": len(marked.results),
        "not_marked": marked.fault or None,
        "tasks": [
            {
                "task": each.task,
                "passed": each.passed,
                "says": each.says or None,
                "message": each.message or None,
            }
            for each in marked.results
        ],
        "strays": list(marked.strays),
        "in_words": dict(submission.words),
    }


def file_name(path: Path, folder: Path) -> str:
    """Return a file's name as it stands in the folder of the class."""
    return path.relative_to(folder).as_posix().encode("utf-8", "replace").decode()


def as_csv(all_marked: Iterable[MarkedLab], folder: Path) -> str:
    """Return the class as a table, a row for each file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for marked in all_marked:
        data = as_data(marked, folder)
        wrong = [task for task in data["tasks"] if not task["passed"]]
        row = {
            **{column: data[column] for column in COLUMNS if column in data},
            "not_yet": " ".join(task["task"] for task in wrong),
            "messages": "\n".join(f"{task['task']}: {task['message']}" for task in wrong),
            "in_words": "\n".join(f"{id}: {text}" for id, text in data["in_words"].items()),
        }
        writer.writerow({column: _cell(value) for column, value in row.items()})
    return out.getvalue()


def _cell(value: object) -> str:
    """Return a cell that a spreadsheet shows and never works out."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def feedback(student: str, all_marked: Sequence[MarkedLab]) -> str:
    """Return what a student is told about each of their files, as Markdown."""
    parts = [MARK, f"# {_safe(student)}"]
    for marked in all_marked:
        name = _safe(marked.submission.path.name)
        if marked.fault or marked.lab is None:
            parts += [f"## {name}", f"This was not checked. {_safe(marked.fault)}"]
            continue
        parts += [f"## {marked.lab.title} ({name})", f"{checks_passed(marked)}. {IS_NOT}"]
        parts.append("\n".join(_told(marked)))
        if marked.strays:
            parts.append("\n".join(f"- {_safe(each)}" for each in marked.strays))
    return "\n\n".join(parts) + "\n"


def _told(marked: MarkedLab) -> Iterable[str]:
    tasks = marked.lab.tasks if marked.lab else {}
    for each in marked.results:
        what = "its check passed." if each.passed else f"not yet. {_safe(each.message)}"
        yield f"- **{plain(tasks[each.task].title)}** (`{each.task}`): {what}"


def _safe(text: str) -> str:
    """Return text on one line in which nothing is HTML, except in code, where nothing ever is."""
    line = " ".join(text.split())
    return re.sub(r"(`[^`]*`)|[<&]", lambda found: found[1] or f"&#{ord(found[0])};", line)


def totals(all_marked: Sequence[MarkedLab]) -> str:
    """Return what can be said of the class as a whole."""
    students = {marked.submission.student for marked in all_marked}
    passed = sum(marked.passed for marked in all_marked)
    checks = sum(len(marked.results) for marked in all_marked)
    unmarked = sum(bool(marked.fault) for marked in all_marked)
    words = sum(len(marked.submission.words) for marked in all_marked)
    return (
        f"{plural('{n} file', '{n} files', len(all_marked))} of"
        f" {plural('{n} student', '{n} students', len(students))}:"
        f" {passed} of {plural('{n} public check', '{n} public checks', checks)} passed"
        + (f"; {unmarked} not marked" if unmarked else "")
        + (f"; {plural('{n} answer', '{n} answers', words)} in words to be read" if words else "")
        + "."
    )


def by_student(all_marked: Iterable[MarkedLab]) -> Mapping[str, list[MarkedLab]]:
    """Return marked submissions by student."""
    found: dict[str, list[MarkedLab]] = {}
    for marked in all_marked:
        found.setdefault(marked.submission.student, []).append(marked)
    return found
