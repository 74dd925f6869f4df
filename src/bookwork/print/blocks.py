"""Blocks on paper: tables, boxes, pictures, questions, sources."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.locale import admonitionlabels

from bookwork.print.design import BOXES, component, passed_through
from bookwork.print.handouts import card, sides
from bookwork.print.links import LinkWriter
from bookwork.print.markup import call, content, drawing, string, text
from bookwork.print.question import gap, question
from bookwork.print.strip import pieces, said, told
from bookwork.print.task import task
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

MOST_ROWS, MOST_LETTERS = 20, 600
"""What a table may hold that stands on one page whole."""
TRACE, SHORT = "bw-trace", 20
"""A table of a lab's task, to be filled in row by row; letters of what is too short to wrap."""

SOLUTION = {
    "bw-solution-finding": "key",
    "bw-solution-note": "note-to-teachers",
    "bw-solution-says": "small",
}
"""Boxes of a lab's solution, and what each is in the template."""


def parts(table: nodes.Element, kind: type[nodes.Element]) -> list[nodes.Element]:
    """Return a table's own parts of a kind, and none of a table that stands in a cell."""
    groups = [each for each in table.children if isinstance(each, nodes.tgroup)]
    return [each for group in groups for each in group.children if isinstance(each, kind)]


def rows_of(table: nodes.Element, kind: type[nodes.Element]) -> list[nodes.Element]:
    """Return the rows of a table's head or body."""
    found = [row for part in parts(table, kind) for row in part.children]
    return [row for row in found if isinstance(row, nodes.Element)]


def column_widths(table: nodes.Element) -> list[str]:
    """Return the widths of a table's columns: as given, or by what they hold."""
    given = [int(spec.get("colwidth", 1)) for spec in parts(table, nodes.colspec)]
    classes: list[str] = table.get("classes", [])
    if "colwidths-given" in classes:
        return [f"{max(1, width)}fr" for width in given]
    longest, filled = [8] * len(given), [False] * len(given)
    for row in rows_of(table, nodes.thead) + rows_of(table, nodes.tbody):
        cells = [cell.astext().strip() for cell in row.children if isinstance(cell, nodes.entry)]
        if len(cells) != len(given):  # a cell spans two
            continue
        longest = [max(a, len(words)) for a, words in zip(longest, cells, strict=True)]
        if not isinstance(row.parent, nodes.thead):
            filled = [is_so or bool(words) for is_so, words in zip(filled, cells, strict=True)]
    if not any(filled):
        return [f"{length + 4}fr" for length in longest]  # all to be written: as the heads say
    # A column of twice the words gets half as much again: what is long may wrap.
    widths = [round(min(length, 160) ** 0.6 * 10) for length in longest]
    # What is written by hand needs room beside what is printed.
    least = round(0.65 * max(widths))
    shared = [
        f"{width if is_so else max(width, least)}fr"
        for width, is_so in zip(widths, filled, strict=True)
    ]
    if TRACE not in classes:
        return shared
    # Beside dates and codes on one line each, all room is for titles and for the pencil.
    return [
        "auto" if is_so and length <= SHORT else width
        for width, is_so, length in zip(shared, filled, longest, strict=True)
    ]


