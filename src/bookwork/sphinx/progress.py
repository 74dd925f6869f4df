"""The directive {progress}: every quiz of the book, and how far the reader has come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from bookwork.sphinx.backrefs import placeholder
from bookwork.sphinx.config import config
from bookwork.sphinx.domain import domain
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes, is_upgraded
from bookwork.sphinx.writer import box
from bookwork.strings import plural

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Progress(SphinxDirective):
    """A list of the book's quizzes, to be filled when every page was read."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        placeholder(self.env, "progress")
        return [box("bw-progress")]


class FillProgress(SphinxPostTransform):
    """Lists each bank's quiz with its number of questions; in HTML the script adds what is done."""

    default_priority = 150

    def run(self, **_kwargs: Any) -> None:
        """Fill the list in place."""
        for node in boxes(self.document, "bw-progress"):
            if is_upgraded(self.app):
                items = [
                    element(
                        "li",
                        link,
                        nodes.Text(" "),
                        element("span", nodes.Text(count), attributes={"class": "bw-count"}),
                        attributes={"data-quiz": bank, "data-total": total},
                    )
                    for bank, link, count, total in self.rows()
                ]
                listing = element("ul", *items)
                book = {"data-book": config(self.app).book}
                node.replace_self(element("bw-progress", listing, attributes=book))
            else:
                plain = [
                    nodes.list_item("", nodes.paragraph("", "", link, nodes.Text(f": {count}")))
                    for _bank, link, count, _total in self.rows()
                ]
                node += nodes.bullet_list("", *plain, bullet="-")

    def rows(self) -> list[tuple[str, nodes.reference, str, int]]:
        """Return for each placed bank, in the order of the book: its id, a link to its first
        question, how many it has in words, and how many."""
        pages = list(self.env.collect_relations())
        placed = sorted(
            domain(self.env).placed.values(),
            key=lambda p: (pages.index(p.docname) if p.docname in pages else len(pages), p.number),
        )
        counts = Counter(p.bank for p in placed)
        banks = kit(self.app).banks
        found = []
        for bank, total in counts.items():
            target = next(p for p in placed if p.bank == bank)
            content = nodes.inline("", banks[bank].title)
            link = make_refnode(
                self.app.builder, self.env.docname, target.docname, target.id, content
            )
            found.append((bank, link, plural("{n} question", "{n} questions", total), total))
        return found


def setup_progress(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("progress", Progress)
    app.add_post_transform(FillProgress)
