"""Bank text as nodes: Markdown parsed by Sphinx, with nothing active left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes
from docutils.statemachine import StringList
from myst_parser.mocking import MockState
from sphinx import addnodes

from bookwork.sphinx.warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective

OURS = ("bookwork", "cite")
REFERENCES = frozenset({("std", "term")})
SCHEMES = frozenset({"", "http", "https", "mailto"})


def parse(directive: SphinxDirective, text: str, source: str) -> list[nodes.Node]:
    """Return the nodes of a piece of Markdown from `source` (a file), made harmless.

    HTML is escaped and links with other schemes lose their target: the bank's loader refuses
    both, and this holds even if it failed to. So do downloads, and references that are not chips,
    citations or terms. In a page that is not Markdown the text stands as it is, with a warning.
    """
    if not isinstance(directive.state, MockState):
        what, mend = "bank text is Markdown", "show it in a Markdown page"
        warn(Subtype.QUIZ, what, mend, directive.get_location())
        return [nodes.paragraph("", text)]
    box = nodes.container()
    box.document = directive.state.document
    lines = StringList(text.splitlines(), source=source)
    directive.state.nested_parse(lines, directive.content_offset, box)
    for raw in list(box.findall(nodes.raw)):
        escaped: nodes.Node = nodes.Text(raw.astext())
        if not isinstance(raw.parent, nodes.TextElement):
            escaped = nodes.paragraph("", "", escaped)
        raw.replace_self(escaped)
    for link in list(box.findall(nodes.reference)):
        if urlsplit(link.get("refuri", "")).scheme.lower() not in SCHEMES:
            link.replace_self(link.children)
    for link in list(box.findall(_leads_elsewhere)):
        link.replace_self(link.children)
    return box.children


def _leads_elsewhere(node: nodes.Node) -> bool:
    """Return whether a node is a download, or a reference to what no bank should point at."""
    if isinstance(node, addnodes.download_reference):
        return True
    if not isinstance(node, addnodes.pending_xref):
        return False
    return (node["refdomain"], node["reftype"]) not in REFERENCES and node["refdomain"] not in OURS


def inline(blocks: list[nodes.Node]) -> list[nodes.Node]:
    """Return the inline content of a lone paragraph, or else the blocks as they are."""
    if len(blocks) == 1 and isinstance(blocks[0], nodes.paragraph):
        return blocks[0].children
    return blocks
