"""The glossary: the role {g} and the directives {terms} and {people}, from the seeds.

A word that the author marked leads to its entry. In HTML its definition stands hidden in the page,
too: it describes the link to a screen reader, and the script shows it beside the word.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole

from bookwork.model.person import Person
from bookwork.model.seeds import Seeds
from bookwork.model.term import Term
from bookwork.sphinx.domain import Target, domain
from bookwork.sphinx.htmlnodes import Attributes, element, quiet
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.quiz import words
from bookwork.sphinx.tree import is_upgraded
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Entry = Term | Person
CATEGORIES = ("term", "institution", "place")
_NAMED = re.compile(r"^(.*?)\s*<(g-[a-z0-9-]+)>$", re.DOTALL)


def entries(seeds: Seeds) -> dict[str, Entry]:
    """Return terms and people by id."""
    return {**seeds.terms, **seeds.people}


def find(seeds: Seeds, name: str) -> Entry | None:
    """Return the entry of an id or of a name, however it is capitalised."""
    known = entries(seeds)
    if name in known:
        return known[name]
    folded = name.casefold()
    return next(
        (each for each in known.values() if folded in map(str.casefold, each.names())), None
    )


def name_of(entry: Entry) -> str:
    """Return what an entry is called."""
    return entry.term if isinstance(entry, Term) else entry.name


def link(entry: Entry, text: str) -> addnodes.pending_xref:
    """Return a link to an entry, which the domain resolves; it rests nothing on evidence."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", text, classes=["bw-term"]),
        refdomain="bookwork",
        reftype="term",
        reftarget=entry.id,
        refexplicit=True,
        refwarn=True,
        listed=True,
    )


class TermRole(SphinxRole):
    """The role {g}: a word of the text, or {g}`a word <g-id>`, and its entry in the glossary."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; an unknown word is a warning, and stays as plain text."""
        seeds = kit(self.env.app).seeds
        depend_on_seeds(self.env)
        named = _NAMED.match(self.text)
        text, key = (named[1], named[2]) if named else (self.text, self.text)
        entry = find(seeds, key)
        if entry is None:
            names = [name for each in entries(seeds).values() for name in each.names()]
            near = difflib.get_close_matches(key, names, 1)
            mend = f"did you mean '{near[0]}'?" if near else "see seeds/glossary.yml"
            warn(Subtype.TERM, f"the glossary has no '{key}'", mend, self.get_location())
            return [nodes.Text(text)], []
        node = link(entry, text)
        self.set_source_info(node)
        return [node], []


class _Listing(SphinxDirective):
    """What both directives share."""

    def listing(self, chosen: Iterable[Entry], *, index: bool) -> list[nodes.Node]:
        """Return entries as a definition list; the index is where links lead."""
        ordered = sorted(chosen, key=lambda each: name_of(each).strip("'‘“").casefold())
        items = [self.entry(each, index=index) for each in ordered]
        return [nodes.definition_list("", *items, classes=["bw-terms"])]

    def entry(self, entry: Entry, *, index: bool) -> nodes.definition_list_item:
        """Return an entry: its names, what it is, and a note."""
        seeds = kit(self.env.app).seeds
        name = name_of(entry)
        term = nodes.term("", "")
        if index:
            term += nodes.strong("", name)
            term["ids"].append(entry.id)
            self.state.document.note_explicit_target(term)
            domain(self.env).note(Target("term", entry.id, self.env.docname, entry.id, name))
        else:
            term += link(entry, name)
        about = []
        if isinstance(entry, Person):
            about.append(", ".join(seeds.countries[code] for code in entry.countries))
            if entry.family_name not in (name.split()[-1],):
                about.append(_("family name {name}").format(name=entry.family_name))
        others = [each for each in entry.also if index and each not in name]
        if others:
            about.append(_("also {names}").format(names=", ".join(others)))
        if about:
            term += nodes.inline("", f" ({'; '.join(about)})", classes=["bw-also"])
        text = nodes.paragraph("", entry.definition)
        if entry.note and index:
            text += nodes.Text(" ")
            text += nodes.emphasis("", entry.note)
        return nodes.definition_list_item("", term, nodes.definition("", text))


class Terms(_Listing):
    """The terms of the glossary: all of them, or a selection that leads to all."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "ids": words,
        "category": lambda argument: directives.choice(argument, CATEGORIES),
    }

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        seeds = kit(self.env.app).seeds
        depend_on_seeds(self.env)
        chosen = select(self, seeds)
        return [] if chosen is None else self.listing(chosen, index=not self.options)


def select(directive: SphinxDirective, seeds: Seeds) -> list[Entry] | None:
    """Return what `ids` and `category` choose; None (and warn) if an id is unknown."""
    ids = directive.options.get("ids", ())
    category = directive.options.get("category")
    for id in ids:
        if id not in entries(seeds):
            what = f"the glossary has no '{id}'"
            warn(Subtype.TERM, what, "see seeds/glossary.yml", directive.get_location())
            return None
    chosen: list[Entry] = [entries(seeds)[id] for id in ids] if ids else list(seeds.terms.values())
    return [
        each
        for each in chosen
        if category is None or (isinstance(each, Term) and each.category == category)
    ]


class People(_Listing):
    """Everybody whom the book names."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        depend_on_seeds(self.env)
        return self.listing(kit(self.env.app).seeds.people.values(), index=True)


class HintTerms(SphinxPostTransform):
    """Writes a word's link in few letters, and each definition once, hidden, at the page's end."""

    default_priority = 190

    def run(self, **_kwargs: Any) -> None:
        """Slim links in place, and add the definitions."""
        if not is_upgraded(self.app) or self.app.builder.name == "singlehtml":
            return
        here = entries(kit(self.app).seeds)
        used: dict[str, Entry] = {}
        for found in list(self.document.findall(nodes.reference)):
            inner = found[0] if len(found) == 1 else None
            if not isinstance(inner, nodes.inline) or "bw-term" not in inner["classes"]:
                continue
            address = found.get("refuri") or f"#{found.get('refid')}"
            entry = here.get(address.rpartition("#")[2])
            attributes = {"class": "bw-term", "href": address}
            if entry is not None and not _is_defined_beside(found):
                used[entry.id] = entry
                attributes["aria-describedby"] = f"hint-{entry.id}"
            found.replace_self(element("a", *inner.children, attributes=attributes))
        if used:
            hints = [
                element("span", nodes.Text(entry.definition), attributes={"id": f"hint-{id}"})
                for id, entry in used.items()
            ]
            box: Attributes = {"class": "bw-hints", "hidden": True}
            self.document += element("div", *hints, attributes=box, node=quiet)


def _is_defined_beside(node: nodes.Node) -> bool:
    """Return whether a link stands as the term of a list that defines it."""
    return isinstance(node.parent, nodes.term)


def setup_glossary(app: Sphinx) -> None:
    """Register the role, the directives and the transform."""
    app.add_role("g", TermRole())
    app.add_directive("terms", Terms)
    app.add_directive("people", People)
    app.add_post_transform(HintTerms)
