"""The HTML upgrade: plain quiz nodes become forms that work without JavaScript."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from bookwork.sphinx.config import config
from bookwork.sphinx.domain import domain
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.form import question_form
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.kit import kit
from bookwork.sphinx.region import region_svg
from bookwork.sphinx.tree import boxes, is_inside, is_upgraded
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MOST_OF_A_TITLE = 60
"""Letters of a source's title that a citation shows when it is pointed at; the rest is where it
leads."""


class UpgradeQuiz(SphinxPostTransform):
    """Turns every question of an HTML page into a form."""

    # After references are resolved (10), before smart layouts of other extensions.
    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Upgrade quizzes and questions in place."""
        if not is_upgraded(self.app):
            return
        book = {
            "data-book": config(self.app).book,
            "data-book-total": len(domain(self.env).placed),
        }
        for node in boxes(self.document, "bw-question"):
            inside = node.parent is not None and "bw-quiz" in node.parent.get("classes", [])
            extra = {} if inside else {"data-quiz": node["bank"], **book}
            for part in boxes(node, "bw-part"):
                if part["kind"] == "region":
                    part["svg"] = region_svg(kit(self.app), part)
            node.replace_self(question_form(node, extra))
        for node in boxes(self.document, "bw-quiz"):
            attributes = {
                "class": "bw-quiz",
                "id": node["ids"][0] if node["ids"] else None,
                "data-quiz": node["quiz"],
                "aria-label": node["label"],
                **book,
            }
            node.replace_self(element("section", *node.children, attributes=attributes))


class SlimChips(SphinxPostTransform):
    """Writes a chip as one small link, and says what it leads to once a page, in the text.

    A page has two hundred of them: their markup would weigh more than the prose.
    """

    default_priority = 190

    def run(self, **_kwargs: Any) -> None:
        """Slim links in place."""
        # On a single page Sphinx mends references after this: it must still find them.
        if not is_upgraded(self.app) or self.app.builder.name == "singlehtml":
            return
        told: set[str] = set()  # what the page has named already
        for link in list(self.document.findall(nodes.reference)):
            if len(link) == 1 and "bw-chip" in getattr(link[0], "attributes", {}).get(
                "classes", []
            ):
                address = link.get("refuri") or f"#{link.get('refid')}"
                known = address in told or is_inside(link, "bw-question")
                title = None if known else link.get("reftitle")
                told.add(address)
                attributes = {"class": "bw-chip", "href": address, "title": title}
                link.replace_self(element("a", *link[0].children, attributes=attributes))
        for question in boxes(self.document, "bw-question"):
            for link in question.findall(nodes.reference):
                link.attributes.pop("reftitle", None)
        for citation in boxes(self.document, "bibtex-citation"):
            # Nothing leads back to one: the list of sources names the uses itself.
            citation["classes"], citation["ids"] = ["bw-cite"], []
            for link in list(citation.findall(nodes.reference)):
                address = link.get("refuri") or f"#{link.get('refid')}"
                told_of = link.get("reftitle", "").partition(" URL: ")[0]
                title = shorten(told_of, MOST_OF_A_TITLE, placeholder=" …")
                attributes = {"href": address, "title": None if address in told else title or None}
                told.add(address)
                link.replace_self(element("a", *link.children, attributes=attributes))


class GatherAnswers(SphinxPostTransform):
    """Moves the answers of a quiz behind it, where nothing can hide them (print, text, EPUB)."""

    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Move answers in place."""
        if self.app.builder.name == "epub" and not is_teachers_edition(self.app):
            # An EPUB has no lid to lift: answers that stand in it are read before the questions.
            for name in ("bw-key", "bw-feedback"):
                for answer in boxes(self.document, name):
                    answer.parent.remove(answer)
        if is_upgraded(self.app) or self.app.builder.name in ("gettext", "pdf"):
            return
        for quiz in boxes(self.document, "bw-quiz"):
            _gather(boxes(quiz, "bw-key"), quiz)
        lone = [key for key in boxes(self.document, "bw-key") if not is_inside(key, "bw-quiz")]
        _gather(lone, self.document)


def _gather(answers: list[nodes.Element], behind: nodes.Element) -> None:
    """Move answers to the end of a quiz or page."""
    for answer in answers:
        answer.parent.remove(answer)
    if answers:
        title = nodes.rubric("", _("Answers"))
        behind += nodes.container("", title, *answers, classes=["bw-answers"])


def setup_upgrade(app: Sphinx) -> None:
    """Register the transforms."""
    app.add_post_transform(SlimChips)
    app.add_post_transform(UpgradeQuiz)
    app.add_post_transform(GatherAnswers)
