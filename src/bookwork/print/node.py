"""What writes a node of a page: by its class, by a method of the same name.

What has no method is told as a warning, and what only a screen needs is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.print.markup import content, label_name, place, text
from bookwork.sphinx.warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.builders import Builder

SKIPPED = frozenset(
    {"comment", "index", "toctree", "meta", "substitution_definition", "system_message",
     "pending", "colspec", "tabular_col_spec", "highlightlang", "footnote", "sd_icon"}
)  # fmt: skip
THROUGH = frozenset(
    {"document", "compound", "tgroup", "glossary", "start_of_file", "only", "inline", "line_block",
     "abbreviation", "compact_paragraph", "generated", "target", "legend",
     "versionmodified", "hlist", "hlistcol"}
)  # fmt: skip
USES = frozenset({"bw-uses", "bw-cell"})
"""Paragraphs that list where evidence is used."""
NOT_PRINTED = frozenset({"bw-edition", "bw-reading", "bw-progress", "bw-answers"})
"""Boxes that only a page on a screen needs, or that stand elsewhere in print."""
ADMONITIONS = frozenset(
    {"note", "warning", "tip", "hint", "important", "caution", "danger", "attention", "error",
     "seealso", "admonition", "topic", "sidebar"}
)  # fmt: skip
_SPACE = re.compile(r"\s*\n\s*")


class NodeWriter:
    """Writes nodes of one page; what each becomes is said by those that build on this one."""

    tree: nodes.document
    """The page that is being written."""

    def __init__(
        self,
        builder: Builder,
        docname: str,
        known: frozenset[str],
        images: dict[str, Path],
        *,
        teacher: bool,
        titled: bool,
    ) -> None:
        """`known` are the labels that the publication has, `images` the files that it shows.

        A `titled` page's own title stands on the publication's first page already.
        """
        self.builder = builder
        self.docname = docname
        self.known = known
        self.images = images
        self.depth = 0
        self.teacher = teacher
        self.titled = titled
        self.placed: set[str] = set()
        self.notes: dict[str, tuple[str, str]] = {}
        self.hints: list[str] = []
        self.glance: list[tuple[str, str]] = []
        self.raised = True

    def write(self, node: nodes.Node) -> str:
        """Return a node's markup, with the labels that its own method has not placed before it."""
        if isinstance(node, nodes.Text):
            return text(_SPACE.sub(" ", node.astext()))
        assert isinstance(node, nodes.Element)
        name = node.__class__.__name__
        classes: list[str] = node.get("classes", [])
        if name in SKIPPED or NOT_PRINTED.intersection(classes):
            return ""
        if "bw-gap" in classes:
            visit = "visit_gap"
        elif USES.intersection(classes):
            visit = "visit_uses"
        elif "bibtex-citation" in classes:
            visit = "visit_citation_group"
        elif name in ADMONITIONS:
            visit = "visit_admonition"
        else:
            visit = f"visit_{name}"
        method = getattr(self, visit, None)
        if method is not None:
            written = str(method(node))
            return self.labels(node) + written
        if name not in THROUGH:
            warn(Subtype.PRINT, f"<{name}> has no printed form", "leave it out", node)
        return self.labels(node) + self.all(node.children)

    def all(self, found: Iterable[nodes.Node]) -> str:
        """Return several nodes' markup."""
        return "".join(self.write(node) for node in found)

    def block(self, node: nodes.Element) -> str:
        """Return an element's content as an argument."""
        return content(self.all(node.children))

    def labels(self, node: nodes.Element) -> str:
        """Return the places that an element can be linked to by, each once a page."""
        ids: list[str] = node.get("ids", [])
        names = [label_name(self.docname, anchor) for anchor in ids]
        fresh = [name for name in dict.fromkeys(names) if name not in self.placed]
        self.placed.update(fresh)
        return "".join(map(place, fresh))
