"""The directive {timeline}: events as an ordered list, drawn as a timeline by the styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from bookwork.model.event import Event
from bookwork.model.evidence import EvidenceRef
from bookwork.model.partialdate import PartialDate
from bookwork.sphinx.article import cited
from bookwork.sphinx.chips import chip
from bookwork.sphinx.domain import Target, domain
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.quiz import words
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILTERS = ("track", "countries", "kind", "tier", "from", "to", "ids")


class Timeline(SphinxDirective):
    """Events, filtered. The one without a filter is the index of events: chips lead to it."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "track": words,
        "countries": words,
        "kind": words,
        "tier": words,
        "from": PartialDate.parse,
        "to": PartialDate.parse,
        "ids": words,
        "brief": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        here = kit(self.env.app)
        depend_on_seeds(self.env)
        for id in self.options.get("ids", ()):
            if id not in here.seeds.events:
                what = f"there is no event '{id}'"
                warn(Subtype.TIMELINE, what, "see seeds/events.yml", self.get_location())
        events = list(select(here.seeds.events.values(), self.options))
        if not events:
            warn(Subtype.TIMELINE, "no event passes the filter", "widen it", self.get_location())
            return []
        index = not any(name in self.options for name in FILTERS) and "brief" not in self.options
        items = [self.event(event, index=index) for event in events]
        listing = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
        listing["classes"] = ["bw-timeline", *(["bw-brief"] if "brief" in self.options else [])]
        return [listing]

    def event(self, event: Event, *, index: bool) -> nodes.list_item:
        """Return an event: when, what, and (unless brief) the rest."""
        here = kit(self.env.app)
        head = nodes.paragraph("", "", classes=["bw-event"])
        head += nodes.inline("", event.date.words(), classes=["bw-date"])
        head += nodes.Text(" ")
        head += nodes.strong("", event.title, classes=["bw-title"])
        head += nodes.Text(" ")
        head += nodes.inline("", f"({here.seeds.chronicle.tracks[event.track]})",
                             classes=["bw-track"])  # fmt: skip
        item = nodes.list_item("", head, classes=[f"bw-track-{event.track}"])
        item["day"] = event.date.earliest.isoformat()
        if index:
            item["ids"].append(event.id)
            self.state.document.note_explicit_target(item)
            target = Target("event", event.id, self.env.docname, event.id, event.title)
            domain(self.env).note(target)
        else:
            head += nodes.Text(" ")
            head += chip(here, EvidenceRef("event", event.id), listed=True)
        if "brief" not in self.options:
            body = nodes.paragraph("", f"{event.description} ", classes=["bw-body"])
            for remark in remarks(event):
                body += nodes.emphasis("", remark)
                body += nodes.Text(" ")
            body += cited(self, event.sources)
            item += body
        return item


def select(events: Iterable[Event], options: dict[str, Any]) -> Iterable[Event]:
    """Yield the events that pass every filter, in the order of seeds."""
    for event in events:
        tests = (
            "ids" not in options or event.id in options["ids"],
            "track" not in options or event.track in options["track"],
            "kind" not in options or event.kind in options["kind"],
            "tier" not in options or event.tier in options["tier"],
            "countries" not in options or set(event.countries) & set(options["countries"]),
            "from" not in options or event.date.latest >= options["from"].earliest,
            "to" not in options or event.date.earliest <= options["to"].latest,
        )
        if all(tests):
            yield event


def remarks(event: Event) -> list[str]:
    """Return what a reader must be told about how surely an event is known."""
    found = []
    if event.confidence == "unconfirmed":
        found.append(_("A detail is not confirmed."))
    if event.basis == "second-hand":
        found.append(_("Reported second-hand; not confirmed."))
    if event.note:
        found.append(event.note if event.note.endswith(".") else f"{event.note}.")
    return found


def setup_timeline(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("timeline", Timeline)
