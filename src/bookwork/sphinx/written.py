"""What a builder has written: remembered from build to build, beside what Sphinx remembers.

A folder of output may hold files that are somebody else's. Only what stands here may be removed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bookwork.model.files import write_atomically

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def written(app: Sphinx, builder: str) -> dict[str, list[str]]:
    """Return the names of what a builder wrote last, by kind; nothing if that is not known."""
    try:
        found = json.loads(_path(app, builder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def remember(app: Sphinx, builder: str, **found: list[str]) -> None:
    """Remember the names of what a builder writes, by kind; other kinds stay."""
    known = {**written(app, builder), **found}
    write_atomically(_path(app, builder), json.dumps(known, indent=1, sort_keys=True) + "\n")


def _path(app: Sphinx, builder: str) -> Path:
    return Path(app.doctreedir, f"bookwork-{builder}.json")
