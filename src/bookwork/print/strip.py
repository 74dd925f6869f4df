"""The strip: a drawing that is taller than a page, cut into pieces that stand side by side.

Cuts lie between lines of words, so none is cut through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOX = re.compile(r'viewBox="([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)"')
_WORDS = re.compile(r'<text\b[^>]*\by="([\d.]+)"[^>]*\bfont-size="([\d.]+)"')
_HEIGHT = re.compile(r'(<svg\b[^>]*?) height="[^"]*"')
RATIO = 2.9
"""How many times as tall as wide a piece may be: a column of half a page's width, down a page."""


@dataclass(frozen=True)
class Box:
    """The part of a drawing that is seen."""

    left: float
    top: float
    width: float
    height: float


def box(svg: str) -> Box | None:
    """Return what a drawing shows, or None if it does not say."""
    found = _BOX.search(svg)
    return Box(*map(float, found.groups())) if found else None


def pieces(svg: str) -> list[str]:
    """Return a drawing in pieces that fit on a page; one if it fits."""
    whole = box(svg)
    if whole is None or whole.height <= RATIO * whole.width:
        return [svg]
    # A line of words reaches from its letters' tops to below its base line.
    lines = [
        (float(y) - float(size), float(y) + 0.35 * float(size)) for y, size in _WORDS.findall(svg)
    ]
    found = []
    top, end = whole.top, whole.top + whole.height
    while top < end:
        bottom = min(end, top + RATIO * whole.width)
        if bottom < end:
            bottom = _between(lines, top, bottom)
        seen = f'viewBox="{whole.left:g} {top:g} {whole.width:g} {bottom - top:g}"'
        piece = _BOX.sub(seen, svg, count=1)
        found.append(_HEIGHT.sub(rf'\1 height="{bottom - top:g}"', piece, count=1))
        top = bottom
    return found


def _between(lines: list[tuple[float, float]], top: float, bottom: float) -> float:
    """Return the lowest place above `bottom` at which no line of words stands."""
    at = bottom
    while crossed := [start for start, end in lines if start < at < end]:
        at = min(crossed)
    return at if at > top else bottom
