"""The output of a notebook's cell: which of its forms is printed.

A cell's result comes in several forms, as HTML and as plain text. HTML is printed only where it is
a drawing; a table of pandas' is printed as the text that the notebook would show in a terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

SHOWN = ("image/svg+xml", "text/html", "image/png", "image/jpeg", "text/plain")
"""What of a cell's output is printed, the best first."""


class DropHtml(SphinxPostTransform):
    """Drops HTML that is no drawing from outputs that have another form, too."""

    # Before MyST-NB chooses, at 4.
    default_priority = 3

    def run(self, **_kwargs: Any) -> None:
        """Drop in place."""
        if self.app.builder.name != "pdf":
            return
        for bundle in list(self.document.findall(nodes.container)):
            if bundle.get("nb_element") != "mime_bundle":
                continue
            for form in [each for each in bundle.children if is_html(each)]:
                if len(bundle) > 1:
                    bundle.remove(form)


def is_html(form: nodes.Node) -> bool:
    """Return whether a form of an output is HTML without a drawing."""
    return (
        isinstance(form, nodes.container)
        and form.get("mime_type") == "text/html"
        and "<svg" not in form.astext()
    )


def choose_output(app: Sphinx, config: Config) -> None:
    """Tell MyST-NB what to print of a cell; a book may say otherwise."""
    if "nb_mime_priority_overrides" not in config:
        return  # a book without notebooks
    ours = [("pdf", kind, 10 * place) for place, kind in enumerate(SHOWN, 1)]
    config.nb_mime_priority_overrides = [*ours, *config.nb_mime_priority_overrides]


def setup_outputs(app: Sphinx) -> None:
    """Register the choice."""
    app.connect("config-inited", choose_output)
    app.add_post_transform(DropHtml)
