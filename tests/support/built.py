"""The book as built, for the tests that look at what a reader gets."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def book_html() -> Path:
    """The folder of the built book's pages.

    `BOOKWORK_HTML` names one that is built already (make does that); else it is built here.
    """
    return _built("BOOKWORK_HTML", "html", "index.html")


def teacher_html() -> Path:
    """The folder of the teacher's edition; `BOOKWORK_TEACHER_HTML` names one built already."""
    return _built("BOOKWORK_TEACHER_HTML", "html", "index.html", teacher=True)


def book_pdf() -> Path:
    """The folder of what students print; `BOOKWORK_PDF` names one built already."""
    return _built("BOOKWORK_PDF", "pdf", "book.pdf")


def teacher_pdf() -> Path:
    """The folder of what teachers print; `BOOKWORK_TEACHER_PDF` names one built already."""
    return _built("BOOKWORK_TEACHER_PDF", "pdf", "guide.pdf", teacher=True)


def _built(variable: str, format: str, first: str, *, teacher: bool = False) -> Path:
    """The folder that an environment variable names, or the one where the book is built now."""
    named = os.environ.get(variable)
    if named:
        folder = (ROOT / named).resolve()
    else:
        bookwork = shutil.which("bookwork", path=str(Path(sys.executable).parent))
        if bookwork is None:
            raise RuntimeError("bookwork is not installed: run make env")
        options = ["--teacher"] if teacher else []
        subprocess.run([bookwork, "build", format, *options], cwd=ROOT, check=True)
        folder = ROOT / "_build" / ("teacher" if teacher else ".") / format
    if not (folder / first).exists():
        raise RuntimeError(f"there is no built book in {folder}")
    return folder
