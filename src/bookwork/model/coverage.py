"""Coverage: which pages and questions use which sentence of the article.

Read from the pages' text, so that `bookwork check` needs no build. A chip counts wherever it
stands in a page of the table of contents; code and comments don't count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bookwork.model.bank import Bank
from bookwork.model.errors import BookError, Problem, relative
from bookwork.model.evidence import EvidenceRef
from bookwork.model.seeds import Seeds
from bookwork.model.yamlfile import load_yaml, read_text

KINDS = {"s": "sentence", "event": "event", "commitment": "commitment"}

_INLINE = re.compile(r"\{([\w:-]+)\}`([^`]+)`|(`+)(?!`).*?\3")
"""A role with its text, or a piece of code; whichever comes first is what a reader sees."""
_QUIZ = re.compile(r"^(?:`{3,}|:{3,})\{(quiz|question)\}\s*(\S*)\s*$")
_OPTION = re.compile(r"^:(\w+):\s*(.*)$")
_FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")


@dataclass(frozen=True)
class Chip:
    """A chip in a page: the evidence it names, and its line."""

    kind: str
    id: str
    line: int


@dataclass(frozen=True)
class Placement:
    """A quiz or question directive in a page: its argument, options and line."""

    name: str
    argument: str
    options: Mapping[str, str]
    line: int


@dataclass(frozen=True)
class Page:
    """A page's chips and quizzes."""

    path: Path
    chips: tuple[Chip, ...]
    placements: tuple[Placement, ...]


def read_page(path: Path) -> Page:
    """Return what a Markdown page points at and which quizzes it holds."""
    chips: list[Chip] = []
    placements: list[Placement] = []
    fence, current = "", -1
    options: dict[str, str] = {}
    for number, line in enumerate(read_text(path, BookError).splitlines(), 1):
        stripped = line.strip()
        if fence:
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence, current = "", -1
            elif current >= 0 and (found := _OPTION.match(stripped)):
                options[found[1]] = found[2]
            continue
        if found := _FENCE.match(stripped):
            fence = found[1]
            if quiz := _QUIZ.match(stripped):
                options = {}
                placements.append(Placement(quiz[1], quiz[2], options, number))
                current = len(placements) - 1
            # A note's prose counts, a listing's text does not.
            if re.match(r"\{(note|tip|hint|admonition|important|seealso|warning)\}", found[2]):
                fence = ""
            continue
        for role, ids, _code in _INLINE.findall(line):
            kind = "source" if role.startswith("cite") else KINDS.get(role)
            if kind:
                chips += [Chip(kind, id.strip(), number) for id in ids.split(",")]
    return Page(path, tuple(chips), tuple(placements))


def pages(root: Path) -> Iterator[Path]:
    """Yield the Markdown pages of the book's table of contents; BookError if one is missing."""
    toc = load_yaml(root / "_toc.yml", BookError)
    names = list(_files(toc.data))
    for name in names:
        path = root / name
        if path.suffix != ".md":
            path = path.with_name(path.name + ".md")
        if not path.exists():
            what = f"the table of contents names '{name}', which is not there"
            raise BookError(Problem(relative(toc.path), 0, "", what, "add the page or drop it"))
        yield path


def _files(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("root", "file") and isinstance(value, str):
                yield value
            else:
                yield from _files(value)
    elif isinstance(data, list):
        for value in data:
            yield from _files(value)


def check_pages(root: Path, seeds: Seeds, banks: Mapping[str, Bank]) -> list[Problem]:
    """Return what is wrong between pages, banks and seeds.

    Chips that point at nothing, quizzes of no bank, questions that no page shows, and sentences of
    the article that no passage or no question uses.
    """
    try:
        found = [read_page(path) for path in pages(root)]
    except BookError as reason:
        return list(reason.problems)
    problems = [problem for page in found for problem in _chip_problems(page, seeds)]
    shown: dict[str, str] = {}
    for page in found:
        problems += _place(page, banks, shown)
    for bank in banks.values():
        for id, entry in bank.entries.items():
            if id not in shown:
                what = "no page shows the question"
                mend = f"add {{quiz}} {bank.id} or {{question}} {id} to a page"
                problems.append(Problem(relative(bank.path), entry.line, id, what, mend))
    problems += _unused(found, seeds, banks)
    return problems


def _chip_problems(page: Page, seeds: Seeds) -> Iterator[Problem]:
    for chip in page.chips:
        try:
            seeds.evidence(chip.id)
            wrong = EvidenceRef.parse(chip.id).kind != chip.kind
            what, mend = f"'{chip.id}' is not a {chip.kind}", "use the role of its kind"
        except ValueError as reason:
            wrong = True
            what, _dash, mend = str(reason).partition(" — ")
        if wrong:
            yield Problem(relative(page.path), chip.line, chip.id, what, mend)


def _place(page: Page, banks: Mapping[str, Bank], shown: dict[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with a page's quizzes; note the questions that it shows."""
    known = {id: entry for bank in banks.values() for id, entry in bank.entries.items()}
    for quiz in page.placements:

        def problem(what: str, mend: str, line: int = quiz.line) -> Problem:
            return Problem(relative(page.path), line, "", what, mend)

        if quiz.name == "question":
            chosen = [quiz.argument]
        elif quiz.argument not in banks:
            yield problem(f"there is no bank '{quiz.argument}'", f"use one of {', '.join(banks)}")
            continue
        else:
            entries = banks[quiz.argument].entries
            chosen = quiz.options.get("ids", "").replace(",", " ").split() or list(entries)
            for field in ("objective", "level", "type"):
                if wanted := quiz.options.get(field, "").replace(",", " ").split():
                    chosen = [
                        id
                        for id in chosen
                        if id in known and getattr(known[id].question, field) in wanted
                    ]
        for id in chosen:
            if id not in known:
                yield problem(f"there is no question '{id}'", "check the id")
            elif id in shown:
                yield problem(f"the question '{id}' already stands in {shown[id]}", "show it once")
            else:
                shown[id] = relative(page.path)


def _unused(found: list[Page], seeds: Seeds, banks: Mapping[str, Bank]) -> Iterator[Problem]:
    """Yield each sentence of the article that no passage, or no question, uses."""
    in_text = {chip.id for page in found for chip in page.chips if chip.kind == "sentence"}
    in_banks = {id for bank in banks.values() for item in bank.items for id in item.evidence}
    file = relative(seeds.root / "sentences.yml")
    for sentence in seeds.article.sentences:
        if sentence.paragraph == 0:
            continue  # the date line is not one of the article's sentences
        for used, where, mend in (
            (in_text, "passage", f"point at it from a chapter: {{s}}`{sentence.id}`"),
            (in_banks, "question", "name it in a question's evidence"),
        ):
            if sentence.id not in used:
                yield Problem(file, 0, sentence.id, f"no {where} uses the sentence", mend)
