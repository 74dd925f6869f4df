"""The document: a publication's pages, put together and written in Typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.model.version import FIRST
from bookwork.print.handouts import handouts, places
from bookwork.print.markup import call, content, label, label_name, string
from bookwork.print.publication import Publication
from bookwork.print.writer import PageWriter
from bookwork.sphinx.config import config
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.builders import Builder


def document(
    builder: Builder, publication: Publication, trees: dict[str, nodes.document], *, teacher: bool
) -> tuple[str, dict[str, Path]]:
    """Return a publication's markup, whole, and the images that it names."""
    known = {label_name(page) for page in publication.pages}
    for page in publication.pages:
        for element in trees[page].findall(nodes.Element):
            ids: list[str] = element.get("ids", [])
            known |= {label_name(page, anchor) for anchor in ids}
    # A packet brings along what it lacks of the article.
    wanted = places(builder) if publication.kind == "packet" else {}
    sheet = {id: name for id, name in wanted.items() if name not in known}
    sheet = sheet if set(sheet) - {""} else {}
    known |= set(sheet.values())
    images: dict[str, Path] = {}
    pages = []
    # A packet whose first page has its title opens with that page, others with a list of pages.
    opens = is_headed(builder, publication, publication.pages[0], teacher=teacher)
    front, glance = "", []
    for page in publication.pages:
        titled = is_headed(builder, publication, page, teacher=teacher)
        writer = PageWriter(builder, page, frozenset(known), images, teacher=teacher, titled=titled)
        pages.append(writer.page(trees[page]))
        if writer.glance:
            glance.append(at_a_glance(builder, page, writer.glance))
    if publication.kind == "packet":
        listed = [trees[page] for page in publication.pages]
        if glance:
            told = string(_("Key at a glance"))
            front = call("at-a-glance", told, f"({''.join(glance)})")
        torn_off = handouts(builder, listed, sheet, backs=not teacher)
        pages += [torn_off] if torn_off else []
    given, chosen = builder.config, config(builder.app)
    options = {
        "title": string(publication.title),
        "book": string(given.project),
        "author": string(given.author),
        "kind": string(publication.kind),
        "subtitle": string(_subtitle(publication, chosen.version, teacher=teacher)),
        "version": string(_version(chosen.version)),
        "paper": string(chosen.paper),
        "mark": string(_("Teacher's edition — do not give to students") if teacher else ""),
        "listed": str(publication.kind == "packet" and not opens).lower(),
        "front": content(front),
        "lang": string((given.language or "en").split("_")[0]),
        "fields": f"({string(_('Name'))}, {string(_('Class'))}, {string(_('Date'))})",
    }
    show = ", ".join(f"{name}: {value}" for name, value in options.items())
    words = {
        "evidence": _("Evidence"), "contents": _("Contents"), "page": _("page"),
        "pages": _("pages"),
        "tick": _("Tick one in each row"), "hints": _("Hints"),
        "one-side": _("Print these sheets on one side of the paper."), "fold": _("fold"),
        "what": _("What happened"), "when": _("When"),
    }  # fmt: skip
    told = ", ".join(f"{name}: {string(value)}" for name, value in words.items())
    source = "\n".join(
        [
            '#import "bookwork.typ": *',
            f"#words.update(({told}))",
            f"#show: publication.with({show})",
            *(
                call("page-of-book", content(page), first=str(not number and opens).lower())
                for number, page in enumerate(pages)
            ),
            "",
        ]
    )
    return source, images


def is_headed(builder: Builder, publication: Publication, page: str, *, teacher: bool) -> bool:
    """Return whether a packet's title stands for that of a page.

    A teacher's packet opens with its contents and all keys: there each page has its own title.
    """
    kinds = ("sheets",) if teacher else ("packet", "sheets")
    return publication.kind in kinds and builder.env.titles[page].astext() == publication.title


def at_a_glance(builder: Builder, page: str, keys: list[tuple[str, str]]) -> str:
    """Return a page's keys as an argument: its title, where it is, and each question's answer."""
    title, place = string(builder.env.titles[page].astext()), label(label_name(page))
    told = "".join(f"({string(number)}, {string(key or '—')}), " for number, key in keys)
    return f"({title}, {place}, ({told})), "


def _subtitle(publication: Publication, version: str, *, teacher: bool) -> str:
    match publication.kind:
        case "book" | "guide":
            return ""
        case "packet":
            name = _("Packet with answers") if teacher else _("Packet")
            told = _version(version)
            return f"{name}, {told}" if told else name
        case "sheets":
            return _("For the facilitator") if teacher else _("Sheets to print and cut")


def _version(letter: str) -> str:
    """Return what a version is called; the first has no name, as most books print no other."""
    return "" if letter == FIRST else _("version {letter}").format(letter=letter)
