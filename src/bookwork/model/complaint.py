"""The complaint: what pydantic says is wrong with a value, told to an author with its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from bookwork.model.errors import Problem
from bookwork.model.yamlfile import Place, YamlFile

Error = Any
"""One of pydantic's errors, a map: its type, place (`loc`), message, input and context."""


def complaints(
    file: YamlFile, place: Place, name: str, model: type[BaseModel], reason: ValidationError
) -> list[Problem]:
    """Return pydantic's errors about the value at `place` as problems with lines."""
    data = file.data
    for part in place:
        data = data[part]
    errors = [error for error in reason.errors(include_url=False) if not _follows(error)]
    found = []
    for at, error in _nearest([(*_split(data, error), error) for error in errors]):
        what, mend = _words(at, error, model)
        found.append(file.problem((*place, *at), name, what, mend))
    return found


def _follows(error: Error) -> bool:
    """Return whether a list is called too short only because what stands in it is faulty."""
    if error["type"] != "too_short":
        return False
    return len(error["input"]) >= int(error["ctx"]["min_length"])


def _split(data: Any, error: Error) -> tuple[Place, Place, str]:
    """Return where an error is in the data; and for one of several shapes that were tried, where
    they were, and which of them."""
    loc = [part for part in error["loc"] if part != "[key]"]
    at: list[str | int] = []
    union: Place = ()
    shape = ""
    for number, part in enumerate(loc, 1):
        absent = error["type"] == "missing" and number == len(loc)
        try:
            data = data if absent else data[part]
        except (KeyError, IndexError, TypeError):
            # Not in the data: pydantic's name for the shape that it tried here.
            union, shape = (union, shape) if shape else (tuple(at), str(part))
            continue
        at.append(part)
    return tuple(at), union, shape


def _nearest(errors: list[tuple[Place, Place, str, Error]]) -> Iterator[tuple[Place, Error]]:
    """Yield errors with their places; where several shapes were tried, those of the nearest."""
    tried: dict[Place, dict[str, int]] = {}
    for _at, union, shape, _error in errors:
        if shape:
            counts = tried.setdefault(union, {})
            counts[shape] = counts.get(shape, 0) + 1
    nearest = {union: min(counts, key=counts.__getitem__) for union, counts in tried.items()}
    for at, union, shape, error in errors:
        if not shape or nearest[union] == shape:
            yield at, error


def _words(at: Place, error: Error, model: type[BaseModel]) -> tuple[str, str]:
    """Return what is wrong, and how to mend it."""
    name = ".".join(str(part) for part in at)
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            near = difflib.get_close_matches(str(at[-1]), _fields(model, at), 1)
            return f"unknown field '{name}'", f"did you mean '{near[0]}'?" if near else "remove it"
        case "missing":
            return f"the field '{name}' is missing", "add it"
        case "string_type" if isinstance(error["input"], int | float):
            return f"'{name}' must be text", "put it in quotes"
        case "string_type":
            return f"'{name}' must be text", "write it as text"
        case "tuple_type":
            return f"'{name}' must be a list", "write it in [brackets]"
        case "dict_type" | "model_type":
            what = f"'{name}' must be a map" if name else "this is not a map"
            return what, "write 'name: value' lines below it"
        case "too_short":
            return f"'{name}' needs {context['min_length']} or more", "add to it"
        case "too_long":
            return f"'{name}' takes no more than {context['max_length']}", "shorten it"
        case "string_too_short":
            return f"'{name}' is empty", "write it"
        case "string_too_long":
            return f"'{name}' is longer than {context['max_length']} characters", "shorten it"
        case "value_error":
            what, _dash, mend = error["msg"].removeprefix("Value error, ").partition(" — ")
            return what, mend
        case _:
            what = f"'{name}': {error['msg'][:1].lower()}{error['msg'][1:]}"
            return what, "see 'bookwork schema' for what it takes"


def _fields(model: type[BaseModel], at: Place) -> list[str]:
    """Return the names of the fields that there are beside a place in a model."""
    models = [model]
    for part in at[:-1]:
        inner = [
            each
            for outer in models
            for name, field in outer.model_fields.items()
            if (field.alias or name) == part
            for each in _models(field.annotation)
        ]
        models = inner or models  # an option's id or a list's index leads to no other model
    return [field.alias or name for each in models for name, field in each.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that a field's type names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
