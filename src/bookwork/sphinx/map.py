"""The directive {map}: a map of places, and the same in words below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from bookwork.model.evidence import EvidenceRef
from bookwork.model.place import Place
from bookwork.sphinx.atlas import Mark, map_svg
from bookwork.sphinx.chips import chip
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.picture import picture
from bookwork.sphinx.quiz import words
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Map(SphinxDirective):
    """A map of a view: all places in it, or those that are named, numbered in a list below."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "places": words,
        "title": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the map and its list."""
        here = kit(self.env.app)
        depend_on_seeds(self.env)
        name = self.arguments[0]
        if name not in here.seeds.atlas.views:
            known = ", ".join(here.seeds.atlas.views)
            return self.complain(f"there is no map '{name}'", f"use one of {known}")
        view = here.seeds.atlas.views[name]
        chosen: list[Place] = []
        for id in self.options.get("places", ()):
            if id not in here.seeds.places:
                return self.complain(f"there is no place '{id}'", "see seeds/places.yml")
            chosen.append(here.seeds.places[id])
        if not chosen:
            chosen = [
                place
                for place in here.seeds.places.values()
                if view.point(place.lat, place.lon) is not None
            ]
        title = self.options.get("title", view.title)
        marks = [Mark(place.id, str(number)) for number, place in enumerate(chosen, 1)]
        description = _("A map with numbers. The list below names each place.")
        try:
            svg = map_svg(here, name, marks, title, description)
        except ValueError as reason:
            what, _dash, mend = str(reason).partition(" — ")
            return self.complain(what, mend)
        note = _(
            "The map shows land and no boundaries; a name on it says nothing about status."
            " Spots are approximate."
        )
        return [picture(svg, title, "bw-atlas", note), self.places(chosen)]

    def places(self, chosen: list[Place]) -> nodes.enumerated_list:
        """Return the places as a list with the numbers of the map."""
        items = [nodes.list_item("", self.place(place)) for place in chosen]
        listing = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
        listing["classes"] = ["bw-places"]
        return listing

    def place(self, place: Place) -> nodes.paragraph:
        """Return a place in words: name, whose it is, why it is on the map, and its events."""
        here = kit(self.env.app)
        countries = ", ".join(here.seeds.countries[code] for code in place.countries)
        whose = place.status or ("" if countries in place.name else countries)
        line = nodes.paragraph("", "", nodes.strong("", place.name))
        about = f" ({whose[0].lower() + whose[1:] if place.status else whose})" if whose else ""
        line += nodes.Text(f"{about}. {place.why} ")
        for id in place.events:
            line += chip(here, EvidenceRef("event", id), listed=True)
            line += nodes.Text(" ")
        return line

    def complain(self, what: str, mend: str) -> list[nodes.Node]:
        """Warn at the directive, and leave nothing in the page."""
        warn(Subtype.PICTURE, what, mend, self.get_location())
        return []


def setup_map(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("map", Map)
