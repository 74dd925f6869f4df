"""The forms that sphinx-design's tabs, drop-downs and cards have on paper: boxes with a title.

Jupyter Book brings that extension along. On paper nothing can be opened: each tab and each
drop-down is a box, all of them one below the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.print.markup import call, content

if TYPE_CHECKING:
    from bookwork.print.node import NodeWriter

BOXES = frozenset({"tab-item", "dropdown", "card"})
TITLE = "card-title"
HIDDEN_LINK = "sd-hide-link-text"
"""The link over a whole card, whose words nobody sees on a screen."""


def component(writer: NodeWriter, node: nodes.Element) -> str:
    """Return a box; its title is the tab's, the drop-down's or the card's."""
    node = node.deepcopy()  # other publications print it, too
    titles = [each for each in node.findall(nodes.Element) if is_title(each, node)]
    title = titles[0] if titles else None
    named = content(writer.all(title.children)) if title is not None else "none"
    for each in titles[:1]:
        each.parent.remove(each)
    return f"\n{call('callout', named, content(writer.all(node.children)))}\n"


def is_title(node: nodes.Element, box: nodes.Element) -> bool:
    """Return whether an element is a box's title, and not that of a box in it."""
    if isinstance(node, nodes.rubric):
        return node.parent is box
    if node.get("design_component") != TITLE:
        return False
    parent = node.parent
    while parent.get("design_component") not in BOXES:
        parent = parent.parent
    return parent is box


def passed_through(writer: NodeWriter, node: nodes.Element) -> str:
    """Return words that sphinx-design has no element for; a card's link stands on its own line."""
    links = [each for each in node.findall(nodes.reference) if HIDDEN_LINK in each["classes"]]
    body = writer.all(node.children)
    return f"\n\n→ {body}\n\n" if links else body
