"""The publication: one PDF, the pages that it is made of, and whom it is for.

Which there are follows from the book: a packet for every bank (the pages on which its questions
and the tasks of its lab stand), one for all of them, the sheets of every chapter that has some, and
the book itself. The teacher's edition has the packets with their keys and the lesson plans, what
the facilitator reads out, and the guide, without the pages that only list keys: the packets have
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bookwork.model.edition import is_teachers
from bookwork.strings import text as _

Kind = Literal["book", "packet", "sheets", "guide"]


@dataclass(frozen=True)
class Publication:
    """A PDF to be made: its file's name without the suffix, its title, its pages in order."""

    name: str
    title: str
    kind: Kind
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """What a book holds: its pages in order, and those of each bank and of each chapter's sheets.

    `chapters` maps a top page to itself and the pages below it; `titles` are those of pages;
    `asked` maps a bank's name to pages with its questions or its lab; `sheets` are pages with
    sheets; `keys` those that list keys; `plans` is the page with lesson plans, if there is one.
    """

    pages: tuple[str, ...]
    chapters: dict[str, tuple[str, ...]]
    titles: dict[str, str]
    asked: dict[str, tuple[str, ...]]
    sheets: frozenset[str]
    keys: frozenset[str] = frozenset()
    plans: str = ""


def publications(
    contents: Contents, title: str, teacher_pages: Sequence[str], *, teacher: bool
) -> list[Publication]:
    """Return what an edition consists of; the book's own title names the book."""
    own = [page for page in contents.pages if is_teachers(page, teacher_pages)]
    common = [page for page in contents.pages if page not in own]
    found = []
    if not teacher:
        found.append(Publication("book", title, "book", tuple(common)))
    plans = (contents.plans,) if teacher and contents.plans else ()
    packets = []
    for bank, asked in contents.asked.items():
        pages = tuple(page for page in asked if teacher or page not in own)
        if pages:
            packets.append((f"packet-{bank}", contents.titles[pages[0]], pages))
    if len(packets) > 1:
        everything = dict.fromkeys(page for _n, _t, pages in packets for page in pages)
        packets.append(("packet-all", title, tuple(everything)))
    for name, heading, pages in packets:
        held = tuple(page for page in pages if page not in plans)
        found.append(Publication(name, heading, "packet", (*held, *plans)))
    for chapter, pages in contents.chapters.items():
        held = tuple(page for page in pages if page not in own)
        if not teacher and contents.sheets.intersection(held):
            found.append(_sheets(chapter, held, contents))
    # What students get in their hands is in the students' files, and does not say *teacher*.
    if teacher:
        found += [_sheets(page, (page,), contents) for page in own if page in contents.sheets]
    guide = tuple(page for page in _in_order(own, contents) if page not in contents.keys)
    if guide and teacher:
        found.append(Publication("guide", _("Teacher's guide"), "guide", guide))
    return told_apart(found)


def _sheets(name: str, pages: tuple[str, ...], contents: Contents) -> Publication:
    """Return the sheets of a chapter, or of one of the teacher's pages."""
    return Publication(f"sheets-{name.rpartition('/')[2]}", contents.titles[name], "sheets", pages)


def told_apart(found: Iterable[Publication]) -> list[Publication]:
    """Return publications of which no two have the same name: a bank may be called `all`."""
    names: set[str] = set()
    apart = []
    for each in found:
        name, number = each.name, 1
        while name in names:
            number += 1
            name = f"{each.name}-{number}"
        names.add(name)
        apart.append(replace(each, name=name))
    return apart


def _in_order(pages: Iterable[str], contents: Contents) -> tuple[str, ...]:
    wanted = set(pages)
    return tuple(page for page in contents.pages if page in wanted)
