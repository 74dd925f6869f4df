"""The lesson: an order in which a class goes through the book's pages, step by step."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, model_validator

from bookwork.model.complaint import complaints
from bookwork.model.errors import BookError, Problem
from bookwork.model.markdown import Name
from bookwork.model.question import Fields
from bookwork.model.yamlfile import load_yaml

FILE = "book/lessons.yml"
LESSON = 45
"""Minutes of a lesson."""


class Step(Fields):
    """A page to go to, what to do there, and for how long."""

    page: Annotated[str, Field(pattern=r"^[a-z][a-z0-9/-]*$")]
    anchor: Annotated[str, Field(pattern=r"^([A-Za-z][\w-]*)?$")] = ""
    minutes: Annotated[int, Field(ge=1, le=LESSON)]
    do: str


class Lesson(Fields):
    """Steps that fit into a lesson."""

    id: Name
    title: str
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def minutes(self) -> int:
        """How long all steps take."""
        return sum(step.minutes for step in self.steps)

    @model_validator(mode="after")
    def _fits(self) -> Lesson:
        if self.minutes > LESSON:
            raise ValueError(
                f"the steps take {self.minutes} minutes, a lesson has {LESSON} — shorten one"
            )
        return self


class Course(Fields):
    """Lessons that belong together, in order."""

    id: Name
    title: str
    about: str
    lessons: Annotated[tuple[Lesson, ...], Field(min_length=1)]


def load_courses(root: Path, pages: Collection[str] | None = None) -> dict[str, Course]:
    """Return the courses of a book by id; none if it has no file of them.

    `pages` are the pages of the table of contents, by name: a step must lead to one of them.
    Raises BookError with every problem.
    """
    path = root / FILE
    if not path.is_file():
        return {}
    file = load_yaml(path, BookError)
    listed = file.data.get("paths") if isinstance(file.data, dict) else None
    if not isinstance(listed, list):
        raise BookError(file.problem((), "", "the file has no list 'paths'", "write 'paths:'"))
    problems: list[Problem] = []
    found: dict[str, Course] = {}
    for number, data in enumerate(listed):
        name = str(data.get("id", "")) if isinstance(data, dict) else ""
        try:
            course = Course.model_validate(data)
        except ValidationError as reason:
            problems += complaints(file, ("paths", number), name, Course, reason)
            continue
        if name in found:
            what = f"the id '{name}' stands twice"
            problems.append(file.problem(("paths", number, "id"), name, what, "rename one"))
        found[name] = course
        for at, lesson in enumerate(course.lessons):
            for each, step in enumerate(lesson.steps):
                if pages is not None and step.page not in pages:
                    place = ("paths", number, "lessons", at, "steps", each, "page")
                    what = f"the page '{step.page}' is not in the table of contents"
                    problems.append(file.problem(place, name, what, "check its name"))
    if problems:
        raise BookError(problems)
    return found
