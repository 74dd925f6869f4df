"""The directive {ladder}: pledges by how firmly they are worded, and what came of each.

A list in a list, laid out as a ladder by the styles: it reads aloud and prints as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from bookwork.model.commitment import Commitment, Outcome
from bookwork.model.evidence import EvidenceRef
from bookwork.sphinx.chips import chip
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.quiz import words
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SIGNS: dict[Outcome, str] = {
    "kept": "●",
    "partly": "◐",
    "unclear": "○",
    "going on": "→",
    "changed": "↻",
}


class Ladder(SphinxDirective):
    """Pledges on the rungs of a ladder, the firmest wording at the top."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"ids": words}

    def run(self) -> list[nodes.Node]:
        """Return the ladder and the meaning of its signs."""
        seeds = kit(self.env.app).seeds
        depend_on_seeds(self.env)
        for id in self.options.get("ids", ()):
            if id not in seeds.commitments:
                what, mend = f"there is no commitment '{id}'", "see seeds/commitments.yml"
                warn(Subtype.PICTURE, what, mend, self.get_location())
                return []
        chosen = [seeds.commitments[id] for id in self.options.get("ids", ()) or seeds.commitments]
        rungs = nodes.bullet_list("", bullet="-", classes=["bw-ladder"])
        for rung, meaning in seeds.promises.rungs.items():
            pledges = [self.pledge(each) for each in chosen if each.rung == rung]
            if pledges:
                listing = nodes.bullet_list("", *pledges, bullet="-", classes=["bw-pledges"])
                head = nodes.paragraph("", meaning, classes=["bw-rung"])
                rungs += nodes.list_item("", head, listing)
        return [rungs, self.signs({seeds.promises.outcome(each.status_code) for each in chosen})]

    def pledge(self, commitment: Commitment) -> nodes.list_item:
        """Return a pledge: sign and word for what came of it, its name, and a chip."""
        here = kit(self.env.app)
        outcome = here.seeds.promises.outcome(commitment.status_code)
        line = nodes.paragraph("", f"{SIGNS[outcome]} {commitment.name} ")
        line += nodes.inline("", f"({_(outcome)})", classes=["bw-outcome"])
        line += nodes.Text(" ")
        line += chip(here, EvidenceRef("commitment", commitment.id), listed=True)
        return nodes.list_item("", line, classes=[f"bw-{outcome.replace(' ', '-')}"])

    def signs(self, used: set[Outcome]) -> nodes.paragraph:
        """Return what each sign means: the codes that it stands for."""
        outcomes = kit(self.env.app).seeds.promises.outcomes
        line = nodes.paragraph("", "", classes=["bw-signs"])
        for outcome in (each for each in outcomes if each in used):
            codes = ", ".join(code.replace("-", " ") for code in outcomes[outcome])
            line += nodes.Text(f"{SIGNS[outcome]} {_(outcome)}: {codes}. ")
        return line


def setup_ladder(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("ladder", Ladder)
