"""The strip: a drawing that is taller than half a page, cut into slices that flow over columns.

Cuts lie where there is room between lines of words: what belongs together stays together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_BOX = re.compile(r'viewBox="([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)"')
_WORDS = re.compile(
    r'<text\b[^>]*\by="([\d.]+)"[^>]*\bfont-size="([\d.]+)"[^>]*>(.*?)</text>', re.S
)
_HEIGHT = re.compile(r'(<svg\b[^>]*?) height="[^"]*"')
_TOLD = re.compile(r"<(title|desc)\b[^>]*>(.*?)</\1>", re.DOTALL)
RATIO = 1.8
"""How many times as tall as wide a drawing may be that stands whole, and is told as a whole."""
ROOM = 0.3
"""Room between two lines that belong to different things, in heights of the letters."""


@dataclass(frozen=True)
class Box:
    """The part of a drawing that is seen."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Line:
    """A line of words: from its letters' tops to below its base line."""

    top: float
    bottom: float


def box(svg: str) -> Box | None:
    """Return what a drawing shows, or None if it does not say."""
    found = _BOX.search(svg)
    return Box(*map(float, found.groups())) if found else None


def pieces(svg: str) -> list[str]:
    """Return a drawing in slices, from top to bottom; one if it need not be cut."""
    whole = box(svg)
    if whole is None or whole.height <= RATIO * whole.width:
        return [svg]
    ends = [*cuts(lines(svg)), whole.top + whole.height]
    starts = [whole.top, *ends]
    plain = _TOLD.sub("", svg)
    return [
        _slice(plain, whole, top, end) for top, end in zip(starts, ends, strict=False) if end > top
    ]


def told(svg: str) -> str:
    """Return what a drawing tells those who do not see it: its title and its description."""
    return unescape(": ".join(words for _tag, words in _TOLD.findall(svg)))


def said(svg: str) -> str:
    """Return the words that are written in a drawing, from top to bottom."""
    return unescape(" ".join(words for _y, _size, words in _WORDS.findall(svg)))


def lines(svg: str) -> list[Line]:
    """Return a drawing's lines of words, from top to bottom."""
    found = {(float(y), float(size)) for y, size, _words in _WORDS.findall(svg)}
    return sorted(
        (Line(y - size, y + 0.35 * size) for y, size in found), key=lambda line: line.bottom
    )


def cuts(found: list[Line]) -> list[float]:
    """Return where a drawing can be cut: in the middle of the room between two things."""
    at = []
    lowest = found[0].bottom if found else 0.0
    for line in found[1:]:
        if line.top - lowest >= ROOM * (line.bottom - line.top):
            at.append((lowest + line.top) / 2)
        lowest = max(lowest, line.bottom)
    return at


def _slice(svg: str, whole: Box, top: float, end: float) -> str:
    """Return a slice: what lies outside is not only hidden, its words are not in it."""

    def kept(words: re.Match[str]) -> str:
        return words[0] if top < float(words[1]) <= end else ""

    seen = f'viewBox="{whole.left:g} {top:g} {whole.width:g} {end - top:g}"'
    cut = _BOX.sub(seen, _WORDS.sub(kept, svg), count=1)
    return _HEIGHT.sub(rf'\1 height="{end - top:g}"', cut, count=1)
