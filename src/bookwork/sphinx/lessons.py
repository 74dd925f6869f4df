"""The directive {lesson}: a path through the book, and the bar that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from bookwork.model.errors import AuthorError
from bookwork.model.lesson import FILE, Course, Lesson, load_courses
from bookwork.sphinx.config import config
from bookwork.sphinx.htmlnodes import element, quiet
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes, is_upgraded
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import plural

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PAGES = "bookwork_lesson_pages"


class LessonPath(SphinxDirective):
    """The lessons of a path: their steps, with links."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the lessons."""
        root = kit(self.env.app).root
        self.env.note_dependency(str(root / FILE))
        try:
            courses = load_courses(root)
        except AuthorError as reason:
            warn(Subtype.LESSON, str(reason), "mend it there", self.get_location())
            return []
        course = courses.get(self.arguments[0])
        if course is None:
            what = f"there is no path '{self.arguments[0]}'"
            mend = f"use one of {', '.join(courses)}" if courses else f"write {FILE}"
            warn(Subtype.LESSON, what, mend, self.get_location())
            return []
        return [
            nodes.paragraph("", course.about),
            *(self.lesson(course, x) for x in course.lessons),
        ]

    def lesson(self, course: Course, lesson: Lesson) -> nodes.container:
        """Return a lesson: its title, how long it takes, and its steps."""
        items = []
        for number, step in enumerate(lesson.steps, 1):
            line = nodes.paragraph("", "", classes=["bw-step"])
            line["page"], line["anchor"], line["number"] = step.page, step.anchor, number
            time = plural("{n} minute", "{n} minutes", step.minutes)
            line += nodes.Text(f" ({time}): {step.do}")
            items.append(nodes.list_item("", line))
        head = nodes.paragraph("", "", nodes.strong("", lesson.title))
        head += nodes.Text(f" – {plural('{n} minute', '{n} minutes', lesson.minutes)}")
        steps = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
        name, classes = f"{course.id}/{lesson.id}", ["bw-lesson"]
        return nodes.container("", head, steps, classes=classes, lesson=name, label=lesson.title)


class LinkSteps(SphinxPostTransform):
    """Puts the link in front of each step, in every builder; and in HTML, what the script needs."""

    default_priority = 150

    def run(self, **_kwargs: Any) -> None:
        """Link steps in place, and give each page of a path its bar."""
        builder, here = self.app.builder, self.env.docname
        for line in boxes(self.document, "bw-step"):
            page = line["page"]
            if page in self.env.titles:
                title = nodes.inline("", self.env.titles[page].astext().split(":")[0])
                line.insert(0, make_refnode(builder, here, page, line["anchor"], title))
            else:
                line.insert(0, nodes.Text(page))
        if not is_upgraded(self.app) or builder.name == "singlehtml":
            return
        for lesson in boxes(self.document, "bw-lesson"):
            steps = [f"{s['page']}#{s['anchor']}".rstrip("#") for s in boxes(lesson, "bw-step")]
            attributes = {
                "class": "bw-lesson",
                "data-lesson": lesson["lesson"],
                "data-title": lesson["label"],
                "data-steps": " ".join(steps),
            }
            lesson.replace_self(element("bw-lesson", *lesson.children, attributes=attributes))
        if here in _pages(self.app):
            attributes = {
                "data-book": config(self.app).book,
                "data-up": "../" * here.count("/"),
                "data-here": here,
            }
            self.document += element("bw-lesson-bar", attributes=attributes, node=quiet)


def _pages(app: Sphinx) -> set[str]:
    """Return the pages of all paths, and the one that lists them."""
    root = kit(app).root
    try:
        courses = load_courses(root).values()
    except AuthorError:
        return set()
    steps = [step.page for course in courses for lesson in course.lessons for step in lesson.steps]
    return {*steps, FILE.removesuffix(".yml")} if steps else set()


def setup_lessons(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("lesson", LessonPath)
    app.add_post_transform(LinkSteps)
