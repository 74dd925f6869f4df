"""The directive {flashcards}: the glossary as cards with two sides.

Plain builders get a list of definitions; in HTML each card is a <details>, and the script deals
them one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.sphinx.config import config
from bookwork.sphinx.glossary import CATEGORIES, name_of, select
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.quiz import words
from bookwork.sphinx.tree import Element, boxes, is_upgraded

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class FlashCards(SphinxDirective):
    """Cards for all terms, or for a selection."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "ids": words,
        "category": lambda argument: directives.choice(argument, CATEGORIES),
    }

    def run(self) -> list[nodes.Node]:
        """Return the cards."""
        depend_on_seeds(self.env)
        chosen = select(self, kit(self.env.app).seeds)
        if chosen is None:
            return []
        cards = nodes.definition_list(classes=["bw-cards"])
        for entry in chosen:
            back = nodes.definition("", nodes.paragraph("", entry.definition))
            item = nodes.definition_list_item("", nodes.term("", name_of(entry)), back)
            item["card"] = entry.id
            cards += item
        return [nodes.container("", cards, classes=["bw-deck"])]


class UpgradeCards(SphinxPostTransform):
    """Turns each card of an HTML page into something that opens."""

    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Upgrade decks in place."""
        if not is_upgraded(self.app):
            return
        for deck in boxes(self.document, "bw-deck"):
            listing = element("ul", *map(_card, deck.findall(nodes.definition_list_item)))
            attributes = {"class": "bw-deck", "data-book": config(self.app).book}
            deck.replace_self(element("bw-cards", listing, attributes=attributes))


def _card(item: Element) -> Element:
    front, back = item.children
    head = element("summary", nodes.Text(front.astext()))
    body = element("p", nodes.Text(back.astext()))
    return element("li", element("details", head, body), attributes={"data-card": item["card"]})


def setup_flashcards(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("flashcards", FlashCards)
    app.add_post_transform(UpgradeCards)
