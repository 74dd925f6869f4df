"""The table of contents beside every page, kept true when only some pages are built again.

Sphinx writes a page again when its own text has changed. But every page shows all titles, and its
chips lead to other pages: a new title, a page that came or went, or a sentence, event or question
that moved would stay unseen on the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookwork.sphinx.domain import domain
from bookwork.sphinx.tree import is_upgraded

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

KEY = "navigation"


def pages_to_rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return every page if titles, the order of pages, or what chips lead to have changed."""
    if not is_upgraded(app):
        return []
    titles = {docname: title.astext() for docname, title in sorted(env.titles.items())}
    data = domain(env).data
    targets = {id: (each.docname, each.anchor) for id, each in sorted(domain(env).targets.items())}
    shown = (titles, dict(sorted(env.toctree_includes.items())), targets)
    before, data[KEY] = data.get(KEY), shown
    return sorted(env.found_docs) if before not in (None, shown) else []


def setup_navigation(app: Sphinx) -> None:
    """Look at the titles when all pages were read."""
    app.connect("env-updated", pages_to_rewrite)
