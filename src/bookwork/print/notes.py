"""Notes: the marks of evidence in a text, and what each stands for, behind the page.

A sentence of the article is marked by its own name, which questions and hints speak of; where the
article is in the publication, the mark leads there, and nothing need be said behind the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docutils import nodes

from bookwork.print.markup import call, content, label, label_name, note_name, string, text
from bookwork.print.node import NodeWriter
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes
from bookwork.strings import text as _

_ADDRESS = re.compile(r"%([^#]*)(?:#(.*))?")
_SENTENCE = re.compile(r"\bs\d\d$")


class NoteWriter(NodeWriter):
    """Writes marks, and keeps what they stand for."""

    def target(self, node: nodes.Element) -> str:
        """Return the label that a link of the book leads to; none if it leads out of it."""
        if node.get("refid"):
            return label_name(self.docname, node["refid"])
        if found := _ADDRESS.fullmatch(node.get("refuri", "")):
            return label_name(found[1] or self.docname, found[2] or "")
        return ""

    def all(self, found: Iterable[nodes.Node]) -> str:
        """Return several nodes' markup; the mark of evidence stands close to what it is for."""
        children = list(found)
        written: list[str] = []
        for number, child in enumerate(children):
            after = children[number + 1] if number + 1 < len(children) else None
            if self.is_mark(child):
                self.raised = self.is_raised(children[:number])
                written.append(self.write(child))
                self.raised = True
            elif isinstance(child, nodes.Text) and after is not None and self.is_mark(after):
                written.append(self.before_a_mark(child.astext(), children[:number]))
            else:
                written.append(self.write(child))
        return "".join(written)

    def before_a_mark(self, words: str, before: list[nodes.Node]) -> str:
        """Return the text in front of a mark: nothing can come between the two."""
        if words.strip():
            named = words.rstrip().endswith(":")
            return self.write(nodes.Text(words.rstrip() + (" " if named else "")))
        if before and self.is_mark(before[-1]):
            return "~" if self.is_raised(before[:-1]) else ", "
        return " " if before and before[-1].astext().endswith(":") else ""

    def is_raised(self, before: list[nodes.Node]) -> bool:
        """Return whether a mark is raised: not where it is a word of its own, behind a label."""
        for node in reversed(before):
            words = node.astext().rstrip()
            if not words or self.is_mark(node):
                continue
            return not words.endswith(":")
        return False

    def is_mark(self, node: nodes.Node) -> bool:
        """Return whether a node is evidence, which is but a mark on paper."""
        if isinstance(node, nodes.footnote_reference):
            return True
        if not isinstance(node, nodes.Element):
            return False
        if "bibtex-citation" in node.get("classes", []):
            return all(is_number(ref) for ref in node.findall(nodes.reference))
        return isinstance(node, nodes.reference) and self.is_evidence(node)

    def is_evidence(self, node: nodes.Element) -> bool:
        """Return whether a link is a chip or a citation."""
        return bool(boxes(node, "bw-chip")) or "bibtex" in " ".join(
            node.get("classes", []) + (node.parent.get("classes", []) if node.parent else [])
        )

    def note(self, node: nodes.Element) -> str:
        """Return the mark of a piece of evidence; what it is stands behind the page."""
        key = node.get("refuri") or node.get("refid", "")
        chip = node.astext().strip("[]")
        name = self.target(node)
        here = name if name in self.known else ""
        if boxes(node, "bw-chip") and (sentence := _SENTENCE.search(chip)):
            if here:
                return self.mark(sentence[0], here)
            if key not in self.notes:
                said = kit(self.builder.app).seeds.sentences[sentence[0]].text
                self.notes[key] = (sentence[0], text(said))
        elif key not in self.notes:
            self.notes[key] = (self.next_mark(), self.told(node, chip, here))
        mark = self.notes[key][0]
        return self.mark(mark, note_name(self.docname, mark))

    def mark(self, mark: str, name: str) -> str:
        """Return a mark that leads to a label."""
        flag = str(self.raised).lower()
        return f"{call('note', string(mark), label(name), raised=flag)};"

    def told(self, node: nodes.Element, chip: str, here: str) -> str:
        """Return what a piece of evidence is, in words that stand alone on paper."""
        name = node.get("reftitle", "").partition(" URL: ")[0]
        where = f"{call('on-page', label(here))};" if here else ""
        if boxes(node, "bw-chip"):
            return text(f"{chip}: {name}" if name else chip) + where
        number = f" ({_('source')} {chip})" if chip.isdecimal() else ""
        return text((name or chip) + number) + where

    def visit_footnote_reference(self, node: nodes.Element) -> str:
        """The mark of a footnote, which stands behind the page with the evidence."""
        key = f"#{node['refid']}"
        if key not in self.notes:
            found = [n for n in self.tree.findall(nodes.footnote) if node["refid"] in n["ids"]]
            words = [each.astext() for note in found for each in note.children[1:]]
            self.notes[key] = (self.next_mark(), text(" ".join(words)))
        mark = self.notes[key][0]
        return self.mark(mark, note_name(self.docname, mark))

    def next_mark(self) -> str:
        """Return the next free number of a note."""
        return str(1 + sum(mark.isdecimal() for mark, _told in self.notes.values()))

    def visit_citation_group(self, node: nodes.Element) -> str:
        """Citations that stand together: their marks; if they are cited in words, the words, too.

        Brackets and commas around numbers are those of the page.
        """
        in_words = not all(is_number(each) for each in node.findall(nodes.reference))
        found: list[str] = []
        for child in node.children:
            if isinstance(child, nodes.reference):
                found += ["#between-notes;"] if found and not in_words else []
                found += [self.all(child.children)] if in_words else []
                found.append(self.note(child))
            elif in_words:
                found.append(self.write(child))
        return "".join(found)

    def evidence(self) -> str:
        """Return what the marks of a page stand for: sentences first, then by their numbers."""
        listed = sorted(self.notes.values(), key=lambda note: note[0].isdecimal())
        found = ", ".join(f"({string(mark)}, {content(words)})" for mark, words in listed)
        return call("evidence", f"({found},)", prefix=string(note_name(self.docname)))


def is_number(reference: nodes.Element) -> bool:
    """Return whether a citation shows a number, and no words."""
    return reference.astext().strip("[]").isdecimal()
