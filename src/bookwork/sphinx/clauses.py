"""The directive {clauses}: a promise, clause by clause, with room for a class's own draft.

Plain nodes, by class (the HTML upgrade and the writers of print go by these):

    container.bw-clauses            data for the script; in HTML the place of its form
    section.bw-clause               ids: the clause's
      container.bw-clause-real      what the promise says; stronger, weaker; a note
      container.bw-clause-own       the choices; room to write
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.model.clause import Clause, Neighbour
from bookwork.model.evidence import EvidenceRef
from bookwork.model.kit import Kit
from bookwork.sphinx.article import cited
from bookwork.sphinx.chips import chip
from bookwork.sphinx.config import config
from bookwork.sphinx.form import json_script
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.sheet import room
from bookwork.sphinx.tree import Element, boxes, children, is_upgraded
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOM = 4


def choices() -> dict[str, str]:
    """Return what a class may say of its draft, in words."""
    return {
        "same": _("the same"),
        "stronger": _("stronger"),
        "weaker": _("weaker"),
        "absent": _("not there"),
    }


class Clauses(SphinxDirective):
    """All clauses, a section each."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the form, and the sections."""
        depend_on_seeds(self.env)
        seeds = kit(self.env.app).seeds
        basis = seeds.comparison.meta
        form = nodes.container(
            "",
            nodes.paragraph("", f"{basis.about} {basis.caution}"),
            classes=["bw-clauses"],
            data=[_data(kit(self.env.app), clause) for clause in seeds.clauses.values()],
        )
        return [form, *(self.clause(clause) for clause in seeds.clauses.values())]

    def clause(self, clause: Clause) -> nodes.section:
        """Return a clause's section."""
        title = nodes.title("", f"{int(clause.id[1:])}. {clause.question}")
        section = nodes.section("", title, ids=[clause.id], classes=["bw-clause"])
        self.state.document.note_explicit_target(section)
        real = nodes.container(classes=["bw-clause-real"])
        real += _line(_("They promised:"), clause.says, *self.grounds(clause.evidence))
        real += _line(_("Wording:"), clause.wording)
        for name, neighbour in ((_("Stronger:"), clause.stronger), (_("Weaker:"), clause.weaker)):
            real += self.neighbour(name, neighbour)
        if clause.note:
            real += _line(_("Mind:"), clause.note)
        own = nodes.container(classes=["bw-clause-own"], clause=clause.id)
        boxes = "   ".join(f"\N{BALLOT BOX} {words}" for words in choices().values())
        own += _line(_("Our draft says:"), boxes)
        own += room(ROOM)
        section += [real, own]
        return section

    def neighbour(self, name: str, neighbour: Neighbour) -> nodes.paragraph:
        """Return a draft that goes further, or less far, and what is like it."""
        line = _line(name, f"“{neighbour.draft}”")
        line += nodes.Text(f" {neighbour.like} ")
        line += self.grounds(neighbour.evidence)
        return line

    def grounds(self, evidence: tuple[str, ...]) -> list[nodes.Node]:
        """Return chips and citations, as inline content."""
        here = kit(self.env.app)
        found: list[nodes.Node] = []
        sources: list[str] = []
        for id in evidence:
            ref = EvidenceRef.parse(id)
            if ref.kind == "source":
                sources.append(id)
            else:
                found += [nodes.Text(" "), chip(here, ref, listed=True)]
        if sources:
            found += [nodes.Text(" "), *cited(self, tuple(sources))]
        return found[1:]


def _line(name: str, text: str, *more: nodes.Node) -> nodes.paragraph:
    line = nodes.paragraph("", "", nodes.strong("", name), nodes.Text(f" {text}"))
    if more:
        line += [nodes.Text(" "), *more]
    return line


def _data(kit: Kit, clause: Clause) -> dict[str, Any]:
    """Return what the script needs of a clause."""
    return {
        "id": clause.id,
        "question": clause.question,
        "says": clause.says,
        "wording": clause.wording,
        "words": list(clause.words),
        "sources": [name_of(kit, EvidenceRef.parse(id)) for id in clause.evidence],
    }


def name_of(kit: Kit, ref: EvidenceRef) -> str:
    """Return what a piece of evidence is called where no link can lead to it."""
    if ref.kind == "sentence":
        return f"{_('article')} {ref.id}"
    if ref.kind == "event":
        event = kit.seeds.events[ref.id]
        return f"{event.title} ({event.date.words()})"
    if ref.kind == "commitment":
        return f"{_('promise')} {int(ref.id[1:])}: {kit.seeds.commitments[ref.id].name}"
    source = kit.seeds.sources[ref.id]
    when = f", {source.date.words()}" if source.date else ""
    return f"{source.title} ({source.publisher}{when})"


class UpgradeClauses(SphinxPostTransform):
    """Makes an HTML page's choices real ones, and leaves the script its data."""

    # Before the lines are ruled (210).
    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Upgrade in place."""
        if not is_upgraded(self.app):
            return
        for form in boxes(self.document, "bw-clauses"):
            place = element(
                "bw-clauses",
                *form.children,
                json_script({"clauses": form["data"], "choices": choices()}),
                attributes={"data-book": config(self.app).book},
            )
            form.replace_self(place)
        for own in boxes(self.document, "bw-clause-own"):
            lines = children(own, "bw-lines")
            own.clear()
            own += _fieldset(own["clause"], *lines)


def _fieldset(clause: str, *lines: Element) -> Element:
    """Return the choices of a clause as radio buttons, and room to write behind them."""
    options = [
        element(
            "label",
            element("input", attributes={"type": "radio", "name": clause, "value": value}),
            nodes.Text(f" {words}"),
        )
        for value, words in choices().items()
    ]
    row = element("div", *options, attributes={"class": "bw-clause-choices"})
    legend = element("legend", nodes.Text(_("Our draft says:")))
    return element("fieldset", legend, row, *lines)


def setup_clauses(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("clauses", Clauses)
    app.add_post_transform(UpgradeClauses)
