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
    named = os.environ.get("BOOKWORK_HTML")
    if named:
        folder = (ROOT / named).resolve()
    else:
        bookwork = shutil.which("bookwork", path=str(Path(sys.executable).parent))
        if bookwork is None:
            raise RuntimeError("bookwork is not installed: run make env")
        subprocess.run([bookwork, "build", "html"], cwd=ROOT, check=True)
        folder = ROOT / "_build" / "html"
    if not (folder / "index.html").exists():
        raise RuntimeError(f"there is no built book in {folder}")
    return folder
