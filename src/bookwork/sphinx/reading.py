"""The directive {reading}: says of its section that it is the chapter's full or short reading.

Both stand in the page, one after the other; with a script the reader sees one of them and keeps
the choice. How long each takes is counted here: its words without chips and citations, at 200
words a minute (what a reader of 15 to 18 manages in a text of this kind; many readers of English
as a second language take half as long again).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.tree import Element, boxes, is_upgraded
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import plural
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LEVELS = ("full", "short")
WORDS_A_MINUTE = 200


class Reading(SphinxDirective):
    """The mark of a reading; it stands right below its section's heading."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a line that the transform fills in."""
        try:
            level = directives.choice(self.arguments[0], LEVELS)
        except ValueError:
            what = f"there is no reading '{self.arguments[0]}'"
            warn(Subtype.READING, what, "write full or short", self.get_location())
            return []
        line = nodes.paragraph("", "", classes=["bw-reading"], level=level)
        self.set_source_info(line)
        return [line]


class MarkReadings(SphinxTransform):
    """Gives each reading's section a class, and its line the length and a link to the other."""

    default_priority = 400

    def apply(self, **_kwargs: Any) -> None:
        """Mark readings in place."""
        lines = {line["level"]: line for line in boxes(self.document, "bw-reading")}
        for level, line in lines.items():
            section = line.parent
            if not isinstance(section, nodes.section):
                warn(
                    Subtype.READING,
                    "a reading stands in no section",
                    "put it below a heading",
                    line,
                )
                continue
            section["classes"].append(f"bw-reading-{level}")
            count = words_in(section)
            minutes = max(1, round(count / WORDS_A_MINUTE))
            name = _("Full reading") if level == "full" else _("Short reading")
            time = plural("{n} minute", "{n} minutes", minutes)
            told = _("{count} words, about {time}.").format(count=f"{count:,}", time=time)
            line += [nodes.strong("", f"{name}:"), nodes.Text(f" {told} ")]
            other = lines.get("short" if level == "full" else "full")
            if other is not None and isinstance(other.parent, nodes.section):
                words = (
                    _("Go to the short reading") if level == "full" else _("Go to the full reading")
                )
                line += nodes.reference("", words, refid=other.parent["ids"][0], internal=True)


def words_in(section: Element) -> int:
    """Return how many words a reader reads in a section, headings and evidence left out."""
    count = 0
    for block in section.findall(nodes.TextElement):
        if isinstance(block, nodes.paragraph) and "bw-reading" not in block["classes"]:
            text = " ".join(_prose(block))
            count += sum(any(letter.isalnum() for letter in word) for word in text.split())
    return count


def _prose(node: Element) -> list[str]:
    found: list[str] = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            found.append(child.astext())
        elif isinstance(child, nodes.Element) and not _is_evidence(child):
            found += _prose(child)
    return found


def _is_evidence(node: Element) -> bool:
    if not isinstance(node, addnodes.pending_xref):
        return "bw-chip" in node.get("classes", [])
    is_term = node["refdomain"] == "bookwork" and node["reftype"] == "term"
    return node["refdomain"] in ("bookwork", "cite") and not is_term


class UpgradeReadings(SphinxPostTransform):
    """Tells the script which level a line is of; without it the line stays as it is."""

    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Turn lines into elements of their own."""
        if not is_upgraded(self.app):
            return
        for line in boxes(self.document, "bw-reading"):
            inside = element("p", *line.children)
            attributes = {"class": "bw-reading", "data-level": line["level"]}
            line.replace_self(element("div", inside, attributes=attributes))


def setup_reading(app: Sphinx) -> None:
    """Register the directive and its transforms."""
    app.add_directive("reading", Reading)
    app.add_transform(MarkReadings)
    app.add_post_transform(UpgradeReadings)
