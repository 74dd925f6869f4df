"""Links on paper: a number for evidence, the page for a place in the publication, else words."""

from __future__ import annotations

import re

from docutils import nodes

from bookwork.print.markup import call, content, label, label_name, string
from bookwork.print.node import NodeWriter
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes

_ADDRESS = re.compile(r"%([^#]*)(?:#(.*))?")


_SENTENCE = re.compile(r"\bs\d\d$")


class LinkWriter(NodeWriter):
    """Writes links; what evidence is stands behind the page."""

    def visit_reference(self, node: nodes.Element) -> str:
        """A link: to evidence as a number, to a place of the publication with its page."""
        body = self.all(node.children)
        address = node.get("refuri", "")
        if self.is_evidence(node):
            return self.note(node)
        if node.get("refid"):
            return self.link(label_name(self.docname, node["refid"]), body, page=True)
        if found := _ADDRESS.fullmatch(address):
            page, anchor = found[1] or self.docname, found[2] or ""
            return self.link(label_name(page, anchor), body, page=True)
        if re.match(r"https?://|mailto:", address):
            return f"#link({string(address)}){content(body)};"
        return body

    visit_number_reference = visit_reference

    def visit_pending_xref(self, node: nodes.Element) -> str:
        """A link that Sphinx left open."""
        return self.all(node.children)

    def link(self, name: str, body: str, *, page: bool) -> str:
        """Return a link inside the publication; the words alone if its target is elsewhere."""
        if name not in self.known:
            return body
        where = call("on-page", label(name)) + ";" if page else ""
        return f"#link({label(name)}){content(body)};{where}"

    def is_evidence(self, node: nodes.Element) -> bool:
        """Return whether a link is a chip or a citation."""
        return bool(boxes(node, "bw-chip")) or "bibtex" in " ".join(
            node.get("classes", []) + (node.parent.get("classes", []) if node.parent else [])
        )

    def note(self, node: nodes.Element) -> str:
        """Return the mark of a piece of evidence; what it is stands behind the page.

        A sentence of the article is marked by its own name, which questions and hints speak of.
        """
        key = node.get("refuri") or node.get("refid", "")
        chip = node.astext().strip("[]")
        sentence = _SENTENCE.search(chip) if boxes(node, "bw-chip") else None
        if key not in self.notes:
            numbered = [mark for mark, _told in self.notes.values() if mark.isdecimal()]
            mark = sentence[0] if sentence else str(len(numbered) + 1)
            self.notes[key] = (mark, self.told(node, chip, sentence and sentence[0]))
        mark = self.notes[key][0]
        name = label_name(self.docname, f"note-{mark}")
        return f"#note({string(mark)}, {label(name)});"

    def told(self, node: nodes.Element, chip: str, sentence: str | None) -> str:
        """Return what a piece of evidence is, in words that stand alone on paper."""
        name = node.get("reftitle", "").partition(" URL: ")[0]
        if sentence:
            said = kit(self.builder.app).seeds.sentences[sentence].text
            return f"{chip[:1].upper()}{chip[1:]}: {said}"
        if not boxes(node, "bw-chip"):
            return name or chip
        return f"{chip}: {name}" if name else chip