class BlockWriter(LinkWriter):
    """Writes what stands between paragraphs."""

    def visit_table(self, node: nodes.Element) -> str:
        """A table; its head stands on every page that it goes over."""
        heads, rows = rows_of(node, nodes.thead), rows_of(node, nodes.tbody)
        columns = ", ".join(column_widths(node))
        cells = "".join(self.row(row) for row in rows)
        head = f"table.header({''.join(self.row(row) for row in heads)}), " if heads else ""
        titles = [each for each in node.children if isinstance(each, nodes.title)]
        title = content(self.all(titles[0].children)) if titles else "none"
        # Half a page at most: a table that is longer goes over two, with its head on both.
        is_short = len(rows) <= MOST_ROWS and len(node.astext()) <= MOST_LETTERS
        whole = is_short and TRACE not in node["classes"]
        is_form = any(not each.astext().strip() for each in node.findall(nodes.entry))
        flags = {
            "whole": str(whole).lower(),
            "headed": str(bool(heads)).lower(),
            "form": str(is_form).lower(),
        }
        table = call("ruled-table", title, f"({columns},)", f"{head}{cells}", **flags)
        return f"\n{self.labels(node)}{table}\n"

    def row(self, row: nodes.Node) -> str:
        """Return a row's cells as arguments."""
        cells = []
        for entry in row.children:
            assert isinstance(entry, nodes.Element)
            spans = [f"colspan: {entry['morecols'] + 1}, "] if entry.get("morecols") else []
            spans += [f"rowspan: {entry['morerows'] + 1}, "] if entry.get("morerows") else []
            body = self.all(entry.children).strip()
            # An empty cell is one to write in.
            room = "" if entry.astext().strip() else "#room"
            cells.append(f"table.cell({''.join(spans)})[{body}{room}], ")
        return "".join(cells)

    def visit_admonition(self, node: nodes.Element) -> str:
        """Return a box with a title."""
        kind = node.__class__.__name__
        children = list(node.children)
        title = text(str(admonitionlabels.get(kind, "")))
        if children and isinstance(children[0], nodes.title):
            title = self.all(children.pop(0).children)
        is_teachers = "bw-teacher" in node.get("classes", [])
        flag = str(is_teachers).lower()
        box = call("callout", content(title), content(self.all(children)), teacher=flag)
        return f"\n{box}\n"

    def visit_container(self, node: nodes.Element) -> str:
        """A box of the book's, or one of an extension's that is only its content."""
        classes: list[str] = node.get("classes", [])
        if "bw-question" in classes:
            return "\n" + question(self, node) + "\n"
        if "bw-task" in classes:
            return task(self, node)
        if found := [SOLUTION[each] for each in classes if each in SOLUTION]:
            return f"\n{call(found[0], self.block(node))}\n"
        if "bw-lines" in classes:
            return f"\n{call('lines', str(node['count']))}\n"
        if node.get("design_component") in BOXES:
            return component(self, node)
        if "bw-deck" in classes:
            items = node.findall(nodes.definition_list_item)
            return f"\n{call('fold-cards', sides(map(card, items)))}\n"
        if "bw-picture" in classes:
            return self.picture(node)
        return self.labels(node) + self.all(node.children)

    def visit_PassthroughTextElement(self, node: nodes.Element) -> str:  # noqa: N802 - its class
        """Words of a card."""
        return passed_through(self, node)

    def visit_sd_badge(self, node: nodes.Element) -> str:
        """A badge: a word in a frame."""
        return f"{call('badge', self.block(node))};"

    def visit_centered(self, node: nodes.Element) -> str:
        """Words in the middle of a line."""
        return f"\n#align(center, strong{self.block(node)})\n"

    def visit_download_reference(self, node: nodes.Element) -> str:
        """A file to download: its name."""
        return self.all(node.children)

    def visit_gap(self, node: nodes.Element) -> str:
        """A gap of a passage."""
        return gap(node)

    def picture(self, node: nodes.Element) -> str:
        """Return a drawing with its caption."""
        svg = next((raw.astext() for raw in node.findall(nodes.raw)), "")
        captions = [each for each in node.children if isinstance(each, nodes.paragraph)]
        words = " ".join(each.astext() for each in captions)
        caption = content("".join(self.all(each.children) for each in captions))
        return f"\n{call('picture', string(drawing(svg)), string(words), caption)}\n"

    def visit_figure(self, node: nodes.Element) -> str:
        """An image with its caption."""
        return self.all(node.children)

    def visit_image(self, node: nodes.Element) -> str:
        """An image; what has no words for those who do not see it is told as a warning."""
        alt = node.get("alt", "")
        if not alt:
            mend = "give it an alt (in a notebook: mystnb, image, alt in the cell's metadata)"
            warn(Subtype.PRINT, f"the image {node['uri']} has no words", mend, node)
            return ""
        file = Path(self.builder.srcdir, node["uri"])
        name = f"image-{len(self.images)}{file.suffix}"
        self.images[name] = file
        return f"\n#align(center, image({string(name)}, alt: {string(alt)}))\n"

    def visit_caption(self, node: nodes.Element) -> str:
        """A caption."""
        return f"\n{call('caption', self.block(node))}\n"

    def visit_raw(self, node: nodes.Element) -> str:
        """Markup of another format: its drawing, or a line's end; what has words is told of."""
        markup = re.sub(r"<(script|style)\b.*?</\1>", "", node.astext(), flags=re.DOTALL)
        if "<svg" in markup and "</svg>" not in markup:
            what, mend = "an SVG in a line of Markdown comes in pieces", "give it lines of its own"
            warn(Subtype.PRINT, what, mend, node)
            return ""
        if "<svg" in markup:
            cut = pieces(drawing(markup))
            words = [said(piece) for piece in cut] if len(cut) > 1 else [told(cut[0])]
            shown = (
                f"({string(svg)}, {string(alt or _('Drawing'))}), "
                for svg, alt in zip(cut, words, strict=True)
            )
            return f"\n{call('drawing', '(' + ''.join(shown) + ')')}\n"
        if markup.strip().startswith("<br"):
            return " #linebreak() "
        if node.get("format") == "html" and re.sub(r"<[^>]*>|\s", "", markup):
            what = f"HTML has no printed form: {markup.strip()[:40]!r}"
            warn(Subtype.PRINT, what, "say it in Markdown, or show it as SVG", node)
        return ""

    def visit_citation(self, node: nodes.Element) -> str:
        """A source of the bibliography."""
        labels = [each for each in node.children if isinstance(each, nodes.label)]
        body = self.all(each for each in node.children if not isinstance(each, nodes.label))
        number = labels[0].astext() if labels else ""
        return f"\n{call('source', string(number), content(self.labels(node) + body.strip()))}\n"
