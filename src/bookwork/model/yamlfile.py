"""YAML as authors write it: plain data, with the line of every value.

Only the harmless part of YAML is read: maps, lists and scalars. Anchors, tags and repeated keys
are refused, because each of them can hide a mistake or a trap (a few lines of nested aliases
unfold to gigabytes). Dates and `yes`/`no` stay text, as in YAML 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bookwork.model.errors import AuthorError, Problem, relative

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 40
Key = str | int
Place = tuple[Key, ...]

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What no author types: it would steer a terminal, or make pages that are not HTML."""
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """A YAML file's data and the line on which each value starts (from 1)."""

    path: Path
    data: Any
    lines: Mapping[Place, int] = field(repr=False)

    def line(self, place: Iterable[Key] = ()) -> int:
        """Return the line of a value, or of the nearest value around it."""
        at = tuple(place)
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)

    def problem(self, place: Iterable[Key], name: str, what: str, mend: str) -> Problem:
        """Return a problem at a value of this file."""
        return Problem(relative(self.path), self.line(place), name, what, mend)


def read_text(path: Path, error: type[AuthorError], *, controls: bool = False) -> str:
    """Return a file's text, refusing what cannot be an author's.

    That is: too large, not UTF-8, or (unless `controls`) with control characters in it.
    """
    shown = relative(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # never more: a device has no end
    except FileNotFoundError:
        raise error(Problem(shown, 0, "", "there is no such file", "check the name")) from None
    except IsADirectoryError:
        raise error(Problem(shown, 0, "", "this is a folder", "name a file in it")) from None
    except OSError as reason:
        raise error(
            Problem(shown, 0, "", f"it cannot be read ({reason.strerror})", "check its rights")
        ) from None
    if len(raw) > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES:,} bytes"
        raise error(Problem(shown, 0, "", what, "split it"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = raw[: reason.start].count(b"\n") + 1
        raise error(
            Problem(shown, line, "", "the text is not UTF-8", "save the file as UTF-8")
        ) from None
    if not controls and (found := _CONTROL.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        raise error(Problem(shown, line, "", *_control(found)))
    return text


def _control(found: re.Match[str]) -> tuple[str, str]:
    """Return what to say of a control character, and how to mend it."""
    return f"a control character (U+{ord(found[0]):04X}) stands in the text", "type the text again"


def load_yaml(path: Path, error: type[AuthorError]) -> YamlFile:
    """Return a YAML file's data with lines; raise `error` for anything that is not plain data."""
    text = read_text(path, error)
    builder = _Builder(path, error)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError as reason:
        marks = [getattr(reason, name, None) for name in ("problem_mark", "context_mark")]
        if "quoted scalar" in str(getattr(reason, "context", "")):
            marks.reverse()  # a quote that is never closed is told where it was opened
        mark = marks[0] or marks[1]
        what = getattr(reason, "problem", None) or getattr(reason, "reason", None) or "bad YAML"
        last = text.rstrip("\n").count("\n")  # libyaml calls the end of a file one line more
        line = min(mark.line, last) + 1 if mark else 0
        raise error(
            Problem(
                relative(path), line, "", f"not valid YAML: {what}",
                "check indentation, and quote text that holds ': ' or starts with a symbol",
            )
        ) from None  # fmt: skip
    return YamlFile(path, builder.root, builder.lines)


class _Builder:
    """Builds plain data from parser events with a stack of its own: depth cannot crash it."""

    def __init__(self, path: Path, error: type[AuthorError]) -> None:
        self.path = path
        self.error = error
        self.root: Any = None
        self.documents = 0
        self.lines: dict[Place, int] = {}
        # Each open collection: (data, its place, key waiting for its value).
        self.stack: list[tuple[Any, Place, Key | None]] = []

    def fail(self, event: Any, what: str, mend: str) -> AuthorError:
        line = event.start_mark.line + 1
        return self.error(Problem(relative(self.path), line, "", what, mend))

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.fail(event, "a second YAML document starts here", "remove the '---'")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.fail(event, "YAML anchors (&) and aliases (*) are not read", "write it out")
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event)

    def open(self, event: Any) -> None:
        if event.tag is not None:
            raise self.fail(event, f"the YAML tag {event.tag} is not read", "remove it")
        if len(self.stack) >= MAX_DEPTH:
            raise self.fail(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append((value, self.put(value, event), None))

    def scalar(self, event: Any) -> None:
        if event.tag is not None:
            raise self.fail(event, f"the YAML tag {event.tag} is not read", "remove it")
        if found := _CONTROL.search(event.value):  # written as an escape, in double quotes
            raise self.fail(event, *_control(found))
        value = _plain(event.value) if event.implicit[0] else event.value
        if self.stack:
            data, place, key = self.stack[-1]
            if isinstance(data, dict) and key is None:
                name = event.value
                if name in data:
                    raise self.fail(event, f"the key '{name}' stands twice", "keep one of them")
                self.stack[-1] = (data, place, name)
                self.lines[(*place, name)] = event.start_mark.line + 1
                return
        self.put(value, event)

    def put(self, value: Any, event: Any) -> Place:
        if not self.stack:
            self.root = value
            self.lines[()] = event.start_mark.line + 1
            return ()
        data, place, key = self.stack[-1]
        if isinstance(data, list):
            data.append(value)
            at: Place = (*place, len(data) - 1)
            self.lines[at] = event.start_mark.line + 1
            return at
        if key is None:
            raise self.fail(event, "a key is not plain text", "use a word as the key")
        data[key] = value
        self.stack[-1] = (data, place, None)
        return (*place, key)


def _plain(text: str) -> Any:
    """Return the value of an unquoted scalar: null, true/false, a number, or the text itself."""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INT.fullmatch(text) and len(text) < 19:
        return int(text)
    # A number that Python writes otherwise (1.50, 0.00001) stays as its author wrote it.
    if _FLOAT.fullmatch(text) and str(float(text)) == text:
        return float(text)
    return text
