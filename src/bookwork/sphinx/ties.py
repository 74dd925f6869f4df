"""The directive {ties}: who is bound to whom, by what, and how firmly; drawn, and in words.

Three parties are the corners of a triangle. A line between two is what binds them; the ring around
all is what binds the three. How firm a tie is shows in how its line is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from bookwork.model.evidence import EvidenceRef
from bookwork.model.tie import Bond, Tie, Web
from bookwork.sphinx.article import cited
from bookwork.sphinx.chips import chip
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.picture import picture
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

WIDTH, HEIGHT = 480, 400
CORNERS = ((240, 82), (400, 286), (80, 286))
CENTRE, RING = (240, 205), 188
BOX = (132, 44)
LINES: dict[Bond, str] = {
    "law": 'stroke-width="5"',
    "arrangement": 'stroke-width="2"',
    "promise": 'stroke-width="3" stroke-dasharray="3 7" stroke-linecap="round"',
}
LEGEND: dict[Bond, str] = {"law": "Thick line", "arrangement": "Thin line", "promise": "Dots"}


class Ties(SphinxDirective):
    """The picture of ties, and the same as a list."""

    def run(self) -> list[nodes.Node]:
        """Return the picture and the list."""
        seeds = kit(self.env.app).seeds
        depend_on_seeds(self.env)
        title = _("Who is bound to whom, and how firmly")
        ties = list(seeds.ties.values())
        legend = "; ".join(f"{_(LEGEND[bond])}: {seeds.web.bonds[bond]}" for bond in LINES)
        drawing = picture(svg(seeds.web, ties, title), title, "bw-web", f"{legend}.")
        items = [self.tie(tie) for tie in ties]
        return [drawing, nodes.bullet_list("", *items, bullet="-", classes=["bw-ties"])]

    def tie(self, tie: Tie) -> nodes.list_item:
        """Return a tie in words, with its evidence."""
        here = kit(self.env.app)
        names = [here.seeds.web.parties[code] for code in tie.parties]
        line = nodes.paragraph("", "", nodes.strong("", f"{' – '.join(names)}: {tie.name}"))
        line += nodes.Text(f" ({tie.since.words()}; {here.seeds.web.bonds[tie.bond]}). {tie.says} ")
        for id in tie.evidence:
            ref = EvidenceRef.parse(id)
            line += [chip(here, ref, listed=True)] if ref.kind != "source" else cited(self, (id,))
            line += nodes.Text(" ")
        return nodes.list_item("", line)


def svg(web: Web, ties: list[Tie], title: str) -> str:
    """Return the picture of ties as inline SVG."""
    corner = dict(zip(web.parties, CORNERS, strict=True))
    drawn = [part for tie in ties for part in _tie(tie, corner)]
    boxes = [part for code, name in web.parties.items() for part in _box(name, corner[code])]
    described = _("The list below says the same in words.")
    return "".join(
        [
            '<svg class="bw-drawing" role="img" aria-labelledby="bw-web-t bw-web-d"'
            f' viewBox="0 0 {WIDTH} {HEIGHT}" xmlns="http://www.w3.org/2000/svg">',
            f'<title id="bw-web-t">{escape(title)}</title><desc id="bw-web-d">{described}</desc>',
            *drawn,
            *boxes,
            "</svg>",
        ]
    )


def _tie(tie: Tie, corner: dict[str, tuple[int, int]]) -> Iterator[str]:
    look = f'class="bw-bond-{tie.bond}" fill="none" stroke="#1d4f91" {LINES[tie.bond]}'
    if len(tie.parties) > 2:
        yield f'<circle {look} cx="{CENTRE[0]}" cy="{CENTRE[1]}" r="{RING}"/>'
        yield from _words(tie, CENTRE)
        return
    (x, y), (to_x, to_y) = (corner[code] for code in tie.parties)
    yield f'<path {look} d="M{x} {y}L{to_x} {to_y}"/>'
    # A label stands at the middle of its line, drawn outward so that the ring's label has the room
    # in the middle.
    middle_x, middle_y = (x + to_x) / 2, (y + to_y) / 2
    level = y == to_y
    shift = 0 if level else 48 if middle_x > CENTRE[0] else -48
    yield from _words(tie, (middle_x + shift, middle_y + (24 if level else -14)))


def _words(tie: Tie, at: tuple[float, float]) -> Iterator[str]:
    """Yield a tie's name and year, on a ground that keeps lines away from the letters."""
    x, y = at
    words = tie.name.split()
    half = len(words) // 2 if len(tie.name) > 16 else 0
    rows = [row for row in (" ".join(words[:half]), " ".join(words[half:])) if row]
    rows.append(tie.since.words().split()[-1])
    wide, high = max(len(row) for row in rows) * 7.4 + 10, len(rows) * 16 + 6
    yield (
        f'<rect class="bw-ground" x="{x - wide / 2:.0f}" y="{y - high / 2:.0f}" width="{wide:.0f}"'
        f' height="{high}" rx="4" fill="#fff"/>'
    )
    for number, row in enumerate(rows):
        at_y = y + (number - (len(rows) - 1) / 2) * 16 + 5
        yield (
            f'<text class="bw-ink" x="{x:.0f}" y="{at_y:.0f}" font-size="14" text-anchor="middle"'
            f' fill="#222">{escape(row)}</text>'
        )


def _box(name: str, at: tuple[int, int]) -> Iterator[str]:
    (x, y), (wide, high) = at, BOX
    yield (
        f'<rect class="bw-party" x="{x - wide // 2}" y="{y - high // 2}" width="{wide}"'
        f' height="{high}" rx="8" fill="#1d4f91"/>'
        f'<text x="{x}" y="{y + 6}" font-size="16" font-weight="700" text-anchor="middle"'
        f' fill="#fff">{escape(name)}</text>'
    )


def setup_ties(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("ties", Ties)
