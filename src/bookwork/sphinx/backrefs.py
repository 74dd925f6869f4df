"""Back-references: from a piece of evidence to every passage and question that uses it.

They can be written only when all pages were read, so a directive leaves a placeholder, which a
post-transform fills for every builder.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from bookwork.sphinx.domain import Use, domain
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

PAGES = "bookwork_pages_with_backrefs"
SHORT = 24
"""Letters of a subtitle that still fits into a list of links."""


def placeholder(env: BuildEnvironment, evidence: str) -> nodes.paragraph:
    """Return a placeholder for the uses of evidence, and remember its page as one to write last."""
    pages: set[str] = env.metadata[env.docname].setdefault(PAGES, set())
    pages.add(evidence)
    return nodes.paragraph("", "", classes=["bw-uses"], evidence=evidence)


def links(builder: Builder, docname: str, uses: Iterable[Use]) -> list[nodes.Node]:
    """Return links to uses, with commas between them."""
    found: list[nodes.Node] = []
    for use in uses:
        page = builder.env.titles[use.docname].astext()
        head, _colon, tail = page.partition(": ")
        # Pages of one chapter share their first words; a short rest tells them apart.
        short = f"{head} ({tail})" if 0 < len(tail) <= SHORT else head
        words = use.name if use.name == page else f"{short}, {use.name}"
        if found:
            found.append(nodes.Text("; "))
        content = nodes.inline("", words)
        found.append(make_refnode(builder, docname, use.docname, use.anchor, content))
    return found


class FillUses(SphinxPostTransform):
    """Fills every placeholder with links."""

    default_priority = 150

    def run(self, **_kwargs: Any) -> None:
        """Fill placeholders in place; one that nobody uses says so."""
        book = domain(self.env)
        for node in list(self.document.findall(nodes.paragraph)):
            if "bw-uses" not in node["classes"]:
                continue
            passages = book.used(node["evidence"], "passage")
            questions = book.used(node["evidence"], "question")
            for title, uses in ((_("In the text:"), passages), (_("In questions:"), questions)):
                if uses:
                    node += nodes.strong("", title)
                    node += nodes.Text(" ")
                    node += links(self.app.builder, self.env.docname, uses)
                    node += nodes.Text(". ")
            if not node.children:
                node += nodes.emphasis("", _("Not used yet."))


def pages_to_rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that any other page may have changed.

    They have back-references, or a question: its form names the number of all questions.
    """
    asking = {placed.docname for placed in domain(env).placed.values()}
    listing = {doc for doc in env.found_docs if PAGES in env.metadata.get(doc, {})}
    return sorted(asking | listing)


def setup_backrefs(app: Sphinx) -> None:
    """Register the transform, and keep its pages up to date."""
    app.add_post_transform(FillUses)
    app.connect("env-updated", pages_to_rewrite)
