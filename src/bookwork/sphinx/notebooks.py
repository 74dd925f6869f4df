"""Tables for notebooks: CSV files made from the seeds, and outputs that follow them.

MyST-NB caches what a notebook printed by its code alone. When the facts or the timeline toolkit
change, the cache would go on showing the old drawings, so it is dropped and the notebooks are
read again. Several builds may share a cache (the two editions do): each remembers on its own what
its notebooks were read with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_cache import get_cache

from bookwork import toolkit
from bookwork.model.files import write_atomically
from bookwork.model.tables import EVENTS, tables
from bookwork.sphinx.config import config
from bookwork.sphinx.domain import domain
from bookwork.sphinx.kit import kit

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

STAMP = "bookwork-events.sha256"
READ_WITH = "events"


def write_events(app: Sphinx) -> None:
    """Write the tables before any notebook runs; drop outputs that were made from others."""
    name = config(app).events_csv
    if not name:
        return
    text = ""
    for table, rows in tables(kit(app).seeds).items():
        # The events get the name that the settings give; the other tables stand beside them.
        path = Path(app.srcdir, name)
        path = path if table == EVENTS else path.with_name(table)
        if not path.exists() or path.read_text(encoding="utf-8") != rows:
            write_atomically(path, rows)
        text += rows
    text += "".join(toolkit.texts().values())
    digest = hashlib.sha256(text.encode()).hexdigest()
    stamp = _stamp(app)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        # Record by record: the folder may be the author's, with other things in it. And the
        # database is made here: parallel readers would all try to, and all but one fail.
        records = get_cache(stamp.parent)
        for record in records.list_cache_records():
            records.remove_cache(record.pk)
        write_atomically(stamp, digest)


def notebooks(
    app: Sphinx,
    env: BuildEnvironment,
    added: Collection[str],
    changed: Collection[str],
    removed: Collection[str],
) -> list[str]:
    """Return the notebooks to read again because the events have changed."""
    stamp = _stamp(app)
    if not config(app).events_csv or not stamp.exists():
        return []
    data = domain(env).data
    before, data[READ_WITH] = data.get(READ_WITH), stamp.read_text(encoding="utf-8")
    if before == data[READ_WITH]:
        return []
    return [doc for doc in env.found_docs if "kernelspec" in env.metadata.get(doc, {})]


def _stamp(app: Sphinx) -> Path:
    """Return the file in MyST-NB's cache that says what its outputs were made from."""
    cache = getattr(app.config, "nb_execution_cache_path", "")
    return Path(cache or Path(app.outdir).parent / ".jupyter_cache", STAMP)


def setup_notebooks(app: Sphinx) -> None:
    """Write events first; look for outdated notebooks after."""
    app.connect("builder-inited", write_events, priority=300)
    app.connect("env-get-outdated", notebooks)
