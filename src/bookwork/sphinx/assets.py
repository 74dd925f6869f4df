"""Scripts and styles: authored as small files, joined and named by their content.

A page loads only what it uses: `book.css` everywhere, the quiz's script and styles where a
question stands, and of the theme's and other extensions' assets those that the page needs.
"""

from __future__ import annotations

import hashlib
import json
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import minify
from docutils.nodes import raw

from bookwork.model.files import write_atomically
from bookwork.sphinx.config import config
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.theme import NAME as FITTED
from bookwork.sphinx.theme import SHEET, is_fitted
from bookwork.sphinx.tree import is_upgraded
from bookwork.strings import text as _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

PAGE = resources.files("bookwork") / "page"
_STRICT = '"use strict";\n'
_TRAILING_COMMA = re.compile(r",\s*}")
QUIZ = ("<bw-question", "<bw-progress")
READERS = ('class="bw-reading"', 'class="bw-hints"', "<bw-lesson", "bw-article")
"""What is more than text on a page, questions left aside."""
OURS: dict[str, tuple[str, ...]] = {
    # An asset of ours, and what must stand in a page's body (one of these) for it to be loaded.
    "book.css": ("",),
    "picture.css": ("bw-picture", "bw-ladder", "bw-map"),
    "page.css": READERS,
    "page.js": READERS,
    "cards.css": ("<bw-cards",),
    "cards.js": ("<bw-cards",),
    "quiz.css": QUIZ,
    "quiz.js": QUIZ,
    "sheet.css": ("bw-sheet", "bw-lines"),
    "clauses.css": ("<bw-clauses",),
    "clauses.js": ("<bw-clauses",),
    "code.css": ('class="cell', 'class="bw-task"'),
    "code.js": ("<bw-code",),
}
TEACHERS: dict[str, tuple[str, ...]] = {"teacher.css": ("",)}
"""The same for what the teacher's edition has besides."""

NEEDS: dict[str, tuple[str, ...]] = {
    # An asset's name, and what must stand in a page's body (one of these) for it to be loaded.
    "pygments.css": ('class="highlight',),
    "mystnb.": ('class="cell',),
    "sphinx-design": ("sd-",),
    "design-tabs": ("sd-tab",),
    "furo-extensions": ("sd-",),
    "mathjax": ('class="math',),
    "doctools.js": ('id="search-results"',),
    "sphinx_highlight.js": ('id="search-results"',),
    "documentation_options.js": ('id="search-results"',),
    # What Jupyter Book adds for its own theme and for a kernel on a server.
    "sphinx-book-theme": (),
    "sphinx-thebe": (),
    "thebe": (),
    "THEBE_JS_URL": (),
    "togglebutton": (),
    "toggleHint": (),
    "toggleOpenOnPrint": (),
    "copybutton": (),
    "clipboard": (),
}


def ours(app: Sphinx) -> dict[str, tuple[str, ...]]:
    """Return our assets in the edition that is built."""
    return {**OURS, **TEACHERS} if is_teachers_edition(app) else OURS


def read(name: str) -> str:
    """Return an authored file of the page."""
    return (PAGE / name).read_text(encoding="utf-8")


def script(stem: str) -> str:
    """Return a script (quiz, code, …: a list of files), with words in the current language."""
    names = (PAGE / f"{stem}.files").read_text(encoding="utf-8").split()
    words = f"Bookwork.words = {json.dumps(translated(), ensure_ascii=False)};"
    parts = [words if name == "words.js" else read(name) for name in names]
    # Said once, it holds for the whole script.
    whole = _STRICT + "\n".join(part.replace(_STRICT, "", 1) for part in parts)
    return str(minify.string("text/javascript", whole))


def translated() -> dict[str, str]:
    """Return the words that the current language says otherwise; English needs none."""
    text = read("words.js")
    english = json.loads(_TRAILING_COMMA.sub("}", text[text.index("= {") + 2 :].rstrip(";\n")))
    return {word: _(word) for word in english if _(word) != word}


