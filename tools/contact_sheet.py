"""Contact sheets: every page of every PDF, small, side by side, to be looked at.

    python tools/contact_sheet.py [FOLDER …]      writes _build/contact/….png

Without folders those of the book are taken: what students print, and what teachers print.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
OUT = ROOT / "_build" / "contact"
FOLDERS = {"student": ROOT / "_build" / "pdf", "teacher": ROOT / "_build" / "teacher" / "pdf"}
ACROSS, DOWN = 6, 4
WIDTH, GAP = 300, 8
"""Pixels of a page's width, and between two pages."""


def thumbnails(path: Path) -> Iterator[Image.Image]:
    """Yield a small picture of each page."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        width, _height = page.get_size()
        yield page.render(scale=WIDTH / width).to_pil()
        page.close()
    document.close()


def sheets(path: Path) -> Iterator[Image.Image]:
    """Yield a PDF's contact sheets."""
    pages = list(thumbnails(path))
    height = max(page.height for page in pages)
    for first in range(0, len(pages), ACROSS * DOWN):
        held = pages[first : first + ACROSS * DOWN]
        rows = -(-len(held) // ACROSS)
        size = (ACROSS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
        sheet = Image.new("RGB", size, "#8a939b")
        for number, page in enumerate(held):
            row, column = divmod(number, ACROSS)
            sheet.paste(page, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
        yield sheet


def main(folders: dict[str, Path]) -> int:
    """Write the sheets of every PDF in the folders."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    for edition, folder in folders.items():
        for path in sorted(folder.glob("*.pdf")):
            for number, sheet in enumerate(sheets(path), 1):
                sheet.save(OUT / f"{edition}-{path.stem}-{number}.png", optimize=True)
    written = sorted(OUT.glob("*.png"))
    print(f"{len(written)} contact sheets in {OUT.relative_to(ROOT)}")
    return 0 if written else 1


if __name__ == "__main__":
    named = {"-".join(Path(name).parts[-2:]).strip("_/"): Path(name) for name in sys.argv[1:]}
    sys.exit(main(named or FOLDERS))
