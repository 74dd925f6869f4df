"""Lessons: what their file may hold, and each mistake with its line and how to mend it."""

from pathlib import Path

import pytest

from bookwork.model.coverage import page_names
from bookwork.model.errors import BookError
from bookwork.model.lesson import LESSON, load_courses

ROOT = Path(__file__).parents[2]
GOOD = """paths:
- id: one
  title: One
  about: About it.
  lessons:
  - id: l1
    title: Begin
    steps:
    - {page: index, minutes: 10, do: Read.}
"""


def write(folder: Path, text: str) -> Path:
    (folder / "book").mkdir()
    (folder / "book" / "lessons.yml").write_text(text, encoding="utf-8")
    return folder


def test_the_lessons_of_the_book_fit_and_lead_to_pages() -> None:
    courses = load_courses(ROOT, page_names(ROOT))
    assert list(courses) == ["one", "three", "five"]
    assert [len(course.lessons) for course in courses.values()] == [1, 3, 5]
    for course in courses.values():
        assert all(30 <= lesson.minutes <= LESSON for lesson in course.lessons)


def test_a_book_without_lessons_has_none(tmp_path: Path) -> None:
    assert load_courses(tmp_path) == {}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("minutes: 10", "minutes: 50", "lessons.yml:9: one: "),
        (
            "    - {page: index, minutes: 10, do: Read.}",
            "    - {page: index, minutes: 40, do: A.}\n    - {page: index, minutes: 9, do: B.}",
            "the steps take 49 minutes, a lesson has 45 — shorten one",
        ),
        ("page: index", "page: nowhere", "the page 'nowhere' is not in the table of contents"),
        ("  about: About it.\n", "", "about"),
        ("paths:", "path:", "the file has no list 'paths'"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    with pytest.raises(BookError) as reason:
        load_courses(write(tmp_path, GOOD.replace(old, new)), {"index"})
    assert told in str(reason.value)


def test_two_paths_need_two_ids(tmp_path: Path) -> None:
    twice = GOOD + GOOD.removeprefix("paths:\n")
    with pytest.raises(BookError, match="the id 'one' stands twice"):
        load_courses(write(tmp_path, twice))
