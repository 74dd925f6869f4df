"""The directive {freshness}: which facts and questions are to be looked at again, and by when."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from bookwork.model.errors import relative
from bookwork.model.evidence import EvidenceRef
from bookwork.model.freshness import Review, reviews, today
from bookwork.model.partialdate import PartialDate
from bookwork.sphinx.chips import chip
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.kit import depend_on_bank, depend_on_seeds, kit
from bookwork.sphinx.prose import inline, parse
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.sphinx.writer import box
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

DAY = "bookwork_day"


class Freshness(SphinxDirective):
    """What is overdue on the day of the build, what is due soon, and how far the facts reach."""

    def run(self) -> list[nodes.Node]:
        """Return the lists."""
        if not is_teachers_edition(self.env.app):
            what, mend = "the list of reviews is for teachers", "move it to a teacher's page"
            warn(Subtype.EDITION, what, mend, self.get_location())
            return []
        here, day = kit(self.env.app), today()
        depend_on_seeds(self.env)
        for bank in here.banks.values():
            depend_on_bank(self.env, bank)
        self.env.metadata[self.env.docname][DAY] = day.isoformat()
        found = reviews(here.seeds, here.banks)
        overdue = [review for review in found if review.is_overdue(day)]
        soon = [review for review in found if review.is_soon(day)]
        whole = box("bw-freshness")
        words = PartialDate(day.year, day.month, day.day).words()
        whole += nodes.paragraph("", f"{_('Day of this list:')} {words}.")
        whole += nodes.rubric("", _("Overdue"))
        whole += self.listed(overdue, _("Nothing is overdue."))
        whole += nodes.rubric("", _("Due within 90 days"))
        whole += self.listed(soon, _("Nothing is due within 90 days."))
        whole += nodes.rubric("", _("How far the facts reach"))
        whole += self.horizon()
        return [whole]

    def listed(self, found: list[Review], none: str) -> nodes.Node:
        """Return a list of reviews, or the words for an empty one."""
        if not found:
            return nodes.paragraph("", none)
        items = [nodes.list_item("", *self.review(each)) for each in found]
        return nodes.bullet_list("", *items, bullet="-")

    def review(self, review: Review) -> list[nodes.Node]:
        """Return what is to be looked at, by when, where, and why."""
        line = nodes.paragraph("", "", nodes.strong("", review.by.words()), nodes.Text(": "))
        source = relative(review.path)
        line += inline(parse(self, review.title, source))
        line += nodes.Text(" ")
        if review.kind == "event":
            line += chip(kit(self.env.app), EvidenceRef("event", review.id), listed=True)
        else:
            line += addnodes.pending_xref(
                "", nodes.inline("", f"[{review.id}]", classes=["bw-chip"]), refdomain="bookwork",
                reftype="question", reftarget=review.id, refexplicit=True, refwarn=True,
                listed=True,
            )  # fmt: skip
        if review.as_of:
            line += nodes.Text(f" ({_('as of')} {review.as_of.words()})")
        return [line, *([nodes.paragraph("", review.why)] if review.why else [])]

    def horizon(self) -> nodes.Node:
        """Return the last days that each sort of source covers."""
        about = kit(self.env.app).seeds.chronicle.meta
        horizon = about.horizon
        rows = (
            (_("Facts checked on"), about.as_of.words()),
            (_("First-hand news to"), horizon.first_hand_news.words()),
            (_("White House pages to"), horizon.white_house_pages.words()),
            (_("Second-hand digests to"), horizon.second_hand_digests.words()),
        )
        items = [
            nodes.list_item("", nodes.paragraph("", f"{name} ", nodes.strong("", words)))
            for name, words in rows
        ]
        items.append(nodes.list_item("", nodes.paragraph("", horizon.after)))
        return nodes.bullet_list("", *items, bullet="-")


def of_another_day(
    app: Sphinx,
    env: BuildEnvironment,
    added: Collection[str],
    changed: Collection[str],
    removed: Collection[str],
) -> list[str]:
    """Return the pages with a list of another day."""
    day = today().isoformat()
    return [doc for doc, data in env.metadata.items() if data.get(DAY, day) != day]


def setup_freshness(app: Sphinx) -> None:
    """Register the directive, and read its page again when the day has changed."""
    app.add_directive("freshness", Freshness)
    app.connect("env-get-outdated", of_another_day)
