"""A drawing: one column of words and shapes as SVG, with the same said in words.

The column is 320 units wide and grows downwards, so a phone shows it at nearly full size.
Nothing here needs more than Python itself; it also runs inside a web page. There is no style
sheet and no script in the SVG: a page with the strictest security policy shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import NamedTuple
from unicodedata import east_asian_width
from zlib import crc32

WIDTH = 320
BAR = "#3b82d4"


class Style(NamedTuple):
    """How words look: their size, their weight, and how strong their colour is."""

    size: int
    weight: str = "normal"
    opacity: float = 1


TITLE, PLAIN = Style(18, "bold"), Style(16)
STRONG, QUIET = Style(14, "bold"), Style(14, opacity=0.75)


@dataclass(frozen=True, repr=False)
class Drawing:
    """A finished picture. A notebook shows the SVG, or the text where it cannot."""

    svg: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/html": self.svg, "text/plain": self.text}


class Column:
    """A drawing in the making: what is added goes to the bottom, and the column grows."""

    def __init__(self, title: str) -> None:
        self.title = one_line(title)
        if not self.title:
            raise ValueError("A drawing needs a title: a screen reader says it first.")
        self.parts: list[str] = []
        self.bottom = 0
        self.write(self.title, TITLE)

    def write(self, words: str, style: Style = PLAIN, *, x: int = 0, right: int = WIDTH) -> int:
        """Add words, broken into lines between `x` and `right`; give the middle of the first."""
        middle = self.bottom + round(style.size * 0.95)
        for line in break_lines(words, right - x, style):
            self.bottom += round(style.size * 1.3)
            self.text(line, style, x, self.bottom)
        return middle

    def text(self, words: str, style: Style, x: int, y: int) -> None:
        """One line of words, in the colour of the page's own words."""
        opacity = "" if style.opacity == 1 else f' fill-opacity="{style.opacity}"'
        self.parts.append(
            f'<text x="{x}" y="{y}" font-size="{style.size}" '
            f'font-weight="{style.weight}" fill="currentColor"{opacity}>'
            f"{escape(words)}</text>"
        )

    def line(self, x: int, top: int, end: int, *, dotted: bool = False) -> None:
        """A thin line that runs down."""
        dashes = ' stroke-dasharray="2 5"' if dotted else ""
        self.parts.append(
            f'<path d="M{x} {top}V{end}" stroke="currentColor" '
            f'stroke-width="2" stroke-linecap="round" stroke-opacity="0.5"{dashes}/>'
        )

    def shape(self, path: str, colour: str, x: int, y: int, *, hollow: bool = False) -> None:
        """A mark whose middle is at (x, y)."""
        fill = "none" if hollow else colour
        self.parts.append(
            f'<path d="{path}" transform="translate({x} {y})" fill="{fill}" '
            f'stroke="{colour}" stroke-width="3" stroke-linejoin="round"/>'
        )

    def finish(self, items: Iterable[str]) -> Drawing:
        """The drawing, with `items` as its words for a reader who cannot see it."""
        items = [one_line(item) for item in items]
        said, body, height = escape("; ".join(items)), "".join(self.parts), self.bottom + 10
        # The id comes from the content: other drawings have others, and each build has the same.
        name = f"drawing-{crc32((self.title + said + body).encode()):08x}"
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="bookwork-drawing" role="img" '
            f'viewBox="0 0 {WIDTH} {height}" width="100%" height="{height}" '
            f'preserveAspectRatio="xMinYMin meet" aria-labelledby="{name}-title" '
            f'aria-describedby="{name}-desc"><title id="{name}-title">{escape(self.title)}'
            f'</title><desc id="{name}-desc">{said}</desc>{body}</svg>'
        )
        lines = [f"{number}. {item}" for number, item in enumerate(items, start=1)]
        return Drawing(svg, "\n".join([self.title, *lines]))


def one_line(words: str) -> str:
    """The words on one line, without the hidden characters that would break a drawing."""
    return "".join(c for c in " ".join(words.split()) if c.isprintable())


def width_of(words: str, style: Style) -> float:
    """About how wide the words will be. The reader's font is not known, so rather too wide."""
    em = style.size * (1.12 if style.weight == "bold" else 1)
    return em * sum(
        1.0
        if east_asian_width(c) in "WF"
        else 0.4
        if c in "fijlrt.,:;'-() "
        else 0.9
        if c in "mwMW@%"
        else 0.7
        if c.isupper()
        else 0.62
        for c in words
    )


def break_lines(words: str, room: int, style: Style) -> list[str]:
    """The words in lines that fit the room; a word wider than the room is cut."""
    lines = [""]
    for word in one_line(words).split():
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer, style) <= room:
            lines[-1] = longer
            continue
        pieces = [""]
        for character in word:
            if width_of(pieces[-1] + character, style) > room:
                pieces.append("")
            pieces[-1] += character
        lines += pieces
    return [line for line in lines if line]


def bar_chart(counts: Mapping[str, int], *, title: str = "How many?") -> Drawing:
    """A bar for each count, in the order given, with its name before it and its number after."""
    if not counts:
        raise ValueError("There is nothing to count. Make the filters of select(...) wider.")
    if any(number < 0 for number in counts.values()):
        raise ValueError("A bar cannot be shorter than nothing: a count is below zero.")
    column = Column(title)
    left = min(168, 12 + round(max(width_of(name, PLAIN) for name in counts)))
    longest = max(*counts.values(), 1)
    room = WIDTH - left - 12 - width_of(str(longest), STRONG)
    column.bottom += 4
    top = column.bottom
    for name, number in counts.items():
        column.bottom += 6
        middle = column.write(name, right=left - 6)
        length = round(room * number / longest)
        column.parts.append(
            f'<rect x="{left}" y="{middle - 8}" width="{length}" height="16" fill="{BAR}"/>'
        )
        column.text(str(number), STRONG, left + length + 8, middle + 5)
    column.bottom += 6
    column.line(left, top, column.bottom)
    return column.finish(f"{name}: {number}" for name, number in counts.items())
