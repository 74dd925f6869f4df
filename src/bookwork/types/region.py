"""Region: pick a lettered place on a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.primitives import Region
from bookwork.model.question import Example, Question
from bookwork.types._shared import OptionFields, check_distinct, check_keys, lowered

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

PlaceId = Annotated[str, StringConstraints(pattern=r"^p-[a-z0-9-]{2,38}$")]
ViewId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]{1,38}$")]


class RegionQuestion(Question):
    """A place to be found among a few that are marked on a map."""

    summary: ClassVar[str] = "Pick a place on a map"
    credit: ClassVar[str] = "1 point for the right place."
    sample: ClassVar[dict[str, Any]] = {
        "map": "east-asia",
        "areas": {
            "p-jeju": {
                "text": "An island south of a peninsula",
                "feedback": "Yes: it lies off the south coast.",
            },
            "p-hiroshima": {
                "text": "A city on the Inland Sea",
                "feedback": "No: that is where the three met before.",
            },
            "p-seoul": {
                "text": "A capital in the north-west of a peninsula",
                "feedback": "No: ships do not exercise there.",
            },
        },
        "key": "p-jeju",
    }

    type: Literal["region"] = "region"
    map: ViewId = Field(description="The map, one of the views in seeds/places.yml.")
    areas: dict[PlaceId, OptionFields] = Field(
        min_length=3,
        max_length=8,
        description="Places by id; the text says where each lies without naming it.",
    )
    key: PlaceId = Field(description="The id of the right place.")

    @model_validator(mode="after")
    def _check(self) -> RegionQuestion:
        check_keys([self.key], self.areas)
        check_distinct({id: area.text for id, area in self.areas.items()}, "areas")
        return self

    def lower(self, seeds: Seeds) -> Item:
        """Return the item: one place to pick; ValueError for a map or place that is not there."""
        views = seeds.atlas.views
        if self.map not in views:
            raise ValueError(f"there is no map '{self.map}' — use one of {', '.join(views)}")
        for id in self.areas:
            if id not in seeds.places:
                raise ValueError(f"there is no place '{id}' — see seeds/places.yml")
            place = seeds.places[id]
            if views[self.map].point(place.lat, place.lon) is None:
                raise ValueError(f"'{id}' lies outside of the map '{self.map}' — use another map")
        return self.item(Part("answer", Region(self.map, lowered(self.areas), self.key)))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return a right, a wrong and a blank response."""
        return (
            Example({"answer": ["p-jeju"]}, 1, "right"),
            Example({"answer": ["p-seoul"]}, 0, "wrong"),
            Example({}, 0, "blank"),
        )
