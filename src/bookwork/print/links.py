"""Links on paper: a number for evidence, the page for a place in the publication, else words."""

from __future__ import annotations

import re

from docutils import nodes

from bookwork.print.markup import call, content, label, string
from bookwork.print.notes import NoteWriter
from bookwork.sphinx.tree import boxes


class LinkWriter(NoteWriter):
    """Writes links."""

    def visit_reference(self, node: nodes.Element) -> str:
        """A link: to evidence as a number, to a place of the publication with its page."""
        body = self.all(node.children)
        address = node.get("refuri", "")
        if self.is_evidence(node):
            return self.note(node)
        if target := self.target(node):
            if boxes(node, "bw-term"):
                # A word that the glossary explains: where that is one knows.
                is_here = target in self.known
                return f"#link({label(target)}){content(body)};" if is_here else body
            return self.link(target, body)
        if re.match(r"https?://|mailto:", address):
            return f"#link({string(address)}){content(body)};"
        return body

    visit_number_reference = visit_reference

    def visit_pending_xref(self, node: nodes.Element) -> str:
        """A link that Sphinx left open."""
        return self.all(node.children)

    def link(self, name: str, body: str) -> str:
        """Return a link inside the publication; if its target is elsewhere, its words as a name."""
        if name not in self.known:
            return f"#emph{content(body)};"
        return f"#link({label(name)}){content(body)};{call('on-page', label(name))};"

    def visit_uses(self, node: nodes.Element) -> str:
        """What uses a piece of evidence: its pages, where the page on a screen has links."""
        found: list[tuple[str, list[str]]] = [("", [])]
        for child in node.children:
            if isinstance(child, nodes.strong):
                found.append((self.write(child), []))
            elif isinstance(child, nodes.reference):
                name = self.target(child)
                if name in self.known:
                    found[-1][1].append(label(name))
        told = [
            f"{title} {call('pages', '(' + ', '.join(names) + ',)')};".strip()
            for title, names in found
            if names
        ]
        if not told:
            return f"\n\n{self.all(node.children)}\n\n"
        return f"\n\n{'. '.join(told)}\n\n"