def styles(name: str) -> str:
    """Return one of the page's styles, without its comments."""
    return str(minify.string("text/css", read(name)))


def write_assets(app: Sphinx) -> None:
    """Write the assets; remember the name of each, which changes with its content."""
    if not is_upgraded(app):
        return
    static = Path(app.outdir, "_static")
    names: dict[str, str] = {}
    for asset in ours(app):
        stem, _dot, suffix = asset.partition(".")
        text = script(stem) if suffix == "js" else styles(asset)
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        name = f"bookwork-{stem}.{digest}.{suffix}"
        write_atomically(static / name, text)
        names[asset] = name
    # Kept on the build itself: it lasts as long, and no page may hold it.
    app.bookwork_assets = names  # type: ignore[attr-defined]


def _stamp(app: Sphinx) -> Path:
    """Return the file that holds the names which the last whole build used."""
    return Path(app.outdir, "_static", "bookwork-assets.txt")


def _names(app: Sphinx) -> list[str]:
    return sorted(getattr(app, "bookwork_assets", {}).values())


def drop_old_assets(app: Sphinx, exception: Exception | None) -> None:
    """Remove what no page links to any more, once every page is written."""
    if exception is not None or not _names(app):
        return
    for old in Path(app.outdir, "_static").glob("bookwork-*.*.*"):
        if old.suffix in (".css", ".js") and old.name not in _names(app):
            old.unlink()
    write_atomically(_stamp(app), "\n".join(_names(app)))


def pages_to_rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return every page if an asset has another name than in the last build: pages hold names."""
    if not _names(app):
        return []
    stamp = _stamp(app)
    before = stamp.read_text(encoding="utf-8") if stamp.exists() else ""
    return sorted(env.found_docs) if before != "\n".join(_names(app)) else []


def choose_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:  # fmt: skip
    """Drop what a page does not need, and add what it does."""
    if not is_upgraded(app):
        return
    body = context.get("body", "") if templatename != "search.html" else 'id="search-results"'
    if is_fitted(app) and "script_files" in context:
        for key in ("script_files", "css_files"):
            # In place: the theme's template may hold the same list.
            context[key][:] = [asset for asset in context[key] if _needed(asset, body)]
    # write_assets put it there.
    names: dict[str, str] = app.bookwork_assets  # type: ignore[attr-defined]
    if is_fitted(app):
        sheets = context["css_files"]
        sheets[:] = [s for s in sheets if not _name(s).endswith(SHEET)]
        app.add_css_file(FITTED, priority=150)
    for asset in (
        asset for asset, signs in ours(app).items() if any(sign in body for sign in signs)
    ):
        if asset.endswith(".js"):
            app.add_js_file(names[asset], priority=900, loading_method="defer")
        else:
            app.add_css_file(names[asset], priority=900)


def drop_kernel(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Remove the settings of a kernel on a server, which Jupyter Book puts into every notebook.

    They are inline scripts, naming a service that this book does not call.
    """
    if is_upgraded(app) and config(app).lean:
        for node in list(doctree.findall(raw)):
            if "x-thebe-config" in node.astext() or "kernelName = " in node.astext():
                node.parent.remove(node)


def _name(asset: object) -> str:
    return str(getattr(asset, "filename", None) or asset)


def _needed(asset: object, body: str) -> bool:
    attributes = getattr(asset, "attributes", None) or {}
    name = f"{_name(asset)} {attributes.get('body') or ''}"
    return all(any(sign in body for sign in signs) for part, signs in NEEDS.items() if part in name)


def setup_assets(app: Sphinx) -> None:
    """Write assets when the build starts; choose them when a page is written."""
    app.connect("builder-inited", write_assets, priority=700)
    app.connect("env-updated", pages_to_rewrite)
    app.connect("build-finished", drop_old_assets)
    app.connect("html-page-context", choose_assets, priority=900)
    app.connect("doctree-resolved", drop_kernel, priority=900)
