"""What writes a node of a page: by its class, by a method of the same name.

What has no method is told as a warning, and what only a screen needs is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.print.markup import call, content, label_name, place, string, text
from bookwork.sphinx.warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.builders import Builder

SKIPPED = frozenset(
    {"comment", "index", "toctree", "meta", "substitution_definition", "system_message", "target",
     "pending", "colspec", "tabular_col_spec", "highlightlang", "footnote"}
)  # fmt: skip
THROUGH = frozenset(
    {"document", "compound", "tgroup", "glossary", "start_of_file", "only", "inline", "line_block",
     "abbreviation", "compact_paragraph", "generated"}
)  # fmt: skip
NOT_PRINTED = frozenset({"bw-edition", "bw-reading", "bw-web", "bw-progress", "bw-answers"})
"""Boxes that only a page on a screen needs, or that stand elsewhere in print."""
ADMONITIONS = frozenset(
    {"note", "warning", "tip", "hint", "important", "caution", "danger", "attention", "error",
     "seealso", "admonition", "topic", "sidebar"}
)  # fmt: skip
_SPACE = re.compile(r"\s*\n\s*")


class NodeWriter:
    """Writes nodes of one page; what each becomes is said by those that build on this one."""

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
        self.notes: dict[str, tuple[str, str]] = {}
        self.hints: list[str] = []

    def page(self, tree: nodes.document) -> str:
        """Return a page's markup; hints and the evidence that it points at stand behind it."""
        body = place(label_name(self.docname)) + "\n" + self.write(tree)
        if self.hints:
            body += "\n" + call("hints", f"({', '.join(map(content, self.hints))},)")
        if self.notes:
            listed = ", ".join(
                f"({string(mark)}, {content(text(words))})" for mark, words in self.notes.values()
            )
            prefix = string(label_name(self.docname, "note"))
            body += "\n" + call("evidence", f"({listed},)", prefix=prefix)
        return body

    def write(self, node: nodes.Node) -> str:
        """Return a node's markup."""
        if isinstance(node, nodes.Text):
            return text(_SPACE.sub(" ", node.astext()))
        assert isinstance(node, nodes.Element)
        name = node.__class__.__name__
        if name in SKIPPED or NOT_PRINTED.intersection(node.get("classes", [])):
            return ""
        if "bibtex-citation" in node.get("classes", []):
            # Its brackets are those of the page; on paper each source has a raised number.
            return self.all(node.findall(nodes.reference))
        if name in THROUGH:
            return self.labels(node) + self.all(node.children)
        visit = "visit_admonition" if name in ADMONITIONS else f"visit_{name}"
        method = getattr(self, visit, None)
        if method is None:
            warn(Subtype.PRINT, f"<{name}> has no printed form", "leave it out", node)
            return self.all(node.children)
        return str(method(node))

    def all(self, found: Iterable[nodes.Node]) -> str:
        """Return several nodes' markup."""
        return "".join(self.write(node) for node in found)

    def block(self, node: nodes.Element) -> str:
        """Return an element's content as an argument."""
        return content(self.all(node.children))

    def labels(self, node: nodes.Element) -> str:
        """Return the places that an element can be linked to by."""
        ids: list[str] = node.get("ids", [])
        return "".join(place(label_name(self.docname, anchor)) for anchor in ids)
