"""Looking through a document: elements by class, text without its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Element = nodes.Element
PLAIN = frozenset({"epub"})
"""Builders that write HTML but get the plain nodes: their readers run no script."""


def is_upgraded(app: Sphinx) -> bool:
    """Return whether a build's pages get forms and scripts."""
    return app.builder.format == "html" and app.builder.name not in PLAIN


def boxes(node: Element, name: str) -> list[Element]:
    """Return the elements of a class inside a node, in order."""
    return [each for each in node.findall(nodes.Element) if name in each.get("classes", [])]


def children(node: Element, name: str) -> list[Element]:
    """Return an element's own children of a class."""
    return [
        child
        for child in node.children
        if isinstance(child, nodes.Element) and name in child.get("classes", [])
    ]


def is_inside(node: nodes.Node, name: str) -> bool:
    """Return whether a node stands inside an element of a class."""
    parent = node.parent
    while parent is not None:
        if name in parent.get("classes", []):
            return True
        parent = parent.parent
    return False


def is_ours(node: nodes.Node) -> bool:
    """Return whether a node is one of the boxes that a question is made of."""
    return isinstance(node, nodes.container) and any(
        name.startswith("bw-") for name in node["classes"]
    )


def words(node: Element) -> list[nodes.Node]:
    """Return an element's text as inline content: a label holds no paragraphs."""
    found: list[nodes.Node] = []
    for child in node.children:
        if isinstance(child, nodes.paragraph | nodes.container):
            found += [nodes.Text(" "), *words(child)] if found else words(child)
        elif isinstance(child, nodes.inline) and child.get("translatable"):
            found += child.children
        else:
            found.append(child)
    return found
