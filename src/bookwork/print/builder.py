"""The builder `pdf`: writes every publication of an edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.display import status_iterator

from bookwork.model.version import FIRST
from bookwork.print.compile import compile_pdf
from bookwork.print.contents import contents
from bookwork.print.document import document
from bookwork.print.publication import Publication, publications
from bookwork.sphinx.config import Config, config
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.tree import boxes
from bookwork.sphinx.written import remember, written

if TYPE_CHECKING:
    from docutils.nodes import Node

READING = "bw-reading-"


class PdfBuilder(Builder):
    """Writes publications as PDF/UA-1."""

    name = "pdf"
    format = "typst"
    epilog = "The PDF files are in %(outdir)s."
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg"]  # noqa: RUF012 - as Builder declares it
    allow_parallel = False

    def get_outdated_docs(self) -> Iterable[str]:
        """Return all pages: a publication is made whole."""
        return self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address that the writer finds a page's label by."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the same address from everywhere."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: set[str]) -> None:
        """Nothing is to be prepared."""

    def write_doc(self, docname: str, doctree: Node) -> None:
        """Nothing is written page by page."""

    def write(self, *_ignored: object) -> None:
        """Write every publication."""
        teacher = is_teachers_edition(self.app)
        chosen = config(self.app)
        held = contents(self.env, chosen.lesson_plans if teacher else "")
        wanted = publications(held, self.config.project, chosen.teacher_pages, teacher=teacher)
        names = {each.name for each in wanted}
        if chosen.version != FIRST:
            wanted = [each for each in wanted if each.kind == "packet"]
        elif chosen.printed == "packets":
            wanted = [each for each in wanted if each.kind in ("packet", "sheets")]
        trees = {
            page: self.env.get_and_resolve_doctree(page, self)
            for page in dict.fromkeys(name for each in wanted for name in each.pages)
        }
        for tree in trees.values():
            self.post_process_images(tree)
            keep_reading(tree, chosen.printed_reading)
        for each in status_iterator(
            wanted, "writing publications… ", length=len(wanted), stringify_func=lambda p: p.name
        ):
            self.publish(each, trees, teacher=teacher)
        self.tidy(names, [each.name for each in wanted], suffix(chosen))

    def tidy(self, held: Collection[str], made: Iterable[str], ending: str) -> None:
        """Remove what an earlier build like this one made, and the book no longer holds."""
        kind = f"files{ending}"
        before = written(self.app, self.name).get(kind, [])
        for name in set(before) - set(held):
            Path(self.outdir, f"{name}{ending}.pdf").unlink(missing_ok=True)
        kept = {*made, *(name for name in before if name in held)}
        remember(self.app, self.name, **{kind: sorted(kept)})

    def publish(
        self, publication: Publication, trees: dict[str, nodes.document], *, teacher: bool
    ) -> None:
        """Write one publication."""
        source, images = document(self, publication, trees, teacher=teacher)
        name = publication.name + suffix(config(self.app))
        compile_pdf(source, Path(self.outdir, f"{name}.pdf"), images)


def keep_reading(tree: nodes.document, wanted: str) -> None:
    """Take out of a page the reading that is not to be printed; "both" leaves both."""
    if wanted == "both":
        return
    name = f"{READING}{wanted}"
    if not boxes(tree, name):
        return  # a page whose readings are others is printed as it is
    for section in list(tree.findall(nodes.section)):
        levels = {each for each in section["classes"] if each.startswith(READING)}
        if levels and name not in levels:
            section.parent.remove(section)


def suffix(chosen: Config) -> str:
    """Return what tells a file from its like, made with other settings: `_short_us-letter_B`.

    No bank's name holds the sign between them.
    """
    plain = Config()
    parts = [
        chosen.printed_reading if chosen.printed_reading != plain.printed_reading else "",
        chosen.paper if chosen.paper != plain.paper else "",
        chosen.version if chosen.version != plain.version else "",
    ]
    return "".join(f"_{part}" for part in parts if part)
