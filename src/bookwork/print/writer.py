"""The writer: from a page's doctree to Typst markup.

Every node has a method of its own, named after its class; what has none is told as a warning. Where
a page points at evidence, a number stands in the text and what it points at behind the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.print.markup import call, content, drawing, label, label_name, place, string, text
from bookwork.print.question import question
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

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
NOT_PRINTED = frozenset(
    {"bw-edition", "bw-reading", "bw-web", "bw-progress", "bw-hint", "bw-answers"}
)
"""Boxes that only a page on a screen needs, or that stand elsewhere in print."""
ADMONITIONS = frozenset(
    {"note", "warning", "tip", "hint", "important", "caution", "danger", "attention", "error",
     "seealso", "admonition", "topic", "sidebar"}
)  # fmt: skip
_SPACE = re.compile(r"\s*\n\s*")
_ADDRESS = re.compile(r"%([^#]*)(?:#(.*))?")


class PageWriter:
    """Writes one page for one publication."""

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
        self.notes: dict[str, str] = {}

    def page(self, tree: nodes.document) -> str:
        """Return a page's markup, with the evidence that it points at behind it."""
        body = place(label_name(self.docname)) + "\n" + self.write(tree)
        if not self.notes:
            return body
        listed = ", ".join(content(text(words)) for words in self.notes.values())
        return (
            body
            + "\n"
            + call("evidence", f"({listed},)", prefix=string(label_name(self.docname, "note")))
        )

    def write(self, node: nodes.Node) -> str:
        """Return a node's markup."""
        if isinstance(node, nodes.Text):
            return text(_SPACE.sub(" ", node.astext()))
        assert isinstance(node, nodes.Element)
        name = node.__class__.__name__
        if name in SKIPPED or NOT_PRINTED.intersection(node.get("classes", [])):
            return ""
        if name in THROUGH:
            return self.labels(node) + self.all(node.children)
        if name in ADMONITIONS:
            return self.admonition(node)
        method = getattr(self, f"visit_{name}", None)
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

    # Headings and paragraphs -----------------------------------------------------------------

    def visit_section(self, node: nodes.Element) -> str:
        """A section; a sheet is one with a frame of its own."""
        self.depth += 1
        body = self.all(node.children)
        self.depth -= 1
        kind = node.get("kind")
        if kind and "bw-sheet" in node["classes"]:
            return f"\n{call('sheet', string(kind), content(body))}\n"
        return body

    def visit_title(self, node: nodes.Element) -> str:
        """A heading, with its section's labels."""
        if not isinstance(node.parent, nodes.section):
            return f"\n{call('box-title', self.block(node))}\n"
        places = self.labels(node.parent)
        if self.titled and self.depth == 1:
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
        if above is not None and above.astext() == node.astext():
            return ""
        return f"\n{call('box-title', self.block(node))}\n"

    def visit_paragraph(self, node: nodes.Element) -> str:
        """A paragraph."""
        body = self.labels(node) + self.all(node.children)
        if "bw-caption" in node["classes"]:
            return f"\n{call('caption', content(body))}\n"
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
        language = "python" if "python" in str(node.get("language", "")) else "text"
        return f"\n{call('code-block', string(node.astext()), string(language))}\n"

    def visit_problematic(self, node: nodes.Element) -> str:
        """What Sphinx could not read."""
        return self.all(node.children)

    # Links ------------------------------------------------------------------------------------

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
        """Return the number of a piece of evidence; what it is stands behind the page."""
        key = node.get("refuri") or node.get("refid", "")
        words = self.told(node)
        if key not in self.notes:
            self.notes[key] = words
        number = list(self.notes).index(key) + 1
        name = label_name(self.docname, f"note-{number}")
        return f"#note({number}, {label(name)});"

    def told(self, node: nodes.Element) -> str:
        """Return what a piece of evidence is, in words that stand alone on paper."""
        name = node.get("reftitle", "").partition(" URL: ")[0]
        chip = node.astext().strip("[]")
        sentence = re.search(r"\bs\d\d$", chip)
        if sentence:
            said = kit(self.builder.app).seeds.sentences[sentence[0]].text
            return f"{chip[:1].upper()}{chip[1:]}: {said}"
        if not boxes(node, "bw-chip"):
            return name or chip
        return f"{chip}: {name}" if name else chip

    # Lists ------------------------------------------------------------------------------------

    def visit_bullet_list(self, node: nodes.Element) -> str:
        """A list with bullets."""
        return f"\n#list({self.items(node)})\n"

    def visit_enumerated_list(self, node: nodes.Element) -> str:
        """A list with numbers."""
        return f"\n#enum(start: {node.get('start', 1)}, {self.items(node)})\n"

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
        return call(
            "term", content(term), content(self.all(told[0].children).strip() if told else "")
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

    # Tables, boxes, pictures ------------------------------------------------------------------

    def visit_table(self, node: nodes.Element) -> str:
        """A table; its head stands on every page that it goes over."""
        widths = [spec.get("colwidth", 1) for spec in node.findall(nodes.colspec)]
        heads = [row for head in node.findall(nodes.thead) for row in head.children]
        rows = [row for body in node.findall(nodes.tbody) for row in body.children]
        columns = ", ".join(f"{max(1, width)}fr" for width in widths)
        cells = "".join(self.row(row) for row in rows)
        head = f"table.header({''.join(self.row(row) for row in heads)}), " if heads else ""
        titles = [each for each in node.children if isinstance(each, nodes.title)]
        title = content(self.all(titles[0].children)) if titles else "none"
        table = call("ruled-table", title, f"({columns},)", f"{head}{cells}")
        return f"\n{self.labels(node)}{table}\n"

    def row(self, row: nodes.Node) -> str:
        """Return a row's cells as arguments."""
        cells = []
        for entry in row.children:
            assert isinstance(entry, nodes.Element)
            spans = [f"colspan: {entry['morecols'] + 1}, "] if entry.get("morecols") else []
            spans += [f"rowspan: {entry['morerows'] + 1}, "] if entry.get("morerows") else []
            cells.append(f"table.cell({''.join(spans)})[{self.all(entry.children).strip()}], ")
        return "".join(cells)

    def admonition(self, node: nodes.Element) -> str:
        """Return a box with a title."""
        kind = node.__class__.__name__
        children = list(node.children)
        title = _(kind.title())
        if children and isinstance(children[0], nodes.title):
            title = children.pop(0).astext()
        is_teachers = "bw-teacher" in node.get("classes", [])
        flag = str(is_teachers).lower()
        box = call("callout", string(title), content(self.all(children)), teacher=flag)
        return f"\n{box}\n"

    def visit_container(self, node: nodes.Element) -> str:
        """A box of the book's, or one of an extension's that is only its content."""
        classes: list[str] = node.get("classes", [])
        if "bw-question" in classes:
            return "\n" + question(self, node) + "\n"
        if "bw-lines" in classes:
            return f"\n{call('lines', str(node['count']))}\n"
        if "bw-picture" in classes:
            return self.picture(node)
        if node.get("nb_element") == "mime_bundle":
            return self.output(node)
        return self.labels(node) + self.all(node.children)

    def picture(self, node: nodes.Element) -> str:
        """Return a drawing with its caption."""
        svg = next((raw.astext() for raw in node.findall(nodes.raw)), "")
        captions = [each for each in node.children if isinstance(each, nodes.paragraph)]
        words = " ".join(each.astext() for each in captions)
        caption = content("".join(self.all(each.children) for each in captions))
        return f"\n{call('picture', string(drawing(svg)), string(words), caption)}\n"

    def output(self, node: nodes.Element) -> str:
        """Return what a notebook's cell showed: its drawing, else its words."""
        for raw in node.findall(nodes.raw):
            if "<svg" in raw.astext():
                found = re.search(r"<title[^>]*>(.*?)</title>", raw.astext(), re.DOTALL)
                words = found[1] if found else _("Drawing")
                return (
                    f"\n{call('picture', string(drawing(raw.astext())), string(words), 'none')}\n"
                )
        return self.all(node.children)

    def visit_figure(self, node: nodes.Element) -> str:
        """An image with its caption."""
        return self.all(node.children)

    def visit_image(self, node: nodes.Element) -> str:
        """An image; what has no words for those who do not see it is told as a warning."""
        alt = node.get("alt", "")
        if not alt:
            warn(Subtype.PRINT, f"the image {node['uri']} has no words", "give it an alt", node)
            return ""
        file = Path(self.builder.srcdir, node["uri"])
        name = f"image-{len(self.images)}{file.suffix}"
        self.images[name] = file
        return f"\n#align(center, image({string(name)}, alt: {string(alt)}))\n"

    def visit_caption(self, node: nodes.Element) -> str:
        """A caption."""
        return f"\n{call('caption', self.block(node))}\n"

    def visit_raw(self, node: nodes.Element) -> str:
        """Markup of another format: not for paper, but for a line's end."""
        return " #linebreak() " if node.astext().strip().startswith("<br") else ""

    def visit_citation(self, node: nodes.Element) -> str:
        """A source of the bibliography."""
        labels = [each for each in node.children if isinstance(each, nodes.label)]
        body = self.all(each for each in node.children if not isinstance(each, nodes.label))
        number = labels[0].astext() if labels else ""
        return f"\n{call('source', string(number), content(self.labels(node) + body.strip()))}\n"
