"""The writer: from a page's doctree to Typst markup.

Every node has a method, named after its class: of words and lists here, of `blocks`, of `links`.
"""

from __future__ import annotations

from docutils import nodes

from bookwork.print.blocks import BlockWriter
from bookwork.print.code import code_block
from bookwork.print.markup import call, content, label_name, place, string, text, without_places
from bookwork.sphinx.tree import boxes

NUMBERINGS = {
    "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I",
}  # fmt: skip
MOST_OF_A_CARD = 2600
"""Letters of a card that surely fits on a page; a longer one may go over two."""


KEPT = frozenset({"bw-clause", "bw-commitment"})
"""Sections that stand on one page: what belongs together is compared, or ticked."""


def own(node: nodes.Element) -> list[nodes.Element]:
    """Return an element's children that are elements."""
    return [child for child in node.children if isinstance(child, nodes.Element)]


def track_of(item: nodes.Element) -> str:
    """Return the track of an event in a timeline."""
    prefix = "bw-track-"
    return next(
        (name.removeprefix(prefix) for name in item["classes"] if name.startswith(prefix)), ""
    )


def track_name(item: nodes.Element) -> str:
    """Return what the track of an event is called."""
    return boxes(item, "bw-track")[0].astext().strip("()")


class PageWriter(BlockWriter):
    """Writes one page for one publication."""

    def page(self, tree: nodes.document) -> str:
        """Return a page's markup; hints and the evidence that it points at stand behind it."""
        self.tree = tree
        body = place(label_name(self.docname)) + "\n" + self.write(tree)
        # What is linked to and not printed (a quiz's answer, a hidden box) is found at the end.
        body += "".join(self.labels(each) for each in tree.findall(nodes.Element))
        is_cut = any(each.get("kind") != "script" for each in boxes(tree, "bw-sheet"))
        if (self.hints or self.notes) and is_cut:
            body += "\n#pagebreak(weak: true)"  # what is cut out shares its paper with no list
        if self.hints:
            body += "\n" + call("hints", f"({', '.join(map(content, self.hints))},)")
        if self.notes:
            body += "\n" + self.evidence()
        return body

    # Headings and paragraphs -----------------------------------------------------------------

    def visit_section(self, node: nodes.Element) -> str:
        """A section; a sheet is one with a frame of its own."""
        titles = [each for each in node.children[:1] if isinstance(each, nodes.title)]
        self.depth += 1
        rest = self.all(node.children[len(titles) :])
        # A heading above nothing is not printed; what can be linked to below it stays.
        body = self.all(titles) + rest if without_places(rest).strip() else rest
        self.depth -= 1
        kind = node.get("kind")
        if kind and "bw-sheet" in node["classes"]:
            # A tent says everything twice, and can be linked to once.
            back = content(without_places(body)) if kind == "tent" else "none"
            whole = str(len(node.astext()) <= MOST_OF_A_CARD).lower()
            return f"\n{call('sheet', string(kind), content(body), back=back, whole=whole)}\n"
        is_kept = self.depth and KEPT.intersection(node["classes"])
        if is_kept and len(node.astext()) <= MOST_OF_A_CARD:
            return f"\n{call('keep', content(body))}\n"
        return body

    def visit_title(self, node: nodes.Element) -> str:
        """A heading, with its section's labels."""
        if not isinstance(node.parent, nodes.section):
            return f"\n{call('box-title', self.block(node))}\n"
        places = self.labels(node.parent)
        if self.titled and self.depth == 1:
            self.titled = False  # the first heading of the page, no other
            return f"\n{places}\n"
        heading = call("heading", self.block(node), level=str(max(1, min(self.depth, 6))))
        return f"\n\n{heading}{places}\n\n"

    visit_subtitle = visit_title

    def visit_rubric(self, node: nodes.Element) -> str:
        """A heading that stands in no outline; a quiz need not repeat its section's."""
        parent = node.parent
        while parent is not None and not isinstance(parent, nodes.section):
            parent = parent.parent
        above = parent.next_node(nodes.title) if parent is not None else None
        if above is not None:
            name, own_name = above.astext().casefold(), node.astext().casefold()
            if name == own_name or name.endswith(f": {own_name}"):
                return ""
        return f"\n{call('box-title', self.block(node))}\n"

    def visit_paragraph(self, node: nodes.Element) -> str:
        """A paragraph."""
        body = self.labels(node) + self.all(node.children)
        if "bw-caption" in node["classes"]:
            return f"\n{call('caption', content(body))}\n"
        after = node.next_node(descend=False, siblings=True)
        if isinstance(after, nodes.container) and "bw-task" in after["classes"]:
            return f"\n{call('opening', content(body))}\n"
        return f"\n\n{body}\n\n"

    def visit_line(self, node: nodes.Element) -> str:
        """A line of verse."""
        return self.all(node.children) + " #linebreak() "

    def visit_transition(self, _node: nodes.Element) -> str:
        """A rule between two paragraphs."""
        return "\n#rule\n"

    def visit_block_quote(self, node: nodes.Element) -> str:
        """A quotation that stands alone."""
        return f"\n#quote(block: true){self.block(node)}\n"

    def visit_attribution(self, node: nodes.Element) -> str:
        """Who said what is quoted."""
        return "\n\n— " + self.all(node.children)

    # Words ------------------------------------------------------------------------------------

    def visit_emphasis(self, node: nodes.Element) -> str:
        """Words in italics."""
        return f"#emph{self.block(node)};"

    visit_title_reference = visit_emphasis

    def visit_strong(self, node: nodes.Element) -> str:
        """Words in bold."""
        return f"#strong{self.block(node)};"

    def visit_superscript(self, node: nodes.Element) -> str:
        """Raised words."""
        return f"#super{self.block(node)};"

    def visit_subscript(self, node: nodes.Element) -> str:
        """Lowered words."""
        return f"#sub{self.block(node)};"

    def visit_literal(self, node: nodes.Element) -> str:
        """Words of a computer."""
        return f"#raw({string(node.astext())});"

    def visit_literal_block(self, node: nodes.Element) -> str:
        """Code, or what code printed."""
        return f"\n{code_block(node)}\n"

    def visit_problematic(self, node: nodes.Element) -> str:
        """What Sphinx could not read."""
        return self.all(node.children)

    # Lists ------------------------------------------------------------------------------------

    def visit_bullet_list(self, node: nodes.Element) -> str:
        """A list with bullets; the article's sentences need none, nor do pledges with signs."""
        if "bw-pledges" in node["classes"]:
            return f"\n#unmarked({self.items(node)})\n"
        if "bw-sentences" in node["classes"]:
            return f"\n#sentences({', '.join(map(self.sentence, node.children))})\n"
        return f"\n#list({self.items(node)})\n"

    def visit_enumerated_list(self, node: nodes.Element) -> str:
        """A list with numbers; events have marks, and need none."""
        if "bw-timeline" in node["classes"] and boxes(node, "bw-title"):
            used = {track_of(item): track_name(item) for item in own(node)}
            key = ", ".join(f"({string(id)}, {string(name)})" for id, name in used.items())
            last = own(node)[-1]
            events = ", ".join(self.event(item, last=item is last) for item in own(node))
            return f"\n#timeline-key(({key},))\n#timeline({events})\n"
        sign = NUMBERINGS.get(node.get("enumtype", ""), "1")
        form = string(f"{node.get('prefix', '')}{sign}{node.get('suffix', '.')}")
        start = node.get("start", 1)
        return f"\n#enum(start: {start}, numbering: {form}, {self.items(node)})\n"

    def event(self, item: nodes.Element, *, last: bool) -> str:
        """Return an event of a timeline: its mark, its date, what it is, and what is told of it."""
        head, *below = item.children
        (date,), tracks = boxes(item, "bw-date"), boxes(item, "bw-track")
        told = (each for each in head.children if each is not date and each not in tracks)
        title = [each for each in told if each.astext().strip()]
        event = call(
            "event",
            string(track_of(item)),
            string(track_name(item)),
            content(self.all(date.children)),
            content(self.all(title).strip()),
            content(self.all(below)),
            last=str(last).lower(),
        )
        return content(self.labels(item) + event)

    def sentence(self, item: nodes.Node) -> str:
        """Return a sentence of the article, and in small print what is known of it."""
        assert isinstance(item, nodes.list_item)
        words, *notes = item.children
        said = self.all(words.children)
        return content(
            self.labels(item) + call("sentence", content(said), content(self.all(notes)))
        )

    def items(self, node: nodes.Element) -> str:
        """Return a list's items as arguments."""
        return ", ".join(
            content(self.labels(item) + self.all(item.children))
            for item in node.children
            if isinstance(item, nodes.Element)
        )

    def visit_definition_list(self, node: nodes.Element) -> str:
        """A list of terms with what they mean."""
        items = node.findall(nodes.definition_list_item)
        own = [item for item in items if item.parent is node]
        return "\n" + "".join(map(self.definition, own)) + "\n"

    def definition(self, item: nodes.Element) -> str:
        """Return a term and its definition."""
        terms = [each for each in item.children if isinstance(each, nodes.term)]
        told = [each for each in item.children if isinstance(each, nodes.definition)]
        term = ", ".join(self.labels(each) + self.all(each.children) for each in terms)
        kinds = [each for each in item.children if isinstance(each, nodes.classifier)]
        term += "".join(f" ({self.all(each.children)})" for each in kinds)
        if terms and not terms[-1].astext().endswith(tuple("?!.:…")):
            term += text(":")
        return call(
            "term", content(term), content(self.all(c for t in told for c in t.children).strip())
        )

    def visit_field_list(self, node: nodes.Element) -> str:
        """Names with what they stand for."""
        return self.all(node.children)

    def visit_field(self, node: nodes.Element) -> str:
        """A name with what it stands for."""
        name, body = node.children
        return call("term", content(self.write(name)), content(self.write(body).strip()))

    def visit_field_name(self, node: nodes.Element) -> str:
        """A name."""
        return self.all(node.children)

    visit_field_body = visit_field_name
