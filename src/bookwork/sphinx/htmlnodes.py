"""HTML elements as nodes. Only the HTML upgrade makes them, so only HTML writers meet them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

Attributes = Mapping[str, str | int | bool | None]


class html(nodes.General, nodes.TextElement):  # noqa: N801 - as docutils names nodes
    """An HTML element: `tag`, `attributes` (a map), and children.

    A TextElement, because writers take a link for an image's when its parent is none.
    """


class quiet(html, nodes.comment):  # noqa: N801 - as docutils names nodes
    """An HTML element that the search index passes by (it skips comments): hints and answers."""


_VOID = frozenset({"input", "br", "hr", "meta"})


def element(
    tag: str, *children: nodes.Node, attributes: Attributes | None = None, node: type[html] = html
) -> html:
    """Return an element; attributes that are None or False are left out."""
    found = node("", "", *children)
    found["tag"] = tag
    found["attributes"] = dict(attributes or {})
    return found


def _visit(self: HTML5Translator, node: html) -> None:
    self.body.append(f"<{node['tag']}{_written(self, node['attributes'])}>")


def _depart(self: HTML5Translator, node: html) -> None:
    if node["tag"] not in _VOID:
        self.body.append(f"</{node['tag']}>")


def _written(self: HTML5Translator, attributes: Mapping[str, Any]) -> str:
    words = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        words.append(f" {name}" if value is True else f' {name}="{self.attval(str(value))}"')
    return "".join(words)


def setup_htmlnodes(app: Sphinx) -> None:
    """Register the elements with HTML writers."""
    for node in (html, quiet):
        app.add_node(node, html=(_visit, _depart))
