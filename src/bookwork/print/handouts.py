"""Handouts: what stands behind a packet's pages to be torn off: the article, cards, the strip.

The article is there to underline evidence in. Cards have a word in front and its meaning behind;
the strip has what happened and, folded back, when. Both come from what the packet's pages list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from docutils import nodes

from bookwork.model.article import Sentence
from bookwork.print.markup import call, content, label_name, place, string, text
from bookwork.sphinx.config import config
from bookwork.sphinx.domain import BookworkDomain, Target
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.builders import Builder

A_PAGE = {"a4": (10, 16), "us-letter": (8, 15)}
"""How many cards and steps fit below a title, by paper; their sizes are the template's."""


def handouts(
    builder: Builder, trees: Iterable[nodes.document], article: dict[str, str], *, backs: bool
) -> str:
    """Return a packet's handouts.

    `article` has the labels that the article's sheet takes over, and is empty if a packet needs no
    such sheet; `backs` are empty pages behind what is to be cut.
    """
    listed = list(trees)
    cards = [pair for tree in listed for pair in cards_of(tree)]
    steps = [step[1:] for step in sorted(step for tree in listed for step in steps_of(tree))]
    flag = str(backs).lower()
    found = [sheet(builder, article)] if article else []
    cards_a_page, steps_a_page = A_PAGE[config(builder.app).paper]
    for title, told, laid, a_page, pairs in (
        (
            _("Cards to cut out"),
            _(
                "Cut along the dashed lines. Fold each card in the middle: the word is in front,"
                " its meaning behind."
            ),
            "fold-cards",
            cards_a_page,
            cards,
        ),
        (
            _("Timeline strip to cut out"),
            _(
                "Cut along the dashed lines and fold the dates back. Then lay the events in order,"
                " and turn them to check."
            ),
            "fold-strip",
            steps_a_page,
            steps,
        ),
    ):
        if pairs:
            held = sides(dict.fromkeys(pairs))  # what two pages list is cut out once
            found.append(
                call("cut-sheet", string(title), string(told), laid, str(a_page), held, backs=flag)
            )
    return "\n".join(found)


def sides(pairs: Iterable[tuple[str, str]]) -> str:
    """Return cards as an array of pairs: front and back."""
    return "(" + "".join(f"({content(text(a))}, {content(text(b))}), " for a, b in pairs) + ")"


def cards_of(tree: nodes.document) -> Iterable[tuple[str, str]]:
    """Yield each word that a page explains, with what it means."""
    for listing in boxes(tree, "bw-terms"):
        for item in listing.children:
            assert isinstance(item, nodes.definition_list_item)
            yield card(item)


def card(item: nodes.Element) -> tuple[str, str]:
    """Return the two sides of a card: a term, and its definition."""
    front, back = item.children[0], item.children[-1]
    return " ".join(front.astext().split()), " ".join(back.astext().split())


def steps_of(tree: nodes.document) -> Iterable[tuple[str, str, str]]:
    """Yield each event of a page's short timelines: its first day, its title, its date."""
    for listing in boxes(tree, "bw-timeline"):
        if "bw-brief" not in listing["classes"]:
            continue
        for item in listing.children:
            assert isinstance(item, nodes.Element)
            (title,), (date,) = boxes(item, "bw-title"), boxes(item, "bw-date")
            yield item["day"], title.astext(), date.astext()


def sentence_targets(builder: Builder) -> list[Target]:
    """Return where the book has the article's sentences; none if no page shows them."""
    targets = cast("BookworkDomain", builder.env.get_domain("bookwork")).targets
    return [each for each in targets.values() if each.kind == "sentence"]


def places(builder: Builder) -> dict[str, str]:
    """Return the labels that the article's sheet takes over from the page of the article."""
    targets = sentence_targets(builder)
    found = {each.id: label_name(each.docname, each.anchor) for each in targets}
    return {"": label_name(targets[0].docname), **found} if targets else {}


def sheet(builder: Builder, names: dict[str, str]) -> str:
    """Return the article as it was written, with room between its lines, and its labels."""

    def said(sentence: Sentence) -> str:
        here = place(names[sentence.id]) if sentence.id in names else ""
        # Behind the mark: in front of it, the place would be on the line before.
        words = content(here + text(sentence.text))
        return call("sentence-of-sheet", string(sentence.id), words)

    paragraphs = kit(builder.app).seeds.article.paragraphs()
    body = "".join(content(" ".join(map(said, each))) + ", " for each in paragraphs)
    told = _("Underline the words that you use as evidence. Name a sentence by its mark.")
    here = place(names[""]) if "" in names else ""
    return call("article-sheet", content(here), string(_("The article")), string(told), f"({body})")
