"""The map as a drawing: land, names, and places marked by a label each.

Colours stand twice: as attributes, for readers without our styles, and as classes, for dark pages.
No boundaries are drawn: several of them are disputed, and no map here needs one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, hypot, radians, sin

from bookwork.model.kit import Kit
from bookwork.model.place import Bounds, Label

RADIUS = 10
FONT = 13
WIDE = 90
"""Degrees of longitude from which a map is one of the world."""
STEPS = (0, 18, 30, 44, 60)
"""How far from its place a label may stand, nearest first, in units of the drawing."""
ANGLES = (0, 45, 315, 90, 270, 135, 225, 180)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to mark: its id in the seeds, and the letter or number that stands for it."""

    place: str
    label: str


def map_svg(kit: Kit, view: str, marks: Sequence[Mark], title: str, description: str) -> str:
    """Return a map of a view as inline SVG; KeyError for a view or place that is not there.

    A place outside of the view is a ValueError.
    """
    here, outline = kit.seeds.atlas.views[view], kit.seeds.outlines[view]
    spots: list[Point] = []
    for mark in marks:
        place = kit.seeds.places[mark.place]
        spot = here.point(place.lat, place.lon)
        if spot is None:
            raise ValueError(f"'{mark.place}' lies outside of the map '{view}' — use another map")
        spots.append(spot)
    size = FONT if here.east - here.west < WIDE else 0  # a map of the world has no room for names
    names = list(_names(kit.seeds.atlas.labels, here, size))
    seed = "|".join((view, title, *(f"{mark.place}={mark.label}" for mark in marks)))
    name = f"map-{hashlib.sha256(seed.encode()).hexdigest()[:8]}"
    parts = [
        f'<svg class="bw-map" role="img" aria-labelledby="{name}-t {name}-d"'
        f' viewBox="0 0 {here.width} {here.height}" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{name}-t">{escape(title)}</title>',
        f'<desc id="{name}-d">{escape(description)}</desc>',
        f'<rect class="bw-sea" width="{here.width}" height="{here.height}" fill="#e9f1f7"/>',
        f'<path class="bw-land" fill="#d9d3c3" stroke="#8a8677" stroke-width=".5"'
        f' d="{outline.land}"/>',
        *(svg for svg, _ground in names),
        *_marks(marks, spots, [spot for _svg, ground in names for spot in ground], here),
        "</svg>",
    ]
    return "".join(parts)


def _names(
    labels: Iterable[Label], view: Bounds, size: int
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the names on a map, each with spots along its letters that marks should not cover."""
    for label in labels if size else ():
        spot = view.point(label.lat, label.lon)
        if spot is None:
            continue
        x, y = spot
        rows, ground = [], []
        for number, row in enumerate(label.text):
            rows.append(
                f'<tspan x="{x:.0f}" dy="{size + 1 if number else 0}">{escape(row)}</tspan>'
            )
            half = len(row) * size * 0.27
            middle = y + number * (size + 1) - size / 3
            ground += [(x + part * half, middle) for part in (-1, -0.5, 0, 0.5, 1)]
        svg = (
            f'<text class="bw-name" y="{y:.0f}" font-size="{size}" text-anchor="middle"'
            f' fill="#55503f">{"".join(rows)}</text>'
        )
        yield svg, tuple(ground)


def _marks(
    marks: Sequence[Mark], spots: Sequence[Point], names: Sequence[Point], view: Bounds
) -> Iterator[str]:
    """Yield a dot at each place, and its label beside it with a line between them."""
    labels = _apart(spots, names, (view.width, view.height))
    for mark, (x, y), (at_x, at_y) in zip(marks, spots, labels, strict=True):
        if (x, y) != (at_x, at_y):
            yield (
                f'<path class="bw-lead" stroke="#333" d="M{x:.0f} {y:.0f}L{at_x:.0f} {at_y:.0f}"/>'
                f'<circle class="bw-dot" cx="{x:.0f}" cy="{y:.0f}" r="3" fill="#333"/>'
            )
        yield (
            f'<g class="bw-mark" data-place="{escape(mark.place)}">'
            f'<circle cx="{at_x:.0f}" cy="{at_y:.0f}" r="{RADIUS}" fill="#1d4f91"/>'
            f'<text x="{at_x:.0f}" y="{at_y + FONT / 3:.0f}" font-size="{FONT}" font-weight="700"'
            f' text-anchor="middle" fill="#fff">{escape(mark.label)}</text></g>'
        )


def _apart(spots: Sequence[Point], names: Sequence[Point], size: Point) -> list[Point]:
    """Return a spot for each label, as near to its place as the labels before it leave room.

    No label covers another, nor a name, nor the dot of another place; what finds no room stands on
    its place.
    """
    found: list[Point] = []
    for number, spot in enumerate(spots):
        others = [*(each for at, each in enumerate(spots) if at != number), *names]
        found.append(
            next((each for each in _around(spot) if _is_free(each, found, others, size)), spot)
        )
    return found


def _around(spot: Point) -> Iterator[Point]:
    for step in STEPS:
        for angle in ANGLES if step else (0,):
            yield (
                spot[0] + step * cos(radians(angle)),
                spot[1] - step * sin(radians(angle)),
            )


def _is_free(spot: Point, labels: list[Point], places: list[Point], size: Point) -> bool:
    inside = all(RADIUS <= at <= most - RADIUS for at, most in zip(spot, size, strict=True))
    apart = all(hypot(spot[0] - x, spot[1] - y) >= 2 * RADIUS + 1 for x, y in labels)
    clear = all(hypot(spot[0] - x, spot[1] - y) >= RADIUS + 4 for x, y in places)
    return inside and apart and clear
