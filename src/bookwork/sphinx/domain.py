"""The domain: which page holds which sentence, event, commitment and question, and who uses what.

Records are frozen and hold ids, never nodes; they are purged with their page and merged from
parallel readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from bookwork.sphinx.warnings import Subtype, warn
from bookwork.strings import text as _

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

Kind = Literal["sentence", "event", "commitment", "question", "term"]


@dataclass(frozen=True)
class Target:
    """Where an object stands: page, anchor, and what it is called."""

    kind: Kind
    id: str
    docname: str
    anchor: str
    name: str


@dataclass(frozen=True)
class Placed:
    """A question in a page: its bank, and its number on the page."""

    id: str
    bank: str
    docname: str
    number: int


@dataclass(frozen=True)
class Use:
    """A place that points at evidence: a passage (a section) or a question."""

    evidence: str
    kind: Literal["passage", "question"]
    docname: str
    anchor: str
    name: str


class BookworkDomain(Domain):
    """Sentences, events, commitments and questions of the book."""

    name = "bookwork"
    label = "Bookwork"
    data_version = 2
    object_types = {  # noqa: RUF012 - as Domain declares it
        "sentence": ObjType("sentence", "s"),
        "event": ObjType("event", "event"),
        "commitment": ObjType("commitment", "commitment"),
        "question": ObjType("question", "question"),
        "term": ObjType("term", "g"),
    }
    initial_data = {"targets": {}, "placed": {}, "uses": {}}  # noqa: RUF012 - as above

    @property
    def targets(self) -> dict[str, Target]:
        """Objects by id."""
        return cast("dict[str, Target]", self.data["targets"])

    @property
    def placed(self) -> dict[str, Placed]:
        """Questions in pages, by id."""
        return cast("dict[str, Placed]", self.data["placed"])

    @property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Uses of evidence, by the page that they stand in."""
        return cast("dict[str, tuple[Use, ...]]", self.data["uses"])

    def note(self, target: Target) -> None:
        """Remember where an object stands; the first place stays."""
        self.targets.setdefault(target.id, target)

    def place(self, placed: Placed, location: Any) -> bool:
        """Remember a question in a page; return False (and warn) if it already stands in one."""
        other = self.placed.get(placed.id)
        if other is not None:
            warn(
                Subtype.DUPLICATE,
                f"the question '{placed.id}' already stands in '{other.docname}'",
                "show it once in the book",
                location,
            )
            return False
        self.placed[placed.id] = placed
        target = Target("question", placed.id, placed.docname, placed.id, placed.id)
        self.note(target)
        return True

    def clear_doc(self, docname: str) -> None:
        """Forget what a page held."""
        for table in (self.targets, self.placed):
            for id in [id for id, record in table.items() if record.docname == docname]:
                del table[id]
        self.uses.pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take the records of pages that another process read; refuse a question seen twice."""
        pages = set(docnames)
        for placed in otherdata["placed"].values():
            if placed.docname in pages:
                self.place(placed, placed.docname)
        for target in otherdata["targets"].values():
            if target.docname in pages:
                self.note(target)
        for docname, uses in otherdata["uses"].items():
            if docname in pages:
                self.uses[docname] = uses

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Remember every chip of a page: which question or section points at what."""
        found: dict[Use, None] = {}
        for node in document.findall(nodes.Element):
            is_chip = (
                node.get("refdomain") == self.name and node.get("reftype") in self.object_types
            )
            if is_chip and not node.get("listed"):
                use = _use(docname, node)
                if use is not None:
                    found[use] = None
        self.uses[docname] = tuple(found)

    def used(self, evidence: str, kind: str) -> list[Use]:
        """Return the passages or questions that use evidence, in order of page."""
        return [
            use
            for docname in sorted(self.uses)
            for use in self.uses[docname]
            if use.evidence == evidence and use.kind == kind
        ]

    def resolve_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str,
        target: str, node: pending_xref, contnode: Element,
    ) -> nodes.reference | None:  # fmt: skip
        """Return a link to an object, or its bare words if no page of the book shows it."""
        found = self.targets.get(target)
        if found is None:
            # The id was checked when the page was read: this book just has no such page.
            return cast("nodes.reference", contnode)
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode, found.name)

    def resolve_any_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder,
        target: str, node: pending_xref, contnode: Element,
    ) -> list[tuple[str, Element]]:  # fmt: skip
        """Return what {any} may mean."""
        found = self.targets.get(target)
        if found is None:
            return []
        link = make_refnode(builder, fromdocname, found.docname, found.anchor, contnode)
        return [(f"{self.name}:{found.kind}", link)]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield objects for the inventory; questions stay out of the search's object list."""
        for target in self.targets.values():
            priority = -1
            yield target.id, target.name, target.kind, target.docname, target.anchor, priority


def _use(docname: str, node: nodes.Element) -> Use | None:
    """Return the use that a chip is, or None if it stands in neither a section nor a question."""
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.container) and "bw-question" in parent["classes"]:
            name = f"{_('Question')} {parent['number']}"
            return Use(node["reftarget"], "question", docname, parent["ids"][0], name)
        if isinstance(parent, nodes.section):
            title = parent.next_node(nodes.title)
            name = title.astext() if title is not None else docname
            return Use(node["reftarget"], "passage", docname, parent["ids"][0], name)
        parent = parent.parent
    return None


def domain(env: BuildEnvironment) -> BookworkDomain:
    """Return the book's domain."""
    return cast("BookworkDomain", env.get_domain(BookworkDomain.name))


def forget_pages(app: Sphinx, env: BuildEnvironment, docnames: Iterable[str]) -> None:
    """Forget all pages to be read before the first is read.

    Sphinx forgets each just before it reads it: a question that moved to a page read earlier would
    still stand in its old one, too.
    """
    for docname in docnames:
        domain(env).clear_doc(docname)


def setup_domain(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(BookworkDomain)
    app.connect("env-before-read-docs", forget_pages)
