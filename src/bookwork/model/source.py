"""The source: a document or page that a fact rests on, kept as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pybtex.errors
from pybtex.backends.plaintext import Backend
from pybtex.database import Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pydantic import Field, model_validator

from bookwork.model.errors import Problem, SeedError, relative
from bookwork.model.evidence import SOURCE_ID, EvidenceRef
from bookwork.model.partialdate import PartialDate, WrittenDate
from bookwork.model.question import Fields
from bookwork.model.yamlfile import Place, YamlFile, read_text

SourceKind = Literal[
    "primary-document",
    "government",
    "news",
    "opinion",
    "research",
    "reference",
    "secondary-digest",
    "article",
]
ReadHow = Literal["whole", "part", "digest", "unread"]

_ENTRY = re.compile(r"\s*@\s*([A-Za-z]+)\s*[{(]\s*([^\s,{}()]+)")
_FIELD = re.compile(r"\s*([A-Za-z][A-Za-z_-]*)\s*=")
_COMMENT = re.compile(r"(?<!\\)%")
_NOT_ENTRIES = {"comment", "preamble", "string"}
_PLAIN = Backend()


class Source(Fields):
    """A document or page, who published it, and how far it was read."""

    id: Annotated[str, Field(pattern=SOURCE_ID)]
    title: str
    publisher: str = Field(alias="author")
    date: WrittenDate | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    kind: SourceKind
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    read: ReadHow
    featured: bool = False
    good_for: str = Field("", alias="annotation")
    note: str = ""

    @model_validator(mode="after")
    def _id_and_use(self) -> Source:
        if (kind := EvidenceRef.parse(self.id).kind) != "source":
            raise ValueError(f"'{self.id}' looks like the id of a {kind} — choose another key")
        if self.featured and not self.good_for:
            raise ValueError("a featured source says what it is good for — add an annotation")
        return self


def read_bibliography(path: Path, problems: list[Problem]) -> YamlFile:
    """Return a .bib file as plain data with lines: {key: {field: text}}, in the file's order.

    What is no BibTeX, and years and months that disagree with the date, go to `problems`.
    """
    text = read_text(path, SeedError)
    lines = list(_lines(text))
    file = YamlFile(path, {}, {(): 1, **dict(reversed(lines))})
    with pybtex.errors.capture() as captured:
        entries = Parser().parse_string(text).entries
    for error in captured:
        line = getattr(error, "lineno", None) or _line_named(str(error), dict(lines))
        problems.append(Problem(relative(path), line, "", *_bad(error)))
    for key, entry in entries.items():
        fields = {}
        for name, value in _written(entry):
            try:
                fields[name] = value if name == "url" else _plain(value)
            except (PybtexError, ValueError) as error:
                fields[name] = value
                problems.append(file.problem((key, name), key, *_bad(error)))
            if name != "url" and _COMMENT.search(value):
                what = f"what stands behind % in '{name}' is not shown"
                problems.append(file.problem((key, name), key, what, "write \\%"))
        if "id" in fields:
            problems.append(file.problem((key, "id"), key, "unknown field 'id'", "remove it"))
        fields["id"] = key
        problems += _disagreements(file, key, fields)
        file.data[key] = {name: fields[name] for name in fields if name not in ("year", "month")}
    return file


def _bad(error: Exception) -> tuple[str, str]:
    """Return what to say of a fault in BibTeX, and how to mend it."""
    words = re.sub(r" in line [0-9]+", "", str(error))
    return f"not valid BibTeX: {words}", "compare with the entries around it"


def _lines(text: str) -> Iterator[tuple[Place, int]]:
    """Yield the place and line of every entry and field, top to bottom."""
    key = ""
    for number, line in enumerate(text.split("\n"), 1):
        if (found := _ENTRY.match(line)) and found[1].lower() not in _NOT_ENTRIES:
            key = found[2]
            yield (key,), number
        elif key and (found := _FIELD.match(line)):
            yield (key, found[1].lower()), number


def _line_named(message: str, lines: dict[Place, int]) -> int:
    """Return the line of the entry whose key a message names, or 0."""
    words = set(re.findall(r"[^\s:,]+", message))
    return next((line for place, line in lines.items() if len(place) == 1 and place[0] in words), 0)


def _written(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield an entry's fields as written; people as one field, with commas between them."""
    for name, value in entry.fields.items():
        yield name.lower(), value
    for role, persons in entry.persons.items():
        yield role.lower(), ", ".join(_name(person) for person in persons)


def _name(person: Person) -> str:
    parts = (person.first_names, person.middle_names, person.prelast_names, person.last_names)
    return " ".join(word for part in parts for word in part)


def _plain(latex: str) -> str:
    return str(Text.from_latex(latex).render(_PLAIN))


def _disagreements(file: YamlFile, key: str, fields: dict[str, Any]) -> list[Problem]:
    """Return what is wrong with `year` and `month`, which repeat the date for the printed list."""
    try:
        date = PartialDate.parse(fields["date"]) if "date" in fields else None
    except ValueError:
        return []  # the model says so
    words = date.words() if date else ""
    year, month = words[-4:], words[:-4].strip()
    found = []
    for name, wanted in (("year", year), ("month", month)):
        written = fields.get(name, "")
        if written != wanted:
            what = f"{name} is '{written}', but the date says '{wanted}'"
            mend = f"write {name} = {{{wanted}}}" if wanted else f"remove {name}"
            found.append(file.problem((key, name), key, what, mend))
    return found
