"""The place: a point on the map, and why it is there; and the views in which maps are drawn."""

from __future__ import annotations

from math import cos, radians
from typing import Annotated

from pydantic import Field, model_validator

from bookwork.model.question import Fields
from bookwork.model.reference import CountryCodes, EventIds

Latitude = Annotated[float, Field(ge=-90, le=90)]
PLACE_ID = r"^p-[a-z0-9-]{2,38}$"
FULL_TURN = 360


class Place(Fields):
    """A point on the map. No country means a sea; several mean that it is disputed or shared."""

    id: Annotated[str, Field(pattern=PLACE_ID)]
    name: str
    countries: CountryCodes
    status: str = ""
    lat: Latitude
    lon: Annotated[float, Field(ge=-180, le=180)]
    why: str
    events: Annotated[EventIds, Field(min_length=1)]
    note: str = ""


class Bounds(Fields):
    """The part of the world that a map shows, in degrees, and its width in units of the drawing.

    East of 180° the degrees go on, so that the Pacific can stand in the middle.
    """

    west: Annotated[float, Field(ge=-180, le=180)]
    east: Annotated[float, Field(ge=-180, le=540)]
    south: Latitude
    north: Latitude
    width: Annotated[int, Field(ge=200, le=2000)]

    @model_validator(mode="after")
    def _spans_something(self) -> Bounds:
        if self.south >= self.north:
            raise ValueError("'south' is not below 'north' — exchange them")
        if not 0 < self.east - self.west <= FULL_TURN:
            raise ValueError("'east' must be 1 to 360 degrees above 'west' — change one")
        return self

    @property
    def _stretch(self) -> float:
        """How much narrower a degree of longitude is than one of latitude, in the middle."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def _scale(self) -> float:
        return self.width / ((self.east - self.west) * self._stretch)

    @property
    def height(self) -> int:
        """The height of the drawing, in its units."""
        return round((self.north - self.south) * self._scale)

    def point(self, lat: float, lon: float) -> tuple[float, float] | None:
        """Return where a point of the world stands in the drawing; None if it is outside.

        Equirectangular, true to scale in the middle; `tools/make_outlines.mjs` draws so, too.
        """
        turned = lon if lon >= self.west else lon + FULL_TURN
        if not (self.west <= turned <= self.east and self.south <= lat <= self.north):
            return None
        x = (turned - self.west) * self._stretch * self._scale
        return x, (self.north - lat) * self._scale


class View(Bounds):
    """A map's bounds and title."""

    title: str


class Outline(Bounds):
    """The land within bounds, as the path of an SVG; made by a tool."""

    land: Annotated[str, Field(pattern=r"^[Mlz0-9 -]+$")]


class Label(Fields):
    """Words that hold a spot on the maps, a line each."""

    text: Annotated[tuple[str, ...], Field(min_length=1)]
    lat: Latitude
    lon: Annotated[float, Field(ge=-180, le=180)]


class Atlas(Fields):
    """What stands above the places: the countries' codes and names, and the maps' views."""

    countries: dict[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], str]
    views: dict[Annotated[str, Field(pattern=r"^[a-z][a-z-]{1,38}$")], View] = Field(
        default_factory=dict
    )
    labels: tuple[Label, ...] = ()
