"""The seed reader: reads files of entries with ids, and gathers every problem on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bookwork.model.complaint import complaints
from bookwork.model.errors import Problem, SeedError, relative
from bookwork.model.reference import Noun, missing, references
from bookwork.model.source import read_bibliography
from bookwork.model.yamlfile import Place, YamlFile, load_yaml

H = TypeVar("H", bound=BaseModel)
E = TypeVar("E", bound=BaseModel)


@dataclass(frozen=True)
class SeedFile(Generic[H, E]):
    """What a seed file holds, as far as it can be read.

    `entries` are the faultless ones; `places` has the id of every one, so that a fault in an
    entry doesn't make each reference to it look wrong. It is None if the file can't be read.
    """

    file: YamlFile
    head: H | None = None
    entries: Mapping[str, E] = field(default_factory=dict)
    places: Mapping[str, Place] | None = None

    def problem(self, id: str, place: Place, what: str, mend: str) -> Problem:
        """Return a problem at a place inside an entry."""
        return self.file.problem((*(self.places or {})[id], *place), id, what, mend)


class SeedReader:
    """Reads the files of one folder; `problems` grows, and nothing stops at the first."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._where: dict[str, str] = {}
        self._models: list[tuple[YamlFile, Place, str, BaseModel]] = []

    def yaml(self, name: str, key: str, head: type[H], entry: type[E]) -> SeedFile[H, E]:
        """Return a YAML file with its entries under `key`."""
        try:
            file = load_yaml(self.root / name, SeedError)
        except SeedError as error:
            self.problems += error.problems
            return SeedFile(YamlFile(self.root / name, {}, {}))
        if not isinstance(file.data, dict) or not isinstance(file.data.get(key), list):
            mend = f"write '{key}:' with a list below it"
            self.problems.append(file.problem((), "", f"the file has no list '{key}'", mend))
            return SeedFile(file)
        rest = {name: value for name, value in file.data.items() if name != key}
        above = self._model(file, (), "", head, rest)
        listed: list[tuple[Place, Any]] = [
            ((key, index), value) for index, value in enumerate(file.data[key])
        ]
        entries, places = self._entries(file, listed, entry)
        return SeedFile(file, above, entries, places)

    def bibliography(self, name: str, entry: type[E]) -> SeedFile[BaseModel, E]:
        """Return a .bib file with its entries."""
        try:
            file = read_bibliography(self.root / name, self.problems)
        except SeedError as error:
            self.problems += error.problems
            return SeedFile(YamlFile(self.root / name, {}, {}))
        listed: list[tuple[Place, Any]] = [((key,), value) for key, value in file.data.items()]
        entries, places = self._entries(file, listed, entry)
        return SeedFile(file, None, entries, places)

    def _entries(
        self, file: YamlFile, listed: list[tuple[Place, Any]], model: type[E]
    ) -> tuple[dict[str, E], dict[str, Place]]:
        entries: dict[str, E] = {}
        places: dict[str, Place] = {}
        for place, value in listed:
            name = str(value.get("id", "")) if isinstance(value, dict) else ""
            if name:
                here = f"{relative(file.path)}:{file.line(place)}"
                if name in self._where:
                    what = f"the id '{name}' is taken by {self._where[name]}"
                    mend = "an id names one thing only: choose another"
                    self.problems.append(file.problem((*place, "id"), name, what, mend))
                else:
                    self._where[name] = here
                places.setdefault(name, place)
            entry = self._model(file, place, name, model, value)
            if entry is not None:
                entries.setdefault(name, entry)
        return entries, places

    def _model(
        self, file: YamlFile, place: Place, name: str, model: type[E], value: Any
    ) -> E | None:
        try:
            made = model.model_validate(value)
        except ValidationError as reason:
            self.problems += complaints(file, place, name, model, reason)
            return None
        self._models.append((file, place, name, made))
        return made

    def check_references(self, known: Mapping[Noun, Mapping[str, Any] | None]) -> None:
        """Report every reference to something that is not known; None means nobody can tell."""
        for file, place, name, model in self._models:
            for at, noun, target in references(model, place):
                things = known[noun]
                if things is not None and target not in things:
                    what, mend = missing(noun, target, things)
                    self.problems.append(file.problem(at, name, what, mend))
