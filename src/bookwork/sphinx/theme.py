"""Furo, fitted to the book.

Four things stand against the theme as it is. Its stylesheet holds icons as `data:` URLs, which
the policy of the pages refuses, and paints them through masks, which browsers refuse from file:.
Its icons in the page carry inline styles. Its landmarks have no names. And a third of the
stylesheet dresses what a book like this has not (API signatures, option lists …). So the icons
become plain files, and when all pages are written, the rules that no page can use go.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import minify
import tinycss2

from bookwork.model.files import write_atomically
from bookwork.sphinx.config import config
from bookwork.sphinx.tree import is_upgraded
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

SHEET = "styles/furo.css"
NAME = "bookwork-furo.css"
TEMPLATES = Path(__file__).parent / "templates"
GREY = "#767676"
PACKED = ("bookwork-python.", "bookwork-kit.")
"""How the names of scripts begin that hold Python, and no words for pages."""

_DATA = re.compile(r"""url\((?P<quote>["'])data:image/svg\+xml;charset=utf-8,(.*?)(?P=quote)\)""")
_MASKED = re.compile(r"\{[^{}]*mask-image:[^{}]*\}")
_UNUSED = re.compile(r'<symbol id="svg-(?:pencil|eye)"[^>]*>.*?</symbol>', re.DOTALL)
_ATTRIBUTE = re.compile(r"""\b(?:class|id)=(?:"([^"]*)"|([^\s>"']+))""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_NAMED = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_FUNCTION = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")


def is_fitted(app: Sphinx) -> bool:
    """Return whether a build's pages load the fitted sheet."""
    return is_upgraded(app) and app.config.html_theme == "furo" and config(app).lean


def source(app: Sphinx) -> str | None:
    """Return the theme's stylesheet, or None if the theme keeps it elsewhere."""
    # Only HTML builders have a theme, and is_fitted said that this is one.
    theme: Any = app.builder.theme  # type: ignore[attr-defined]
    for folder in theme.get_theme_dirs():
        path = Path(folder, "static", SHEET)
        if path.exists():
            return path.read_text(encoding="utf-8")
    return None


def write_whole(app: Sphinx) -> None:
    """Write the sheet with its icons as files; pages are linked to this, whole or pruned."""
    if not is_fitted(app):
        return
    css = source(app)
    if css is not None:
        static = Path(app.outdir, "_static")
        write_atomically(static / NAME, _icons_out(css, static))


def _icons_out(css: str, static: Path) -> str:
    """Return a sheet whose `data:` icons are files beside it, painted as backgrounds.

    A file has no colour of the page around it, so it gets a grey that is seen on light and dark.
    """

    def moved(found: re.Match[str]) -> str:
        svg = unquote(found[2]).replace("currentColor", GREY)
        if GREY not in svg:
            svg = svg.replace("<svg ", f'<svg fill="{GREY}" ', 1)
        digest = hashlib.sha256(svg.encode()).hexdigest()[:8]
        name = f"bookwork-icon.{digest}.svg"
        if not (static / name).exists():
            write_atomically(static / name, svg)
        return f"url({name})"

    return _MASKED.sub(_unmasked, _DATA.sub(moved, css))


def _unmasked(rule: re.Match[str]) -> str:
    """Return a rule's body with a background image in place of a mask over a colour."""
    body = re.sub(r"background-color:[^;}]*;?", "", rule[0])
    body = re.sub(r"-webkit-mask-[a-z]+:[^;}]*;?", "", body)
    body = body.replace("mask-repeat:no-repeat", "background-repeat:no-repeat")
    return body.replace("mask-image:", "background-image:")


def slim_icons(svg: str) -> str:
    """Return the theme's sheet of icons without inline styles, unused icons and spare space."""
    kept = _UNUSED.sub("", svg)
    kept = re.sub(r"<title>.*?</title>", "", kept)
    kept = kept.replace('style="display: none;"', 'class="bw-icons" aria-hidden="true"')
    kept = re.sub(r'style="opacity: (\d+)%"', lambda found: f'opacity=".{found[1]}"', kept)
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", kept))


# Furo dresses links by these classes in its two asides only; an article has hundreds of them.
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_REFERENCE = re.compile(r' class="reference (?:internal|external)"')
_AS_IT_IS = re.compile(r"<(script|pre|textarea|style)\b.*?</\1>", re.DOTALL)
# HTML's own space: a no-break space and its like are content.
_SPACE = re.compile(r"[ \t\n\f\r]+")
_BLOCK = re.compile(
    r" ?(</?(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figure|footer|form|"
    r"h[1-6]|header|hr|legend|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul|"
    r"bw-[a-z]+)\b[^>]*>) ?"
)


def fit_body(page: str) -> str:
    """Return a page's body with a name on each of the theme's two asides, as nobody sees them
    apart who hears them, and without what no browser shows (space, classes that dress nothing)."""
    names = {"sidebar-drawer": _("Contents of the book"), "toc-drawer": _("Contents of the page")}
    for drawer, name in names.items():
        page = page.replace(
            f'<aside class="{drawer}', f'<aside aria-label="{name}" class="{drawer}'
        )
    return slim_space(_ARTICLE.sub(lambda found: _REFERENCE.sub("", found[0]), page))


def slim_space(page: str) -> str:
    """Return HTML without space that no browser shows: at the edges of blocks, and where there is
    more than one. What a script, a style or preformatted text says stays as it is."""
    kept: list[str] = []
    cut = 0
    for block in _AS_IT_IS.finditer(page):
        kept += [_slim(page[cut : block.start()]), block[0]]
        cut = block.end()
    return "".join([*kept, _slim(page[cut:])])


def _slim(text: str) -> str:
    return _BLOCK.sub(r"\1", _SPACE.sub(" ", text))


def add_templates(app: Sphinx, config: Config) -> None:
    """Let the extension's templates come before the theme's, if that is Furo."""
    if config.html_theme == "furo":
        # A new list: the old one may be Sphinx's default, which every build shares.
        config.templates_path = [*config.templates_path, str(TEMPLATES)]


def add_filter(app: Sphinx) -> None:
    """Give the templates what they call, in every builder that may meet them."""
    templates: Any = getattr(app.builder, "templates", None)
    if hasattr(templates, "environment"):
        templates.environment.filters["bookwork_icons"] = slim_icons
        # An EPUB is written by the same templates: nothing weighs there, and its pages stay theirs.
        templates.environment.filters["bookwork_fitted"] = fit_body if is_fitted(app) else str


def prune(css: str, names: set[str]) -> str:
    """Return a stylesheet without the rules that need a class or id not among `names`."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return str(minify.string("text/css", "".join(_kept(rules, names))))


def _kept(rules: Iterable[Any], names: set[str]) -> Iterable[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            wanted = [s for s in _selectors(rule.prelude) if _usable(s, names)]
            if wanted:
                yield f"{','.join(wanted)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            body = "".join(_kept(inside, names))
            if body:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: list[Any]) -> list[str]:
    """Return the selectors of a rule, split at the commas that stand outside of brackets."""
    found: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return [tinycss2.serialize(tokens).strip() for tokens in found]


def _usable(selector: str, names: set[str]) -> bool:
    """Return whether every class and id that a selector needs is among the names."""
    return all(name in names for name in _NAMED.findall(_FUNCTION.sub("", selector)))


# A value may hold text in quotes, with any sign in it.
_PROPERTY = re.compile(r"""(?<=[{;])(--[\w-]+):(?:[^;{}"']|"[^"]*"|'[^']*')*(?:;|(?=\}))""")
_VARIABLE = re.compile(r"--[\w-]+")
_ASSET = re.compile(r"""(?:href|src)="(?:\.\./)*(_static/[^"?]+\.(?:css|js))""")
_USE = re.compile(r"var\(\s*(--[\w-]+)")


def drop_properties(css: str, elsewhere: set[str]) -> str:
    """Return a stylesheet without the custom properties (`--name: …`) that nothing asks for.

    `elsewhere` are those that other sheets, pages or scripts ask for.
    """
    kept, before = css, ""
    while kept != before:  # what only a dropped one has asked for may go, too
        before = kept
        kept = _drop(before, elsewhere | set(_USE.findall(before)))
    return kept


def _drop(css: str, used: set[str]) -> str:
    return _PROPERTY.sub(lambda found: found[0] if found[1] in used else "", css)


def used_properties(outdir: Path) -> set[str]:
    """Return the custom properties that pages name, and the sheets and scripts that they load."""
    names: set[str] = set()
    assets: set[str] = set()
    for page in outdir.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        names.update(_VARIABLE.findall(text))
        assets.update(_ASSET.findall(text))
    for asset in sorted(assets):
        file = outdir / asset
        if file.name != NAME and not file.name.startswith(PACKED) and file.is_file():
            sign = _USE if file.suffix == ".css" else _VARIABLE
            names.update(sign.findall(file.read_text(encoding="utf-8")))
    return names


def used_names(outdir: Path) -> set[str]:
    """Return the classes and ids of all pages, and every word of the scripts, which add more."""
    names: set[str] = set()
    for page in outdir.rglob("*.html"):
        for double, bare in _ATTRIBUTE.findall(page.read_text(encoding="utf-8")):
            names.update((double or bare).split())
    for script in (outdir / "_static").rglob("*.js"):
        if script.name.startswith(PACKED):
            continue  # megabytes of letters, and no name of a class among them
        names.update(_WORD.findall(script.read_text(encoding="utf-8")))
    return names


def prune_sheet(app: Sphinx, exception: Exception | None) -> None:
    """Drop what no page uses, once all pages are there."""
    if exception is not None or not is_fitted(app):
        return
    path = Path(app.outdir, "_static", NAME)
    if path.exists():
        out = Path(app.outdir)
        pruned = prune(path.read_text(encoding="utf-8"), used_names(out))
        write_atomically(path, drop_properties(pruned, used_properties(out)))


def setup_theme(app: Sphinx) -> None:
    """Write the sheet when the build starts, prune it when it ends."""
    app.connect("config-inited", add_templates)
    app.connect("builder-inited", add_filter)
    app.connect("builder-inited", write_whole, priority=710)
    app.connect("build-finished", prune_sheet, priority=900)
