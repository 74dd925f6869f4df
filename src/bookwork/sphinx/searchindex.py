"""The search index of another engine: after an upgrade every page is written again.

Sphinx adds to the index that the last build left, and refuses one that another engine has made. If
another builder has read the pages since the upgrade, Sphinx believes that they are unchanged, and
would stop with an index that it cannot use.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bookwork.sphinx.tree import is_upgraded

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NAME = "searchindex.js"
EXTENSION = "bookwork.sphinx"
_MADE_BY = re.compile(rf'"{re.escape(EXTENSION)}":\s*(\d+)')


def pages_to_rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return every page if the index was made by another engine than this."""
    path = Path(app.outdir, NAME)
    if not is_upgraded(app) or not path.is_file():
        return []
    found = _MADE_BY.search(path.read_text(encoding="utf-8"))
    if found and int(found[1]) == env.version.get(EXTENSION):
        return []
    return sorted(env.found_docs)


def setup_searchindex(app: Sphinx) -> None:
    """Look at the index when all pages were read."""
    app.connect("env-updated", pages_to_rewrite)
