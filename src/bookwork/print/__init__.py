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

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

SHOWN = ("text/html", "text/plain")
"""What of a notebook cell's output is printed, the best first: drawings come as SVG in HTML."""


def choose_output(app: Sphinx, config: Config) -> None:
    """Tell MyST-NB what to print of a cell; a book may say otherwise."""
    if "nb_mime_priority_overrides" not in config:
        return  # a book without notebooks
    ours = [("pdf", kind, 10 * place) for place, kind in enumerate(SHOWN, 1)]
    config.nb_mime_priority_overrides = [*ours, *config.nb_mime_priority_overrides]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder, and what it shows of notebooks."""
    app.add_builder(PdfBuilder)
    app.connect("config-inited", choose_output)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
