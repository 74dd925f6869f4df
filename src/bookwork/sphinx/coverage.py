"""The directive {coverage}: a table of which sentence the book uses where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.model.evidence import EvidenceRef
from bookwork.sphinx.backrefs import links, placeholder
from bookwork.sphinx.chips import chip
from bookwork.sphinx.domain import domain
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Coverage(SphinxDirective):
    """The table, its cells to be filled when every page was read."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        here = kit(self.env.app)
        depend_on_seeds(self.env)
        placeholder(self.env, "coverage")
        body = nodes.tbody()
        for id, sentence in here.seeds.sentences.items():
            first = nodes.paragraph("", "", chip(here, EvidenceRef("sentence", id), listed=True))
            first += nodes.Text(f" {sentence.gist}")
            body += _row(first, _cell(id, "passage"), _cell(id, "question"))
        names = (_("Sentence"), _("Passages"), _("Questions"))
        head = nodes.thead("", _row(*(nodes.paragraph("", name) for name in names)))
        columns = [nodes.colspec(colwidth=width) for width in (40, 30, 30)]
        group = nodes.tgroup("", *columns, head, body, cols=3)
        table = nodes.table("", group)
        table["classes"] = ["bw-coverage"]
        self.set_source_info(table)
        return [table]


def _cell(evidence: str, kind: str) -> nodes.paragraph:
    return nodes.paragraph("", "", classes=["bw-cell"], evidence=evidence, kind=kind)


def _row(*cells: nodes.Node) -> nodes.row:
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))


class FillCoverage(SphinxPostTransform):
    """Fills the table's cells with links."""

    default_priority = 150

    def run(self, **_kwargs: Any) -> None:
        """Fill cells in place; an empty one says so."""
        for node in list(self.document.findall(nodes.paragraph)):
            if "bw-cell" in node["classes"]:
                uses = domain(self.env).used(node["evidence"], node["kind"])
                found = links(self.app.builder, self.env.docname, uses)
                node += found or [nodes.emphasis("", _("none"))]


def setup_coverage(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("coverage", Coverage)
    app.add_post_transform(FillCoverage)
