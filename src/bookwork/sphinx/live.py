"""Live code: a page with code cells gets Python of its own, if a pack of it was made.

`bookwork pack` makes the pack. A book built without one lacks the button and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from bookwork import toolkit
from bookwork.model.errors import relative
from bookwork.model.files import write_atomically
from bookwork.model.lab import Lab
from bookwork.model.pack import is_current
from bookwork.model.tables import EVENTS, tables
from bookwork.sphinx.assets import script
from bookwork.sphinx.config import config
from bookwork.sphinx.form import json_script
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.kit import kit
from bookwork.sphinx.tree import boxes, is_upgraded
from bookwork.sphinx.warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PYTHON, KIT = "python.js", "kit.js"
SIGN = "<bw-code"
"""What stands in the body of a page with live code."""


def files(labs: Mapping[str, Lab], data: Mapping[str, str]) -> dict[str, str]:
    """Return what code in a page finds beside it, by path: tables, the toolkit, labs' checks."""
    found = dict(data)
    # The package's own first file would ask for what a page has not.
    found["bookwork/__init__.py"] = '"""The toolkit of this book."""\n'
    found |= {f"bookwork/{name}": text for name, text in toolkit.texts().items()}
    for each in labs.values():
        found[f"labs/{each.id}.py"] = each.checks
        said = {id: dict(task.messages) for id, task in each.tasks.items()}
        told = {"first": each.first, "messages": said}
        found[f"labs/{each.id}.json"] = json.dumps(told, ensure_ascii=False)
    return found


def write_live(app: Sphinx) -> None:
    """Write the pack and the book's files for it beside the assets; remember their names."""
    pack = kit(app).root / config(app).python
    if not is_upgraded(app) or not config(app).python or not pack.is_file():
        return
    if not is_current(pack):
        mend = "run bookwork pack; until then pages lack the button"
        warn(Subtype.LAB, f"{relative(pack)} is made from older files", mend)
        return
    here = kit(app)
    data = {"files": files(here.labs, tables(here.seeds))}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # What makes a notebook of the page needs those files, too, and comes with them.
    text = f"self.BookworkKit={written};\n{script('notebook')}\n"
    names: dict[str, str] = app.bookwork_assets  # type: ignore[attr-defined]
    for asset, content in (
        (PYTHON, pack.read_bytes()),
        (KIT, text.encode()),
    ):
        digest = hashlib.sha256(content).hexdigest()[:8]
        stem = asset.removesuffix(".js")
        names[asset] = f"bookwork-{stem}.{digest}.js"
        path = Path(app.outdir, "_static", names[asset])
        if not path.exists():
            write_atomically(path, content)


class OfferPython(SphinxPostTransform):
    """Puts the place of the button before a page's first code cell."""

    # Before the cells are written in the ways of other builders.
    default_priority = 195

    def run(self, **_kwargs: Any) -> None:
        """Put it in place."""
        names: dict[str, str] = getattr(self.app, "bookwork_assets", {})
        page = self.env.docname
        if not is_upgraded(self.app) or PYTHON not in names or not self.is_wanted(page):
            return
        cells = [cell for cell in boxes(self.document, "cell") if boxes(cell, "cell_input")]
        if not cells:
            return
        here = self.app.builder.get_target_uri(page)
        data: dict[str, Any] = {"book": config(self.app).book, "page": page}
        for key, asset in (("python", PYTHON), ("kit", KIT)):
            data[key] = relative_uri(here, f"_static/{names[asset]}")
        data["also"] = self.paths(page)
        first: nodes.Element = cells[0]
        place = element("bw-code", json_script(data))
        first.parent.insert(first.parent.index(first), place)

    def is_wanted(self, page: str) -> bool:
        """Return whether a page's code is Python's, and its author wants it run in the page."""
        metadata = self.env.metadata.get(page, {})
        if str(metadata.get("bookwork_live", "")).lower() in ("false", "no"):
            return False
        kernel = metadata.get("kernelspec")
        language = kernel.get("language", "python") if isinstance(kernel, Mapping) else "python"
        return str(language).lower() == "python"

    def paths(self, page: str) -> dict[str, str]:
        """Return where a page's code finds tables, if not beside it: path and the table's name."""
        events = config(self.app).events_csv
        if not events:
            return {}
        folder = posixpath.dirname(page)
        found = {}
        for name in tables(kit(self.app).seeds):
            path = events if name == EVENTS else posixpath.join(posixpath.dirname(events), name)
            if (beside := posixpath.relpath(path, folder or ".")) != name:
                found[beside] = name
        return found


def setup_live(app: Sphinx) -> None:
    """Write the pack after the assets (700); offer it on pages with cells."""
    app.connect("builder-inited", write_live, priority=705)
    app.add_post_transform(OfferPython)
