"""The trespass: a page for students that leads to, includes or offers what only teachers get.

A page that is not in the build cannot be linked to, but its file is still on the disk: it could be
included, or offered for download.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bookwork.model.edition import is_teachers
from bookwork.sphinx.config import config
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.warnings import Subtype, warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment

MEND = "take it out, or put it into a {teacher} block"


def warn_of_links(app: Sphinx, domain: Domain | None, node: nodes.Element) -> bool | None:
    """Warn of a link to a teacher's page in words that say why it leads nowhere."""
    if is_teachers_edition(app) or node.get("reftype") != "doc":
        return None
    base = "" if node["reftarget"].startswith("/") else Path(node.get("refdoc", "")).parent
    page = Path(os.path.normpath(Path(base, node["reftarget"].lstrip("/")))).as_posix()
    files = (Path(app.srcdir, page + suffix) for suffix in app.config.source_suffix)
    if not is_teachers(page, config(app).teacher_pages) or not any(f.is_file() for f in files):
        return None
    what = f"the page '{page}' is in the teacher's edition only"
    warn(Subtype.EDITION, what, MEND, node)
    return True


def warn_of_files(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of pages that take a file of the teacher's in, or offer one; nothing is then copied."""
    if is_teachers_edition(app):
        return
    for docname, name in sorted(set(_taken(app, env))):
        if is_teachers(name, config(app).teacher_pages):
            env.dlfiles.pop(name, None)
            warn(Subtype.EDITION, f"the page takes '{name}' from the teacher's edition", MEND,
                 docname)  # fmt: skip


def _taken(app: Sphinx, env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Yield pages and the files that they include, show or offer, as named from the sources."""
    for docname, files in env.dependencies.items():
        for file in files:
            path = os.path.relpath(Path(app.srcdir, file), app.srcdir)
            yield docname, Path(path).as_posix()
    for docname, included in env.included.items():
        for name in included:
            yield docname, name
    for table in (env.dlfiles, env.images):
        for name, (docnames, _target) in table.items():
            for docname in docnames:
                yield docname, Path(name).as_posix()


def setup_trespass(app: Sphinx) -> None:
    """Look at links as they are resolved, and at files when all pages were read."""
    app.connect("warn-missing-reference", warn_of_links)
    app.connect("env-check-consistency", warn_of_files)
