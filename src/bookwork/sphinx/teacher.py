"""The directive {teacher}: what only the teacher's edition says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from bookwork.sphinx.edition import is_teachers_edition
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Teacher(SphinxDirective):
    """A block for teachers; in the student's edition it is not even parsed.

    The block is cut from the text there before this could see it; but text may come from
    elsewhere, as an included file.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the block, or nothing."""
        if not is_teachers_edition(self.env.app):
            return []
        words, messages = self.parse_inline(self.arguments[0]) if self.arguments else ([], [])
        label = nodes.strong("", _("For the teacher"), classes=["bw-teacher-label"])
        title = nodes.title("", "", label)
        if words:
            title += [nodes.Text(": "), *words]
        block = nodes.admonition("", title, classes=["bw-teacher"])
        self.set_source_info(block)
        self.state.nested_parse(self.content, self.content_offset, block)
        return [block, *messages]


def setup_teacher(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("teacher", Teacher)
