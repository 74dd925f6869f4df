"""The outlines: the land of each map's view, written by a tool and checked against the views."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from bookwork.model.errors import SeedError
from bookwork.model.place import Atlas, Bounds, Outline, Place
from bookwork.model.seedfile import SeedFile, SeedReader
from bookwork.model.yamlfile import load_yaml

FILE = "outlines.json"
MEND = "draw the maps again: see the head of places.yml"


def outlines(reader: SeedReader, places: SeedFile[Atlas, Place]) -> Mapping[str, Outline]:
    """Return the outlines by view; a view without one, or with an old one, is a problem."""
    if places.head is None:
        return {}
    try:
        file = load_yaml(reader.root / FILE, SeedError)  # JSON is YAML
    except SeedError as error:
        reader.problems += error.problems
        return {}
    data = file.data if isinstance(file.data, dict) else {}
    found: dict[str, Outline] = {}
    for name, view in places.head.views.items():
        try:
            outline = Outline.model_validate(data.get(name))
        except ValidationError:
            what = f"the map '{name}' has no outline in {FILE}"
            reader.problems.append(places.file.problem(("views", name), "", what, MEND))
            continue
        if any(getattr(view, field) != getattr(outline, field) for field in Bounds.model_fields):
            what = f"the outline of the map '{name}' in {FILE} was drawn for other bounds"
            reader.problems.append(places.file.problem(("views", name), "", what, MEND))
        found[name] = outline
    return found
