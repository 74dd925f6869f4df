"""The document: a publication's pages, put together and written in Typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.model.version import FIRST
from bookwork.print.handouts import handouts, places
from bookwork.print.markup import call, content, label_name, string
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
    # A packet brings the article along, unless its page is in it.
    sheet = {} if publication.kind != "packet" else places(builder)
    brings_article = bool(sheet) and sheet[""] not in known
    known |= set(sheet.values())
    images: dict[str, Path] = {}
    pages = []
    for page in publication.pages:
        is_packet = publication.kind in ("packet", "sheets")
        titled = is_packet and builder.env.titles[page].astext() == publication.title
        writer = PageWriter(builder, page, frozenset(known), images, teacher=teacher, titled=titled)
        pages.append(writer.page(trees[page]))
    if publication.kind == "packet":
        listed = [trees[page] for page in publication.pages]
        torn_off = handouts(builder, listed, article=brings_article, backs=not teacher)
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
        "lang": string((given.language or "en").split("_")[0]),
        "fields": f"({string(_('Name'))}, {string(_('Class'))}, {string(_('Date'))})",
    }
    show = ", ".join(f"{name}: {value}" for name, value in options.items())
    words = {
        "evidence": _("Evidence"), "contents": _("Contents"), "page": _("page"),
        "pages": _("pages"),
        "tick": _("Tick one in each row"), "hints": _("Hints"),
    }  # fmt: skip
    told = ", ".join(f"{name}: {string(value)}" for name, value in words.items())
    source = "\n".join(
        [
            '#import "bookwork.typ": *',
            f"#words.update(({told}))",
            f"#show: publication.with({show})",
            *(
                call("page-of-book", content(page), first=str(number == 0).lower())
                for number, page in enumerate(pages)
            ),
            "",
        ]
    )
    return source, images


def _subtitle(publication: Publication, version: str, *, teacher: bool) -> str:
    match publication.kind:
        case "book" | "guide":
            return ""
        case "packet":
            name = _("Packet with answers") if teacher else _("Packet")
            told = _version(version)
            return f"{name}, {told}" if told else name
        case "sheets":
            return _("Sheets to print and cut")


def _version(letter: str) -> str:
    """Return what a version is called; the first has no name, as most books print no other."""
    return "" if letter == FIRST else _("version {letter}").format(letter=letter)
