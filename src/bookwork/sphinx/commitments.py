"""The directive {commitments}: every promise, how firmly it was made, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from bookwork.model.commitment import Commitment, Step
from bookwork.model.evidence import EvidenceRef
from bookwork.sphinx.article import cited
from bookwork.sphinx.chips import chip
from bookwork.sphinx.domain import Target, domain
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Commitments(SphinxDirective):
    """All commitments, a section each."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        depend_on_seeds(self.env)
        found = kit(self.env.app).seeds.commitments.values()
        return [self.commitment(commitment) for commitment in found]

    def commitment(self, commitment: Commitment) -> nodes.section:
        """Return a commitment's section."""
        here = kit(self.env.app)
        number = int(commitment.id[1:])
        section = nodes.section("", nodes.title("", f"{number}. {commitment.name}"))
        section["ids"].append(commitment.id)
        section["classes"].append("bw-commitment")
        self.state.document.note_explicit_target(section)
        target = Target(
            "commitment", commitment.id, self.env.docname, commitment.id, commitment.name
        )
        domain(self.env).note(target)
        rows: list[tuple[str, list[nodes.Node]]] = [
            (
                _("Pledged"),
                [nodes.Text(commitment.pledged + " "), *cited(self, commitment.sources)],
            ),
            (_("Wording"), [nodes.Text(commitment.wording)]),
            (_("Where"), [nodes.Text("; ".join(commitment.documents))]),
            (_("Nature"), [nodes.Text(commitment.nature)]),
        ]
        if commitment.sentences:
            chips: list[nodes.Node] = []
            for id in commitment.sentences:
                chips += [chip(here, EvidenceRef("sentence", id), listed=True), nodes.Text(" ")]
            rows.append((_("In the article"), chips))
        meaning = here.seeds.promises.status_codes[commitment.status_code]
        status = f"{commitment.status_code.replace('-', ' ')} ({meaning}). {commitment.status}"
        rows.append((_("What is known"), [nodes.Text(status)]))
        if commitment.caveat:
            rows.append((_("Mind"), [nodes.Text(commitment.caveat)]))
        listing = nodes.definition_list()
        for name, content in rows:
            paragraph = nodes.paragraph("", "", *content)
            listing += nodes.definition_list_item(
                "", nodes.term("", name), nodes.definition("", paragraph)
            )
        section += listing
        if commitment.since:
            steps = [self.step(step) for step in commitment.since]
            since = nodes.enumerated_list("", *steps, enumtype="arabic", prefix="", suffix=".")
            since["classes"] = ["bw-timeline"]
            section += since
        return section

    def step(self, step: Step) -> nodes.list_item:
        """Return a step: when, what, and its sources."""
        line = nodes.paragraph("", "", classes=["bw-event"])
        line += nodes.inline("", step.date.words(), classes=["bw-date"])
        line += nodes.Text(f" {step.what} ")
        if step.confidence == "unconfirmed" or step.basis == "second-hand":
            line += nodes.emphasis("", _("Not confirmed."))
            line += nodes.Text(" ")
        line += cited(self, step.sources)
        return nodes.list_item("", line)


def setup_commitments(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("commitments", Commitments)
