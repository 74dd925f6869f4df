"""The edition of a build: the student's, or the teacher's, which has pages and blocks of its own.

In the student's edition a teacher's page is dropped before anything looks for pages: from the
files that Sphinx finds, and from the table of contents of Jupyter Book. A {teacher} block is cut
from a page's text before it is parsed, so that nothing made of the text can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform

from bookwork.model.edition import for_students, is_teachers, notebook_for_students
from bookwork.model.files import write_atomically
from bookwork.sphinx.config import config as values
from bookwork.strings import text as _
from bookwork.strings import use_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

TAG = "teacher"
STAMP = ".bookwork-teacher"
"""The file that marks a folder with the teacher's edition."""


def is_teachers_edition(app: Sphinx) -> bool:
    """Return whether a build makes the teacher's edition."""
    return values(app).edition == "teacher"


def choose_edition(app: Sphinx, config: Config) -> None:
    """Settle the edition before anything is looked for: by the tag or by the setting."""
    if TAG in app.tags:
        config.bookwork_edition = "teacher"
    if config.bookwork_edition not in ("student", "teacher"):
        what = f"bookwork_edition is '{config.bookwork_edition}': write student or teacher"
        raise ConfigError(what)
    if config.bookwork_edition == "teacher":
        app.tags.add(TAG)
        use_language(config.language)
        # Both before either is set: a title that is not set is made from the project's name.
        names = teachers_title(config.project), teachers_title(config.html_title)
        config.project, config.html_title = names
        config.epub_exclude_files = [*config.epub_exclude_files, STAMP]
    else:
        hide_pages(config)
        # The copies of sources that Sphinx can put beside pages would hold every {teacher} block.
        config.html_copy_source = False


def teachers_title(title: str) -> str:
    """Return a title that says whose book it is (and once only)."""
    name = _("(teacher's edition)")
    return title if title.endswith(name) else f"{title} {name}"


def hide_pages(config: Config) -> None:
    """Drop the teacher's pages from the files to read and from the table of contents."""
    patterns = tuple(config.bookwork_teacher_pages)
    # A pattern of ours goes over folders, as a shell's `case` does; Sphinx writes that **.
    globs = [re.sub(r"\*+", "**", pattern.removesuffix(".md")) for pattern in patterns]
    files = [glob + suffix for glob in globs for suffix in ("", *config.source_suffix)]
    # A new list: the old one may be Sphinx's default, which every build shares.
    config.exclude_patterns = [*config.exclude_patterns, *files]
    site_map: Any = getattr(config, "external_site_map", None)
    if site_map is None:
        return  # no extension of ours: a plain Sphinx, whose pages name their own
    if hides(site_map.root.docname, patterns):
        raise ConfigError(f"the first page, {site_map.root.docname}, is in bookwork_teacher_pages")
    for name in [name for name in site_map if hides(name, patterns)]:
        del site_map[name]
    for document in site_map.values():
        for tree in document.subtrees:
            tree.items = [item for item in tree.items if not hides(item, patterns)]
        document.subtrees = [tree for tree in document.subtrees if tree.items]


def hides(item: object, patterns: Iterable[str]) -> bool:
    """Return whether an entry of a table of contents is a teacher's page, or a glob of such."""
    return isinstance(item, str) and is_teachers(item, patterns)


def cut_blocks(app: Sphinx, docname: str, source: list[str]) -> None:
    """Cut {teacher} blocks from a page's text."""
    if is_teachers_edition(app) or "{teacher}" not in source[0]:
        return
    is_notebook = str(app.env.doc2path(docname)).endswith(".ipynb")
    source[0] = (notebook_for_students if is_notebook else for_students)(source[0])


class MarkPages(SphinxTransform):
    """Puts a note below the title of every page of the teacher's edition."""

    default_priority = 210

    def apply(self, **_kwargs: Any) -> None:
        """Put the note in place."""
        if not is_teachers_edition(self.app):
            return
        note = nodes.paragraph("", note_words(), classes=["bw-edition"])
        section = self.document.next_node(nodes.section)
        if section is None:
            self.document.insert(0, note)
        else:
            title = section.first_child_matching_class(nodes.title)
            section.insert(0 if title is None else title + 1, note)


def note_words() -> str:
    """Return what stands on every page for teachers."""
    return _("Teacher's edition — do not give to students")


def mark_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:  # fmt: skip
    """Put a mark for machines into a page's head, and the note into pages made by a template."""
    if is_teachers_edition(app):
        mark = '<meta name="bookwork-edition" content="teacher" />'
        context["metatags"] = (context.get("metatags") or "") + mark
        context["bookwork_note"] = note_words()


def keep_apart(app: Sphinx) -> None:
    """Mark a folder that gets the teacher's edition; refuse to put the student's into such a one.

    Sphinx leaves the pages of a former build, and their words in the search index.
    """
    stamp = Path(app.outdir, STAMP)
    if is_teachers_edition(app):
        write_atomically(stamp, "Here stands the teacher's edition.\n")
    elif stamp.exists():
        what = f"{app.outdir} holds the teacher's edition: delete it, or build into another folder"
        raise ConfigError(what)


def setup_edition(app: Sphinx) -> None:
    """Settle the edition once the table of contents is read (at 900)."""
    app.connect("config-inited", choose_edition, priority=910)
    app.connect("builder-inited", keep_apart)
    app.connect("source-read", cut_blocks)
    app.add_transform(MarkPages)
    app.connect("html-page-context", mark_page)
