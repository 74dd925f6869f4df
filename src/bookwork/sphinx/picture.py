"""The picture: inline SVG with a caption. What it says always stands in words beside it."""

from __future__ import annotations

from docutils import nodes


def picture(svg: str, title: str, name: str, note: str = "") -> nodes.container:
    """Return a picture for HTML; other builders get its title, and its words from their list.

    `svg` is ours: whatever of it came from seeds is escaped.
    """
    caption = nodes.paragraph("", "", nodes.strong("", title), classes=["bw-caption"])
    if note:
        caption += nodes.Text(f". {note}")
    drawing = nodes.raw("", svg, format="html")
    return nodes.container("", drawing, caption, classes=["bw-picture", name])
