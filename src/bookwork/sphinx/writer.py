"""The writer of a question: what its halves, the task and the answer, write their texts with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.model.item import Item
from bookwork.sphinx.prose import inline, parse

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective


def box(class_: str, /, *children: nodes.Node, **attributes: object) -> nodes.container:
    """Return a container of a class of ours."""
    return nodes.container("", *children, classes=[class_], **attributes)


class Writer:
    """Writes texts of one item; `source` is its bank's file."""

    def __init__(self, directive: SphinxDirective, item: Item, source: str) -> None:
        self.directive = directive
        self.item = item
        self.source = source

    def parse(self, text: str) -> list[nodes.Node]:
        """Return a text as nodes."""
        return parse(self.directive, text, self.source)

    def line(self, text: str) -> list[nodes.Node]:
        """Return a text's inline content (blocks, if it has several paragraphs)."""
        return inline(self.parse(text))

    def paragraph(self, text: str, *before: nodes.Node) -> nodes.Element:
        """Return a text as one element, with nodes in front of it."""
        blocks = self.parse(text)
        if len(blocks) != 1 or not isinstance(blocks[0], nodes.paragraph):
            return nodes.container("", nodes.paragraph("", "", *before), *blocks)
        if not before:
            return blocks[0]
        return nodes.paragraph("", "", *before, apart(blocks[0]))


def apart(text: nodes.Element) -> nodes.inline:
    """Return a parsed paragraph as inline content, to stand behind a label.

    It keeps its source apart, so that a translation replaces the text and not the label.
    """
    found = nodes.inline(text.rawsource, "", *text.children, translatable=True)
    found.source, found.line = text.source, text.line
    return found
