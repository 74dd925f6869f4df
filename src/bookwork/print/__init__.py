"""Print: the book, packets and sheets as tagged PDF, through Typst.

An extension that `bookwork.sphinx` loads. Its builder, `pdf`, writes every publication that the
book holds (`publication`). Each is put together from the pages' doctrees, as every plain builder
gets them, and written by one visitor (`writer`) in the words of one template (`bookwork.typ`). The
fonts are the package's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookwork import __version__
from bookwork.print.builder import PdfBuilder
from bookwork.print.outputs import setup_outputs

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder, and what it shows of notebooks."""
    app.add_builder(PdfBuilder)
    setup_outputs(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
