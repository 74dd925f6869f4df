"""The seeds: all facts of the book, loaded together and checked against each other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel

from bookwork.model.article import Article, Reading, Sentence, mismatch
from bookwork.model.clause import Clause, Comparison
from bookwork.model.commitment import Commitment, Promises
from bookwork.model.errors import Problem, SeedError, relative
from bookwork.model.event import Chronicle, Event
from bookwork.model.evidence import EvidenceRef
from bookwork.model.leader import Leader, clashes
from bookwork.model.outlines import outlines
from bookwork.model.partialdate import out_of_order
from bookwork.model.person import Person
from bookwork.model.place import Atlas, Outline, Place
from bookwork.model.question import Fields
from bookwork.model.reference import missing
from bookwork.model.seedfile import SeedFile, SeedReader
from bookwork.model.source import Source
from bookwork.model.term import Term
from bookwork.model.tie import Tie, Web
from bookwork.model.yamlfile import read_text

FILES = (
    "sentences.yml", "events.yml", "commitments.yml", "clauses.yml",
    "glossary.yml", "people.yml", "leaders.yml", "places.yml", "ties.yml", "outlines.json",
    "sources.bib",
)  # fmt: skip
"""The files of seeds/, besides the article's text."""

Evidence: TypeAlias = Sentence | Event | Commitment | Source


@dataclass(frozen=True)
class Seeds:
    """All facts by id, each map in the order of its file; nothing in it changes after loading."""

    root: Path
    article: Article
    sentences: Mapping[str, Sentence]
    events: Mapping[str, Event]
    commitments: Mapping[str, Commitment]
    clauses: Mapping[str, Clause]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    people: Mapping[str, Person]
    leaders: Mapping[str, Leader]
    places: Mapping[str, Place]
    atlas: Atlas
    outlines: Mapping[str, Outline]
    ties: Mapping[str, Tie]
    web: Web
    chronicle: Chronicle
    promises: Promises
    comparison: Comparison
    digest: str
    """64 hex digits that change whenever a fact does, and not when only the layout does."""

    @property
    def countries(self) -> Mapping[str, str]:
        """Return the countries' names by code."""
        return self.atlas.countries

    def files(self) -> tuple[Path, ...]:
        """Return the files that the facts come from."""
        return tuple(self.root / name for name in (self.article.reading.article.file, *FILES))

    def has(self, id: str) -> bool:
        """Return whether an evidence id points at something."""
        try:
            self.evidence(id)
        except ValueError:
            return False
        return True

    def evidence(self, id: str) -> Evidence:
        """Return what an evidence id points at; ValueError (what — mend) if there is none."""
        kind = EvidenceRef.parse(id).kind
        tables: dict[str, Mapping[str, Evidence]] = {
            "sentence": self.sentences,
            "event": self.events,
            "commitment": self.commitments,
            "source": self.sources,
        }
        if id not in tables[kind]:
            raise ValueError(" — ".join(missing(kind, id, tables[kind])))
        return tables[kind][id]


