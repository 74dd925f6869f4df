"""Links on paper: a number for evidence, the page for a place in the publication, else words."""

from __future__ import annotations

import re

from docutils import nodes

from bookwork.print.markup import call, content, label, label_name, note_name, string
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
        if target := self.target(node):
            return self.link(target, body)
        if re.match(r"https?://|mailto:", address):
            return f"#link({string(address)}){content(body)};"
        return body

    visit_number_reference = visit_reference

    def visit_pending_xref(self, node: nodes.Element) -> str:
        """A link that Sphinx left open."""
        return self.all(node.children)

    def link(self, name: str, body: str) -> str:
        """Return a link inside the publication; the words alone if its target is elsewhere."""
        if name not in self.known:
            return body
        return f"#link({label(name)}){content(body)};{call('on-page', label(name))};"

    def visit_uses(self, node: nodes.Element) -> str:
        """What uses a piece of evidence: its pages, where the page on a screen has links."""
        found: list[tuple[str, list[str]]] = []
        for child in node.children:
            if isinstance(child, nodes.strong):
                found.append((self.write(child), []))
            elif isinstance(child, nodes.reference):
                name = self.target(child)
                if name in self.known:
                    found[-1][1].append(label(name))
        told = [
            f"{title} {call('pages', '(' + ', '.join(names) + ',)')};."
            for title, names in found
            if names
        ]
        if not told:
            return f"\n\n{self.all(node.children)}\n\n"
        return f"\n\n{' '.join(told)}\n\n"

    def target(self, node: nodes.Element) -> str:
        """Return the label that a link of the book leads to; none if it leads out of it."""
        if node.get("refid"):
            return label_name(self.docname, node["refid"])
        if found := _ADDRESS.fullmatch(node.get("refuri", "")):
            return label_name(found[1] or self.docname, found[2] or "")
        return ""

    def is_marked(self, node: nodes.Node) -> bool:
        """Return whether a node is evidence, which is but a raised mark on paper."""
        if isinstance(node, nodes.footnote_reference):
            return True
        if not isinstance(node, nodes.Element):
            return False
        if "bibtex-citation" in node.get("classes", []):
            return all(
                ref.astext().strip("[]").isdecimal() for ref in node.findall(nodes.reference)
            )
        return isinstance(node, nodes.reference) and self.is_evidence(node)

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
            mark = sentence[0] if sentence else self.next_mark()
            self.notes[key] = (mark, self.told(node, chip, sentence and sentence[0]))
        mark = self.notes[key][0]
        return f"#note({string(mark)}, {label(note_name(self.docname, mark))});"

    def visit_footnote_reference(self, node: nodes.Element) -> str:
        """The mark of a footnote, which stands behind the page with the evidence."""
        key = f"#{node['refid']}"
        if key not in self.notes:
            found = [n for n in self.tree.findall(nodes.footnote) if node["refid"] in n["ids"]]
            words = [each.astext() for note in found for each in note.children[1:]]
            self.notes[key] = (self.next_mark(), " ".join(words))
        mark = self.notes[key][0]
        return f"#note({string(mark)}, {label(note_name(self.docname, mark))});"

    def next_mark(self) -> str:
        """Return the next free number of a note."""
        return str(1 + sum(mark.isdecimal() for mark, _told in self.notes.values()))

    def visit_citation_group(self, node: nodes.Element) -> str:
        """Citations that stand together: their marks; and words, if they are cited in words.

        Brackets and commas are those of the page.
        """
        found: list[str] = []
        for child in node.children:
            if isinstance(child, nodes.reference):
                words = child.astext()
                is_number = words.strip("[]").isdecimal()
                if is_number and found and found[-1].startswith("#note("):
                    found.append("#between-notes;")
                found.append("" if is_number else self.all(child.children))
                found.append(self.note(child))
            elif any(sign.isalnum() for sign in child.astext()):
                found.append(
                    self.write(nodes.Text(child.astext().replace("[", "").replace("]", "")))
                )
        return "".join(found)

    def told(self, node: nodes.Element, chip: str, sentence: str | None) -> str:
        """Return what a piece of evidence is, in words that stand alone on paper."""
        name = node.get("reftitle", "").partition(" URL: ")[0]
        if sentence:
            said = kit(self.builder.app).seeds.sentences[sentence].text
            return f"{chip[:1].upper()}{chip[1:]}: {said}"
        if not boxes(node, "bw-chip"):
            return name or chip
        return f"{chip}: {name}" if name else chip
