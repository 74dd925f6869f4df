"""Evidence chips: roles that point from the text at a sentence, an event or a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxRole

from bookwork.model.evidence import EvidenceRef
from bookwork.model.kit import Kit
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROLES = {"s": "sentence", "event": "event", "commitment": "commitment"}


def label(kit: Kit, ref: EvidenceRef) -> str:
    """Return what a chip says: [article s04], [18 Aug 2023], [promise 1]."""
    if ref.kind == "sentence":
        return f"[{_('article')} {ref.id}]"
    if ref.kind == "event":
        return f"[{short_date(str(kit.seeds.events[ref.id].date))}]"
    return f"[{_('promise')} {int(ref.id[1:])}]"


def short_date(written: str) -> str:
    """Return a date in few letters: 18 Aug 2023, Oct 2023, 2023."""
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    year, month, day = (*written.split("-"), "", "")[:3]
    words = [day.lstrip("0"), _(names[int(month) - 1]) if month else "", year]
    return "\N{NO-BREAK SPACE}".join(word for word in words if word)


def chip(kit: Kit, ref: EvidenceRef, *, listed: bool = False) -> addnodes.pending_xref:
    """Return a chip: a reference that the domain resolves when all pages are known.

    A `listed` one stands in a table or list made from seeds: it points at evidence without
    resting anything on it, so it is no use of it.
    """
    words = label(kit, ref)
    content = nodes.inline("", words, classes=["bw-chip"])
    return addnodes.pending_xref(
        "",
        content,
        refdomain="bookwork",
        reftype=ref.kind,
        reftarget=ref.id,
        refexplicit=True,
        refwarn=True,
        listed=listed,
    )


class ChipRole(SphinxRole):
    """A role such as {s}`s04`; several ids may stand in it: {s}`s04, s05`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a chip for each id; an unknown id is a warning, and stays as plain text."""
        here = kit(self.env.app)
        found: list[nodes.Node] = []
        for id in (part.strip() for part in self.text.split(",")):
            ref = _reference(here, ROLES[self.name], id)
            node = (
                nodes.inline("", f"[{id}]", classes=["bw-chip"]) if ref is None else chip(here, ref)
            )
            self.set_source_info(node)
            if ref is None:
                what = f"there is no {ROLES[self.name]} '{id}'"
                warn(Subtype.EVIDENCE, what, "see seeds/ for the ids", node)
            found.append(node)
        depend_on_seeds(self.env)
        return found, []


def _reference(kit: Kit, kind: str, id: str) -> EvidenceRef | None:
    """Return what an id points at, or None if it is not there or not of that kind."""
    try:
        kit.seeds.evidence(id)
    except ValueError:
        return None
    ref = EvidenceRef.parse(id)
    return ref if ref.kind == kind else None


def setup_chips(app: Sphinx) -> None:
    """Register the roles."""
    for name in ROLES:
        app.add_role(name, ChipRole())