def load_seeds(root: Path) -> Seeds:
    """Return the facts in a folder; SeedError with every problem found, if there is any."""
    reader = SeedReader(root)
    sentences = reader.yaml("sentences.yml", "sentences", Reading, Sentence)
    events = reader.yaml("events.yml", "events", Chronicle, Event)
    commitments = reader.yaml("commitments.yml", "commitments", Promises, Commitment)
    clauses = reader.yaml("clauses.yml", "clauses", Comparison, Clause)
    terms = reader.yaml("glossary.yml", "terms", Fields, Term)
    people = reader.yaml("people.yml", "people", Fields, Person)
    leaders = reader.yaml("leaders.yml", "leaders", Fields, Leader)
    places = reader.yaml("places.yml", "places", Atlas, Place)
    ties = reader.yaml("ties.yml", "ties", Web, Tie)
    sources = reader.bibliography("sources.bib", Source)
    reading, chronicle, promises, atlas = sentences.head, events.head, commitments.head, places.head
    web, comparison = ties.head, clauses.head
    reader.check_references(
        {
            "sentence": sentences.places,
            "event": events.places,
            "commitment": commitments.places,
            "source": sources.places,
            "country": atlas.countries if atlas else None,
            "kind": chronicle.kinds if chronicle else None,
            "verdict": reading.verdicts if reading else None,
            "status code": promises.status_codes if promises else None,
            "rung": promises.rungs if promises else None,
            "party": web.parties if web else None,
            "person": people.places,
        }
    )
    text = _text(reader, sentences)
    reader.problems += _chronology(events)
    reader.problems += _names_twice(terms, people)
    reader.problems += _two_in_one_office(leaders)
    drawn = outlines(reader, places)
    if reader.problems or not (reading and chronicle and promises and comparison and atlas and web):
        raise SeedError(reader.problems)
    return Seeds(
        root=root,
        article=Article(text, tuple(sentences.entries.values()), reading),
        sentences=sentences.entries,
        events=events.entries,
        commitments=commitments.entries,
        clauses=clauses.entries,
        sources=sources.entries,
        terms=terms.entries,
        people=people.entries,
        leaders=leaders.entries,
        places=places.entries,
        atlas=atlas,
        outlines=drawn,
        ties=ties.entries,
        web=web,
        chronicle=chronicle,
        promises=promises,
        comparison=comparison,
        digest=_digest(
            text,
            {"reading": reading, "chronicle": chronicle, "promises": promises, "atlas": atlas},
            {"comparison": comparison},
            sentences.entries,
            events.entries,
            commitments.entries,
            clauses.entries,
            sources.entries,
            terms.entries,
            people.entries,
            leaders.entries,
            places.entries,
            ties.entries,
            {"web": web},
            drawn,
        ),
    )


def _text(reader: SeedReader, sentences: SeedFile[Reading, Sentence]) -> str:
    """Return the article's text, checked against its fingerprint and its sentences."""
    head, file = sentences.head, sentences.file
    if head is None:
        return ""
    path = reader.root / head.article.file
    try:
        text = read_text(path, SeedError)
    except SeedError as error:
        reader.problems += error.problems
        return ""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != head.article.sha256:
        what = f"{relative(path)} has changed: its SHA-256 is {found}"
        mend = "the article is kept byte for byte: restore it"
        reader.problems.append(file.problem(("article", "sha256"), "", what, mend))
    if len(sentences.entries) < len(file.data["sentences"]):
        return text  # a sentence that could not be read would be missed here, too
    wrong = mismatch(text, tuple(sentences.entries.values()))
    if wrong is None:
        return text
    if wrong.sentence is None:
        reader.problems.append(Problem(relative(path), wrong.line, "", wrong.what, wrong.mend))
    else:
        reader.problems.append(
            sentences.problem(wrong.sentence.id, (wrong.field,), wrong.what, wrong.mend)
        )
    return text


def _chronology(events: SeedFile[Chronicle, Event]) -> list[Problem]:
    """Return a problem if an event stands below a later one."""
    listed = list(events.entries.values())
    wrong = out_of_order(event.date for event in listed)
    if wrong is None:
        return []
    event = listed[wrong]
    what = f"the event of {event.date} stands below a later one"
    return [events.problem(event.id, ("date",), what, "keep events in order of time: move it up")]


def _names_twice(terms: SeedFile[Fields, Term], people: SeedFile[Fields, Person]) -> list[Problem]:
    """Return a problem for each name that two entries of the glossary answer to."""
    found: list[Problem] = []
    taken: dict[str, str] = {}
    both: Iterable[SeedFile[Fields, Term] | SeedFile[Fields, Person]] = (terms, people)
    for seedfile in both:
        for id, entry in seedfile.entries.items():
            for name in entry.names():
                if taken.setdefault(name.casefold(), id) != id:
                    what = f"'{name}' is also a name of {taken[name.casefold()]}"
                    mend = "a reader must find one entry: drop one of the names"
                    found.append(seedfile.problem(id, (), what, mend))
    return found


def _two_in_one_office(leaders: SeedFile[Fields, Leader]) -> list[Problem]:
    """Return a problem for each term of office that surely overlaps another one of it."""
    mend = "an office has one holder at a time: look at start and end of both"
    return [
        leaders.problem(two.id, ("start",), f"the term overlaps that of {one.id}", mend)
        for one, two in clashes(leaders.entries.values())
    ]


def _digest(text: str, *tables: Mapping[str, BaseModel]) -> str:
    models = [model for table in tables for model in table.values()]
    data = [text, *(model.model_dump(mode="json") for model in models)]
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()
