"""The directives {sheet} and {lines}: what is handed out on paper, and room to write on it.

Plain nodes, by class (the HTML upgrade and the writers of print go by these):

    section.bw-sheet.bw-sheet-KIND    its title, its content; kind
      container.bw-lines              room to write: `count` lines
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.sphinx.htmlnodes import element, quiet
from bookwork.sphinx.tree import Element, boxes, is_upgraded

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KINDS = ("role", "event", "tent", "organiser", "script")
RULE = "\N{LOW LINE}" * 60
MOST_LINES = 40
CARDS = {"class": "bw-cards"}


def kind_of_sheet(argument: str) -> str:
    """Return one of the kinds; ValueError names them."""
    return str(directives.choice(argument, KINDS))


def count_of_lines(argument: str) -> int:
    """Return a number of lines that fits a page; ValueError otherwise."""
    count = directives.positive_int(argument)
    if count > MOST_LINES:
        raise ValueError(f"{count} lines do not fit a page: {MOST_LINES} do")
    return int(count)


def room(count: int) -> nodes.container:
    """Return room to write by hand, as lines that every builder can show."""
    lines = [nodes.paragraph("", RULE, translatable=False) for _line in range(count)]
    return nodes.container("", *lines, classes=["bw-lines"], count=count)


class Sheet(SphinxDirective):
    """A sheet, as a section of its own: it has a heading, and stands in the page's contents."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "kind": kind_of_sheet,
        "lines": count_of_lines,
    }

    def run(self) -> list[nodes.Node]:
        """Return the section."""
        kind = self.options.get("kind", "script")
        title, messages = self.parse_inline(self.arguments[0], lineno=self.lineno)
        heading = nodes.title("", "", *title)
        section = nodes.section("", heading, classes=["bw-sheet", f"bw-sheet-{kind}"], kind=kind)
        section["names"].append(nodes.fully_normalize_name(heading.astext()))
        self.set_source_info(section)
        self.state.document.note_implicit_target(section, section)
        body = nodes.container()
        body.document = self.state.document
        self.state.nested_parse(self.content, self.content_offset, body)
        section += body.children
        if "lines" in self.options:
            section += room(self.options["lines"])
        return [section, *messages]


class Lines(SphinxDirective):
    """Room to write: a number of lines."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the lines."""
        try:
            return [room(count_of_lines(self.arguments[0]))]
        except ValueError as reason:
            raise self.error(f"{{lines}} takes a number of lines: {reason}") from None


class UpgradeSheets(SphinxPostTransform):
    """Fits sheets of an HTML page to scissors: cards lie in a grid, tents have a back."""

    # After references are resolved, as the quiz's upgrade: what it wraps holds links.
    default_priority = 210

    def run(self, **_kwargs: Any) -> None:
        """Upgrade in place."""
        if not is_upgraded(self.app):
            return
        for lines in boxes(self.document, "bw-lines"):
            rules = [element("span") for _line in range(lines["count"])]
            ruled = {"class": "bw-lines", "aria-hidden": "true"}
            lines.replace_self(element("div", *rules, attributes=ruled))
        for tent in boxes(self.document, "bw-sheet-tent"):
            tent.insert(0, _back(tent))
        for card in boxes(self.document, "bw-sheet-event"):
            _lay_out(card)


def _back(tent: Element) -> Element:
    """Return a tent's other side: the same words, for paper alone."""
    sides = [
        element("p", nodes.Text(child.astext()))
        for child in tent.children
        if isinstance(child, nodes.title | nodes.paragraph)
    ]
    hidden = {"class": "bw-tent-back", "aria-hidden": "true"}
    return element("div", *sides, attributes=hidden, node=quiet)


def _lay_out(card: Element) -> None:
    """Put a card and those right behind it into one grid, unless that was done already."""
    parent = card.parent
    if parent.get("attributes") == CARDS:
        return
    first = last = parent.index(card)
    while last + 1 < len(parent) and "bw-sheet-event" in _classes(parent[last + 1]):
        last += 1
    row = parent.children[first : last + 1]
    del parent[first : last + 1]
    parent.insert(first, element("div", *row, attributes=CARDS))


def _classes(node: nodes.Node) -> list[str]:
    found: list[str] = node.get("classes", []) if isinstance(node, nodes.Element) else []
    return found


def setup_sheet(app: Sphinx) -> None:
    """Register the directives and their transform."""
    app.add_directive("sheet", Sheet)
    app.add_directive("lines", Lines)
    app.add_post_transform(UpgradeSheets)
