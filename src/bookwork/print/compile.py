"""From Typst's markup to a PDF: the same bytes every time, or an error and the old file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sphinx.errors import SphinxError
from sphinx.util import logging

from bookwork.model.files import write_atomically

HERE = Path(__file__).parent
TEMPLATE = HERE / "bookwork.typ"
FONTS = HERE / "fonts"
STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write what would break it."""

logger = logging.getLogger(__name__)


class PrintError(SphinxError):
    """Typst could not make a PDF of a publication."""

    category = "Print error"


def compile_pdf(source: str, out: Path, images: Mapping[str, Path]) -> None:
    """Compile markup into `out`; PrintError if Typst refuses, and the old file stays.

    `images` are the files that the markup names, by the names that it gives them.
    """
    try:
        # Here, not above: who builds only pages need not have it.
        import typst
    except ImportError:
        raise PrintError("Typst is not installed: pip install 'bookwork[book]'") from None
    with tempfile.TemporaryDirectory(prefix="bookwork-") as folder:
        work = Path(folder)
        (work / "bookwork.typ").write_bytes(TEMPLATE.read_bytes())
        (work / "publication.typ").write_text(source, encoding="utf-8")
        for name, file in images.items():
            try:
                (work / name).write_bytes(file.read_bytes())
            except OSError as reason:
                raise PrintError(f"{out.name} needs an image: {reason}") from None
        made = work / "publication.pdf"
        try:
            _pdf, warnings = typst.compile_with_warnings(
                str(work / "publication.typ"),
                output=str(made),
                root=str(work),
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                pdf_standards=[STANDARD],
                timestamp=0,
            )
        except typst.TypstError as reason:
            kept = out.with_suffix(".typ")
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(source, encoding="utf-8")
            raise PrintError(
                f"{out.name} was not made: {reason.message}\n{reason.diagnostic}\n"
                f"What Typst was given stands in {kept}."
            ) from None
        for warning in warnings:
            logger.warning("%s: %s", out.name, warning.message, type="bookwork", subtype="print")
        write_atomically(out, made.read_bytes())
        out.with_suffix(".typ").unlink(missing_ok=True)
