"""The builder `pdf`: writes every publication of an edition."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.display import status_iterator

from bookwork.print.compile import compile_pdf
from bookwork.print.contents import contents
from bookwork.print.document import document
from bookwork.print.publication import Publication, publications
from bookwork.sphinx.config import config
from bookwork.sphinx.edition import is_teachers_edition

if TYPE_CHECKING:
    from docutils.nodes import Node

logger = logging.getLogger(__name__)


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
        held = contents(self.env)
        wanted = publications(
            held, self.config.project, config(self.app).teacher_pages, teacher=teacher
        )
        trees = {
            page: self.env.get_and_resolve_doctree(page, self)
            for page in dict.fromkeys(name for each in wanted for name in each.pages)
        }
        for tree in trees.values():
            self.post_process_images(tree)
        for each in status_iterator(
            wanted, "writing publications… ", length=len(wanted), stringify_func=lambda p: p.name
        ):
            self.publish(each, trees, teacher=teacher)

    def publish(
        self, publication: Publication, trees: dict[str, nodes.document], *, teacher: bool
    ) -> None:
        """Write one publication."""
        source, images = document(self, publication, trees, teacher=teacher)
        compile_pdf(source, Path(self.outdir, f"{publication.name}.pdf"), images)
