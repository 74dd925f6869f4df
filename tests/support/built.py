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
    return _built("BOOKWORK_HTML", "_build/html")


def teacher_html() -> Path:
    """The folder of the teacher's edition; `BOOKWORK_TEACHER_HTML` names one built already."""
    return _built("BOOKWORK_TEACHER_HTML", "_build/teacher/html", "--teacher")


def _built(variable: str, place: str, *options: str) -> Path:
    """The folder that an environment variable names, or the one where the book is built now."""
    named = os.environ.get(variable)
    if named:
        folder = (ROOT / named).resolve()
    else:
        bookwork = shutil.which("bookwork", path=str(Path(sys.executable).parent))
        if bookwork is None:
            raise RuntimeError("bookwork is not installed: run make env")
        subprocess.run([bookwork, "build", "html", *options], cwd=ROOT, check=True)
        folder = ROOT / place
    if not (folder / "index.html").exists():
        raise RuntimeError(f"there is no built book in {folder}")
    return folder
