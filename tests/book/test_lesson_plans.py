"""The lesson plans: each fills 45 minutes without a gap, and what it takes on fits into its row."""

import re

import pytest

from tests.support.leaks import ROOT, labs

PAGE = (ROOT / "book" / "teacher" / "lessons.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+)–(\d+) \| (.*?) \|", re.MULTILINE)
LESSON = 45


def plans() -> dict[str, list[tuple[int, int, str]]]:
    """The rows of each plan by its heading: from when, to when, what the teacher does."""
    pieces = re.split(r"^#+ ", PAGE, flags=re.MULTILINE)
    found = {
        piece.partition("\n")[0]: [(int(a), int(b), told) for a, b, told in ROW.findall(piece)]
        for piece in pieces
    }
    return {heading: rows for heading, rows in found.items() if rows}


@pytest.mark.parametrize("heading", plans())
def test_a_plan_fills_a_lesson_without_a_gap(heading: str) -> None:
    rows = plans()[heading]
    assert len(rows) >= 4
    assert [start for start, _end, _told in rows] == [0, *(end for _s, end, _t in rows[:-1])]
    assert rows[-1][1] == LESSON


@pytest.mark.parametrize("lab", [lab.id for lab in labs()])
def test_the_first_two_tasks_of_a_lab_fit_into_their_row(lab: str) -> None:
    (row,) = [row for row in plans()["A lesson with a lab"] if "first two tasks" in row[2]]
    (found,) = [each for each in labs() if each.id == lab]
    first, second = list(found.tasks.values())[:2]
    assert first.minutes + second.minutes <= row[1] - row[0]
