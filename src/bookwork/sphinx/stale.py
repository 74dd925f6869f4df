"""Stale pages: what an earlier build wrote of pages that the book no longer has.

Sphinx leaves them where they are. A page that has become the teacher's would go on lying among the
students' pages, and in the EPUB, with its keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bookwork.model.edition import is_teachers
from bookwork.sphinx.config import config
from bookwork.sphinx.edition import is_teachers_edition

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def remove_stale(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Remove what was written of pages that are gone, or have become the teacher's."""
    suffix = getattr(app.builder, "out_suffix", "")
    if not suffix:
        return []
    out = Path(app.outdir)
    gone = set(removed)
    if not is_teachers_edition(app):
        pages = (
            path.relative_to(out).as_posix().removesuffix(suffix)
            for path in out.rglob(f"*{suffix}")
        )
        patterns = config(app).teacher_pages
        gone |= {page for page in pages if is_teachers(page, patterns)}
    for page in gone - set(env.found_docs):
        Path(out, page + suffix).unlink(missing_ok=True)
        for copy in Path(out, "_sources").glob(f"{page}.*"):
            copy.unlink()
    return []


def setup_stale(app: Sphinx) -> None:
    """Remove stale pages before anything is written."""
    app.connect("env-get-outdated", remove_stale)
