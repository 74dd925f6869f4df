"""The map of a question: lettered places, which the list of its options describes."""

from __future__ import annotations

from string import ascii_uppercase

from docutils import nodes

from bookwork.model.kit import Kit
from bookwork.sphinx.atlas import Mark, map_svg
from bookwork.sphinx.tree import Element, boxes
from bookwork.strings import text as _


def region_svg(kit: Kit, part: Element) -> str:
    """Return the map of a part (`view` names it) as inline SVG; it names none of its places."""
    options = boxes(part, "bw-options")[0].findall(nodes.list_item)
    marks = [
        Mark(option["option"], letter)
        for letter, option in zip(ascii_uppercase, options, strict=False)
    ]
    title = f"{kit.seeds.atlas.views[part['view']].title}: {_('map of the places')}"
    letters = ", ".join(mark.label for mark in marks)
    description = f"{_('Marked on it:')} {letters}. {_('The options below describe each.')}"
    return map_svg(kit, part["view"], marks, title, description)
