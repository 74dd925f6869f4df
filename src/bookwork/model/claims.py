"""Claims: sentences of the pages that state something about the world, and what each rests on.

A sentence rests on evidence when a chip or citation stands inside it. Of the others, each is one of
these, tried in this order:

- *question*: it ends with a question mark;
- *invented*: it stands on a sheet of the simulation, or on a page about how it is played, and
  names no year: the crisis is invented and says so;
- *instruction*: it begins with an imperative, or tells the reader, the class or the teacher what
  to do (you, students, the class … with must, should, can, may, need, let …, or a form of “you”);
- *about this book*: it speaks of the book itself: its pages, questions, marks, lists, cards …;
- *transition*: at most 14 words, without a figure, a name or a verb of reporting; on a page for
  teachers, which speaks of teaching, of any length;
- *label*: no whole sentence: it has no verb, or begins with a small letter (a cell, a list's item);
- *accepted*: it stands in `book/uncited.yml`, with a reason;
- *claim*: everything else. It needs a chip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from bookwork.model.chip import chips
from bookwork.model.complaint import complaints
from bookwork.model.errors import BookError, Problem, relative
from bookwork.model.prose import Passage, passages
from bookwork.model.question import Fields
from bookwork.model.yamlfile import load_yaml

Kind = Literal[
    "evidence", "question", "invented", "instruction", "about this book", "transition", "label",
    "accepted", "claim",
]  # fmt: skip
FILE = "book/uncited.yml"
MOST_WORDS = 14
PLAYED = ("crisis-call", "facilitator")
"""Pages about how the simulation is played."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_BEGIN = """
add agree allow answer ask avoid begin bring build cache call change check choose circle classify
collect come compare copy count cover cut deal debate decide describe discuss distinguish do draft
draw exchange explain fill find fold follow get give go hand have help hold identify imagine join
judge keep know lay leave let list listen look make mark match mind move name note notice offer open
order pair pass place play post practise print prepare put rank read remember repeat replay report
return reuse review rewrite run save say see send set share show sit sort split stand start state
step stop swap switch take tell think trace treat try turn underline use wait walk watch weigh work
write
"""
IMPERATIVES = frozenset(_BEGIN.split())
"""Verbs that begin an instruction, or an objective."""
_ADDRESSED = re.compile(
    r"\b(you|your|yours|yourself|yourselves|let us|students?|teachers?|the class|each group|"
    r"the groups?|partners?|pairs?|facilitator|readers?|everybody|nobody has to|delegations?)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:this|the|these|one|each|every|both|its|our|whose|such|a|small) (?:\w+ )?"
    r"(?:book|chapter|page|edition|reading|question|map|list|notebook|ladder|card|strip|picture|"
    r"table|row|glossary|quiz|key|rubric|kit|unit|plan|lesson|sheet|game|simulation|round|clock|"
    r"script|number|mark|chip|section|hint|sample|term|switch|column|log|frame|communiqué|desk|"
    r"tent|code|drawing|bar|range|result|line|timeline|digest|step|event|facts|framework|source|"
    r"note|answer)s?\b|"
    r"\b(?:JavaScript|sentence numbers?|Crisis call|Check yourself|Weigh the evidence|Rubrics?)\b|"
    r"“Not found”|\bnot found\b|first-hand|second-hand|\bUnconfirmed means\b|\bdate line\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(said|says|say|called|calls|told|wrote|reported|reports|announced|claims?|claimed|denied|"
    r"protested|signed|agreed|promised|warned|declared)\b"
)
_VERB = re.compile(
    r"\b(is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|"
    r"should|[a-z]+ed|makes?|gives?|takes?|holds?|says?|means?|stands?|led|met|came|went|began|"
    r"won|lost|left|fell|rose|took|gave|made|held|kept|put|set|sent|built)\b"
)


@dataclass(frozen=True)
class Found:
    """A sentence and what kind it is."""

    passage: Passage
    kind: Kind


class Accepted(Fields):
    """A sentence that may stand without evidence, and why."""

    page: str
    text: str
    reason: str


def load_accepted(root: Path) -> list[Accepted]:
    """Return what the author accepts; BookError with every problem in the file."""
    path = root / FILE
    if not path.is_file():
        return []
    file = load_yaml(path, BookError)
    listed = file.data.get("accepted") if isinstance(file.data, dict) else None
    if not isinstance(listed, list):
        raise BookError(file.problem((), "", "the file has no list 'accepted'", "write it"))
    found, problems = [], list[Problem]()
    for number, data in enumerate(listed):
        try:
            found.append(Accepted.model_validate(data))
        except ValidationError as reason:
            problems += complaints(file, ("accepted", number), "", Accepted, reason)
    if problems:
        raise BookError(problems)
    return found


def kind_of(passage: Passage, accepted: Iterable[str] = ()) -> Kind:
    """Return what kind of sentence it is."""
    words = passage.bare
    if next(iter(chips(passage.text)), None) is not None:
        return "evidence"
    if words.rstrip("”’)* ").endswith("?"):
        return "question"
    sheets = {"event", "role", "tent", "organiser"} & set(passage.kinds)
    played = passage.path.stem.startswith(PLAYED) and not _YEAR.search(words)
    if ("sheet" in passage.inside and sheets) or played:
        return "invented"
    first = re.sub(r"^[^\w]+", "", words).split(" ", 1)[0].strip(",:;.").casefold()
    if first in IMPERATIVES or _ADDRESSED.search(words):
        return "instruction"
    if _OURS.search(words):
        return "about this book"
    body = re.sub(r"^[^A-Za-z]*\w+", "", words)
    plain = not re.search(r"\d|\b[A-Z]\w+", body) and not _REPORTS.search(words)
    if plain and (len(words.split()) <= MOST_WORDS or passage.path.parent.name == "teacher"):
        return "transition"
    if words[:1].islower() or not _VERB.search(words):
        return "label"
    return "accepted" if words in accepted else "claim"


def classify(root: Path, pages: Iterable[Path]) -> Iterator[Found]:
    """Yield every sentence of pages with its kind."""
    accepted = load_accepted(root)
    for path in pages:
        name = path.relative_to(root).with_suffix("").as_posix()
        texts = {each.text for each in accepted if each.page == name}
        for passage in passages(path):
            yield Found(passage, kind_of(passage, texts))


GENERATED = ("glossary", "people", "places", "timeline", "coverage", "flash-cards", "keys-")
"""Beginnings of the names of pages that consist of what stands in seeds/, with its sources."""


def prose_pages(pages: Iterable[Path]) -> list[Path]:
    """Return the pages whose sentences somebody wrote for this book."""
    return [path for path in pages if not path.stem.startswith(GENERATED)]


def claim_problems(root: Path, pages: Iterable[Path]) -> list[Problem]:
    """Return a problem for each claim without evidence, and for what is accepted in vain."""
    found = list(classify(root, prose_pages(pages)))
    mend = "point at evidence in it: {event}`e050`, {s}`s04` …"
    problems = [
        Problem(relative(each.passage.path), each.passage.line, "",
                f"nothing supports “{each.passage.bare}”", mend)
        for each in found
        if each.kind == "claim"
    ]  # fmt: skip
    standing = {each.passage.bare for each in found if each.kind == "accepted"}
    for accepted in load_accepted(root):
        if accepted.text not in standing:
            what = f"“{accepted.text}” is accepted, but stands in no page as a claim"
            problems.append(Problem(FILE, 0, "", what, "drop it"))
    return problems
