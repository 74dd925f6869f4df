"""Stale pages: what an earlier build wrote of pages that the book no longer has.

Sphinx leaves them where they are. A page that has become the teacher's would go on lying among the
students' pages, and in the EPUB, with its keys, its pictures and its files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bookwork.model.edition import is_teachers
from bookwork.sphinx.config import config
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.written import remember, written

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

PAGES, IMAGES, DOWNLOADS = "pages", "images", "downloads"


def remove_stale(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Remove what was written of pages that are gone, or have become the teacher's."""
    suffix = getattr(app.builder, "out_suffix", "")
    if not suffix:
        return []
    name, out = app.builder.name, Path(app.outdir)
    before = written(app, name)
    now = {
        PAGES: sorted(env.found_docs),
        IMAGES: sorted(file for _pages, file in env.images.values()),
        DOWNLOADS: sorted(file for _pages, file in env.dlfiles.values()),
    }
    gone = {kind: set(before.get(kind, ())) - set(held) for kind, held in now.items()}
    if not is_teachers_edition(app):
        gone[PAGES] |= teachers_pages(app, suffix) - set(now[PAGES])
    for page in gone[PAGES]:
        Path(out, page + suffix).unlink(missing_ok=True)
        for copy in Path(out, "_sources").glob(f"{page}.*"):
            copy.unlink()
    for image in gone[IMAGES]:
        Path(out, getattr(app.builder, "imagedir", "_images"), image).unlink(missing_ok=True)
    for file in gone[DOWNLOADS]:
        Path(out, "_downloads", file).unlink(missing_ok=True)
    remember(app, name, **now)
    return []


def teachers_pages(app: Sphinx, suffix: str) -> set[str]:
    """Return the teacher's pages that lie in the folder, whoever remembers them."""
    out, patterns = Path(app.outdir), config(app).teacher_pages
    found = (
        path.relative_to(out).as_posix().removesuffix(suffix) for path in out.rglob(f"*{suffix}")
    )
    return {page for page in found if is_teachers(page, patterns)}


def setup_stale(app: Sphinx) -> None:
    """Remove stale pages when all were read, before anything is written."""
    app.connect("env-updated", remove_stale)
