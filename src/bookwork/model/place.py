"""The place: a point on the map, and why it is there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bookwork.model.question import Fields
from bookwork.model.reference import CountryCodes, EventIds


class Place(Fields):
    """A point on the map. No country means a sea; several mean that it is disputed or shared."""

    id: Annotated[str, Field(pattern=r"^p-[a-z0-9-]{2,38}$")]
    name: str
    countries: CountryCodes
    status: str = ""
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    why: str
    events: Annotated[EventIds, Field(min_length=1)]
    note: str = ""


class Atlas(Fields):
    """What stands above the places: the countries' codes and names."""

    countries: dict[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], str]
