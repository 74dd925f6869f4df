"""Claims: sentences of the pages that state something about the world, and what each rests on.

A sentence rests on evidence when a chip or citation stands inside it. Of the others, each is one of
these, tried in this order. A sentence *tells* when it has a year, a name or a verb in the past:
such a sentence is excused only where “even if it tells” is said.

- *question*: it ends with a question mark;
- *invented*: it stands on a sheet of the simulation, or on a page about how it is played, and
  names no year: the crisis is invented and says so;
- *instruction*: it begins with an imperative or speaks to “you”, even if it tells; or it speaks of
  students, the class, teachers, groups …;
- *about this book*: it speaks of “this book”, “this page”, “this list” …, or begins with the book,
  the page, the kit …, or says how far the sources were read, even if it tells; or it speaks of the
  book's questions, cards, marks, rows …; or stands on a page about the book, `OURSELVES`;
- *label*: no whole sentence: it has no verb, and no full stop or at most 8 words; a heading of at
  most 8 words in bold that begins a paragraph; or a cell or item that begins with a small letter;
- *transition*: at most 14 words, without a figure or a verb of reporting; on a page for teachers,
  which speaks of teaching, of any length;
- *accepted*: it stands in `book/uncited.yml`, with a reason;
- *claim*: everything else. It needs a chip.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
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
FEW_WORDS = 8
PLAYED = ("crisis-call", "facilitator")
"""Pages about how the simulation is played."""
OURSELVES = ("sources", "freshness", "standards")
"""Pages that speak of the book alone: what it was made from, what it fits, what is due."""
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
_YOU = re.compile(r"\b(?:you|your|yours|yourself|yourselves|let us)\b", re.IGNORECASE)
_CLASS = re.compile(
    r"\b(?:students?|teachers?|the class|each group|the groups?|facilitator|readers?|everybody|"
    r"nobody has to)\b",
    re.IGNORECASE,
)
_BOOK = (
    r"(?:book|chapter|page|edition|kit|unit|map|list|table|glossary|ladder|strip|timeline|notebook|"
    r"drawing|column|quiz|reading|switch|game|simulation|log|section|rubric)"
)
_THIS_BOOK = re.compile(
    rf"\b(?:this (?:\w+ )?{_BOOK}|that file)\b|"
    rf"^\W*(?:the|each|every|both|its|our) (?:\w+ )?{_BOOK}s?\b|"
    r"“not found”|\bdate line\b|\bfirst-hand news\b|\bunconfirmed means\b|"
    r"\b(?:was|were) (?:not )?(?:read|opened)\b",
    re.IGNORECASE,
)
"""The book itself, by name; and how far its sources reach."""
_OURS = re.compile(
    rf"\b(?:this|these|the|one|each|every|both|its|our|whose|such|a|small) (?:\w+ )?(?:{_BOOK}|"
    r"question|picture|card|sheet|row|key|lesson|round|clock|script|number|mark|chip|hint|sample|"
    r"term|frame|communiqué|desk|tent|code|bar|range|result|line|digest|framework|source|note|"
    r"answer)s?\b|"
    r"\b(?:JavaScript|sentence numbers?|Crisis call|Check yourself|Weigh the evidence|Rubrics?)\b|"
    r"\bnot found\b|first-hand|second-hand",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"“[^”]*”|\b(?:Crisis call|Check yourself|Weigh the evidence|Other eyes|Look closer|Practice|"
    r"Context|Agreements|Challenges|Sources|Places|JavaScript|English|USB)\b|\b[A-Z]\d\S*|"
    r"\b(?:happened|happen|checked|covered|named|whether people suffered)\b"
)
"""What tells nothing of the world: the book's parts, what stands in quotation marks, “whether it
happened”, adjectives that look like a past."""
_NAME = re.compile(r"(?<=[^\s.:!?] )[A-Z]\w+")
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|met|came|went|began|won|lost|left|fell|rose|took|gave|made|held|"
    r"kept|sent|built|broke|spoke|wrote|grew|chose|"
    r"(?<!is )(?<!are )(?<!be )(?<!been )(?<!not )(?<!and )(?<!or )(?<!the )(?<!an )(?<!a )"
    r"(?<!how )(?<!as )(?<!each )(?!need\b|indeed\b|speed\b)[a-z]{2,}ed)\b"
)
_REPORTS = re.compile(
    r"\b(said|says|say|called|calls|told|wrote|reported|reports|announced|claims that|"
    r"claimed|denied|protested|signed|agreed|promised|warned|declared)\b"
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


def kind_of(passage: Passage, accepted: Iterable[str] = (), names: Container[str] = ()) -> Kind:
    """Return what kind of sentence it is. `names` are words that a sentence may begin with and
    that make it tell: see `names_in`."""
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
    told = tells(words) or first.removesuffix("'s") in names
    if first in IMPERATIVES or _YOU.search(words) or (_CLASS.search(words) and not told):
        return "instruction"
    ourselves = passage.path.stem in OURSELVES or _THIS_BOOK.search(words)
    if ourselves or (_OURS.search(words) and not told):
        return "about this book"
    few = len(words.split()) <= FEW_WORDS
    heading = few and re.fullmatch(r"(?:[-*] )?\*\*[^*]+\*\*", passage.text)
    fragment = not _VERB.search(words) and (words[-1:] != "." or (few and not told))
    if heading or fragment or (words[:1].islower() and not told):
        return "label"
    short = len(words.split()) <= MOST_WORDS or passage.path.parent.name == "teacher"
    if short and not told and not re.search(r"\d", words) and not _REPORTS.search(words):
        return "transition"
    return "accepted" if words in accepted else "claim"


def tells(words: str) -> bool:
    """Return whether a sentence has a year, a name inside it or a verb in the past."""
    plain = _TITLE.sub("…", words)
    return bool(_YEAR.search(plain) or _NAME.search(plain) or _PAST.search(plain))


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the names, in small letters: words with a capital inside a sentence of some text, and
    in no text with a small one."""
    capital, small = set[str](), set[str]()
    for text in texts:
        plain = _TITLE.sub("…", text)
        capital |= {name.casefold() for name in _NAME.findall(plain)}
        small |= set(re.findall(r"\b[a-z]\w+", plain))
    return frozenset(capital - small)


def classify(root: Path, pages: Iterable[Path]) -> Iterator[Found]:
    """Yield every sentence of pages with its kind."""
    accepted = load_accepted(root)
    pages = list(pages)
    names = names_in(passage.bare for path in pages for passage in passages(path))
    for path in pages:
        name = path.relative_to(root).with_suffix("").as_posix()
        texts = {each.text for each in accepted if each.page == name}
        for passage in passages(path):
            yield Found(passage, kind_of(passage, texts, names))


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
