"""The Content-Security-Policy of every page, in the page itself, so that it holds from file:, too.

`default-src 'self'`: nothing is loaded from elsewhere, and nothing inline runs but what the theme
puts there, each allowed by the hash of its text.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any

from bookwork.sphinx.config import config
from bookwork.sphinx.live import SIGN
from bookwork.sphinx.tree import is_upgraded

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
THEME = {"script": "base.html", "style": "partials/_head_css_variables.html"}
"""Furo's templates with something inline: the reader's choice of light or dark, and colours."""


def allowed(text: str) -> str:
    """Return the source expression that allows an inline text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(scripts: list[str], styles: list[str], *, live: bool = False) -> str:
    """Return the policy that allows what is the book's own, and these inline texts.

    `live` adds what code in the page needs: WebAssembly, and a worker made in the page.
    """
    found = ["default-src 'self'"]
    more = ["'wasm-unsafe-eval'"] if live else []
    for name, texts, extra in (("script-src", scripts, more), ("style-src", styles, [])):
        if texts or extra:
            found.append(" ".join([name, "'self'", *extra, *(allowed(text) for text in texts)]))
    if live:
        found.append("worker-src blob:")
    return "; ".join([*found, "base-uri 'none'", "object-src 'none'", "form-action 'self'"])


def add_policy(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:  # fmt: skip
    """Put the policy into a page's head, before anything that it governs."""
    # Other themes run inline scripts that only they know: their pages stay as they are.
    if not is_upgraded(app) or not config(app).csp or app.config.html_theme != "furo":
        return
    templates = app.builder.templates
    # The script is fixed text; the styles are filled in by the theme's options.
    source, _name, _fresh = templates.environment.loader.get_source(
        templates.environment, THEME["script"]
    )
    scripts = _SCRIPT.findall(source)
    styles = _STYLE.findall(templates.render(THEME["style"], context))
    is_live = SIGN in context.get("body", "")
    content = policy(scripts, styles, live=is_live).replace('"', "&quot;")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    context["metatags"] = meta + (context.get("metatags") or "")


def setup_policy(app: Sphinx) -> None:
    """Add the policy after every other extension had its say."""
    app.connect("html-page-context", add_policy, priority=950)
