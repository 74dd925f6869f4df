"""The list of sources: each with how far it was read; in HTML a plain numbered list.

Sphinx writes a bibliography with roles that browsers' accessibility no longer knows
(`doc-biblioentry`), around links that don't belong into a list.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from bookwork.sphinx.htmlnodes import Attributes, element
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import is_upgraded
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class NameReading(SphinxPostTransform):
    """Names behind each source how far it was read, for every builder."""

    default_priority = 190

    def run(self, **_kwargs: Any) -> None:
        """Add to citations in place."""
        try:
            cited: Any = self.env.get_domain("cite")
        except ExtensionError:
            return  # a book without a bibliography
        found = {each.citation_id: each.key for each in cited.citations}
        sources = kit(self.app).seeds.sources
        for citation in self.document.findall(nodes.citation):
            source = sources.get(found.get(citation["ids"][0], ""))
            lines = [each for each in citation.children if isinstance(each, nodes.paragraph)]
            if source is not None and lines:
                lines[-1] += [nodes.Text(" "), nodes.emphasis("", f"{_(source.read)}.")]


class ListSources(SphinxPostTransform):
    """Turns each run of citations into an ordered list that keeps numbers and anchors."""

    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Replace citations in place."""
        if not is_upgraded(self.app):
            return
        for parent in {citation.parent for citation in self.document.findall(nodes.citation)}:
            children: list[nodes.Node] = []
            for is_citation, run in groupby(parent.children, _is_citation):
                if not is_citation:
                    children += run
                    continue
                entries = [_entry(citation) for citation in run]
                children.append(element("ol", *entries, attributes={"class": "bw-sources"}))
            parent.children = []
            parent += children


def _is_citation(node: nodes.Node) -> bool:
    return isinstance(node, nodes.citation)


def _entry(citation: nodes.Element) -> nodes.Element:
    label, *body = citation.children
    number = label.astext()
    attributes: Attributes = {
        "id": citation["ids"][0],
        "value": number if number.isdigit() else None,
    }
    content = [child for node in body for child in node.children]
    return element("li", *content, attributes=attributes)


def setup_sources(app: Sphinx) -> None:
    """Register the transforms."""
    app.add_post_transform(NameReading)
    app.add_post_transform(ListSources)
