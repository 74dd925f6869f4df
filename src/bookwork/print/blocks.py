"""Blocks on paper: tables, boxes, pictures, questions, sources."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes

from bookwork.print.links import LinkWriter
from bookwork.print.markup import call, content, drawing, string
from bookwork.print.question import question
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

MOST_ROWS, MOST_LETTERS = 20, 1000
"""What a table may hold that stands on one page whole."""


class BlockWriter(LinkWriter):
    """Writes what stands between paragraphs."""

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
        # Half a page at most: a table that is longer goes over two, with its head on both.
        whole = len(rows) <= MOST_ROWS and len(node.astext()) <= MOST_LETTERS
        table = call("ruled-table", title, f"({columns},)", str(whole).lower(), f"{head}{cells}")
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

    def visit_admonition(self, node: nodes.Element) -> str:
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
