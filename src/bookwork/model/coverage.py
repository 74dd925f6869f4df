"""Coverage: which pages and questions use which sentence of the article.

Read from the pages' text, so that `bookwork check` needs no build. A chip counts wherever it
stands in a page of the table of contents; code and comments don't count.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bookwork.model.bank import Bank
from bookwork.model.chip import chip_fault, chips
from bookwork.model.edition import DIRECTIVE as TEACHER
from bookwork.model.edition import ONLY as TEACHERS_ONLY
from bookwork.model.edition import PAGES, is_teachers, misplaced
from bookwork.model.errors import BookError, Problem, SeedError, relative
from bookwork.model.evidence import EvidenceKind
from bookwork.model.fence import LISTINGS, walk
from bookwork.model.seeds import Seeds
from bookwork.model.yamlfile import Place, load_yaml, read_text

FILTERS = ("objective", "level", "type")
OPTIONS = {"quiz": ("ids", "except", *FILTERS, "order", "seed", "title"), "question": ()}
"""The options of the directives that show questions."""
DIRECTIVES = (*OPTIONS, "article", "timeline", "commitments", "coverage", "progress", "map", "ties",
              "ladder", TEACHER, *TEACHERS_ONLY, "sheet", "lines", "clauses",
              "task", "reading", "terms", "people", "flashcards", "lesson")  # fmt: skip
NEAR = 0.8
"""How like one of our directives' names a word must be to be taken for a slip of it (0–1)."""

WITH_PROSE = frozenset({TEACHER, "sheet"})
"""Those of our directives whose body is prose."""
NO_PROSE = frozenset({*DIRECTIVES, *LISTINGS}) - WITH_PROSE
"""Directives whose body is not prose: no chip counts in it."""

_OPTION = re.compile(r"^:?(\w+):\s*(.*)$")


@dataclass(frozen=True)
class Chip:
    """A chip in a page: the evidence it names, its line, and whether only teachers get it."""

    kind: EvidenceKind
    id: str
    line: int
    teachers: bool = False


@dataclass(frozen=True)
class Placement:
    """A quiz or question directive in a page: its argument, options, line, and for whom."""

    name: str
    argument: str
    options: Mapping[str, str]
    line: int
    teachers: bool = False

    def words(self, option: str) -> list[str]:
        """Return the words of an option, split at commas and white space."""
        return self.options.get(option, "").replace(",", " ").split()


@dataclass(frozen=True)
class Slip:
    """A directive in a page that nobody knows, and the one of ours that it is nearly called."""

    name: str
    near: str
    line: int


@dataclass(frozen=True)
class Page:
    """A page's chips, quizzes, and slips, those in {teacher} blocks, too."""

    path: Path
    chips: tuple[Chip, ...]
    placements: tuple[Placement, ...]
    slips: tuple[Slip, ...] = ()


def read_page(path: Path, *, teachers: bool = False) -> Page:
    """Return what a Markdown page points at and which quizzes it holds.

    `teachers` says that the whole page is for teachers; else only its {teacher} blocks are.
    """
    found_chips: list[Chip] = []
    placements: list[Placement] = []
    slips: list[Slip] = []
    options: dict[str, str] = {}  # those of the directive that is open
    for line in walk(read_text(path, BookError), NO_PROSE):
        mine = teachers or line.is_in(TEACHER)
        match line.kind:
            case "open":
                fence, options = line.fences[-1], {}
                if fence.name in OPTIONS:
                    placements.append(
                        Placement(fence.name, fence.argument, options, line.number, mine)
                    )
                elif fence.name:
                    for near in difflib.get_close_matches(fence.name, DIRECTIVES, 1, NEAR):
                        if near != fence.name:
                            slips.append(Slip(fence.name, near, line.number))
            case "listing":
                if found := _OPTION.match(line.text.strip()):
                    options[found[1]] = found[2]
            case "prose":
                if not line.text.strip().startswith("%"):
                    found_chips += [
                        Chip(kind, id, line.number, mine) for kind, id in chips(line.text)
                    ]
            case "close":
                pass
    return Page(path, tuple(found_chips), tuple(placements), tuple(slips))


def pages(root: Path) -> list[Path]:
    """Return the Markdown pages of the book's table of contents; BookError if one is missing."""
    toc = load_yaml(root / "_toc.yml", BookError)
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for place, name in _files(toc.data):
        path = root / (name if name.endswith(".md") else f"{name}.md")
        if name in found:
            what = f"the table of contents names '{name}' twice"
            problems.append(toc.problem(place, "", what, "name it once"))
        elif not path.is_file():
            what = f"the table of contents names '{name}', which is not there"
            problems.append(toc.problem(place, "", what, "add the page or drop it"))
        found[name] = path
    if not found:
        what = "this is not a table of contents"
        problems.append(toc.problem((), "", what, "name the first page in 'root:'"))
    if problems:
        raise BookError(problems)
    return list(found.values())


def page_names(root: Path) -> set[str]:
    """Return the names of the pages in the table of contents, as it writes them."""
    try:
        listed = _files(load_yaml(root / "_toc.yml", BookError).data)
        return {name.removesuffix(".md") for _place, name in listed}
    except BookError:
        return set()  # what is wrong with it is told where pages are read


def _files(data: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield the place and name of every page in a table of contents."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("root", "file") and isinstance(value, str):
                yield (*place, key), value
            else:
                yield from _files(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _files(value, (*place, number))


def check_pages(
    root: Path, seeds: Seeds, banks: Mapping[str, Bank], teachers: Iterable[str] = PAGES
) -> list[Problem]:
    """Return what is wrong between pages, banks and seeds, in either edition.

    Chips that point at nothing, quizzes of no bank, questions that no page shows, and sentences of
    the article that no passage or no question uses. What only teachers get must hold, too, but
    shows and uses nothing. `teachers` are the patterns of their pages.
    """
    patterns = tuple(teachers)
    try:
        paths = {path: is_teachers(_name(path, root), patterns) for path in pages(root)}
        found = [read_page(path, teachers=teachers) for path, teachers in paths.items()]
    except BookError as reason:
        return list(reason.problems)
    problems = [problem for page in found for problem in _chip_problems(page, seeds)]
    for path, for_teachers in paths.items():
        problems += misplaced(path, banks, teachers=for_teachers)
    shown: dict[str, str] = {}
    for page in found:
        problems += _place(page, banks, shown, teachers=False)
    shown_to_students = dict(shown)
    for page in found:
        problems += _place(page, banks, shown, teachers=True)
    for page in found:
        for slip in page.slips:
            what, mend = f"{{{slip.name}}} is no directive", f"did you mean '{slip.near}'?"
            problems.append(Problem(relative(page.path), slip.line, "", what, mend))
    for bank in banks.values():
        problems += _unshown(bank, shown_to_students)
    problems += _unused(found, seeds, banks)
    return problems


def _chip_problems(page: Page, seeds: Seeds) -> Iterator[Problem]:
    for chip in page.chips:
        if fault := chip_fault(chip.kind, chip.id, seeds):
            yield Problem(relative(page.path), chip.line, chip.id, *fault)


def _name(path: Path, root: Path) -> str:
    """Return how a page is called in the table of contents."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _place(
    page: Page, banks: Mapping[str, Bank], shown: dict[str, str], *, teachers: bool
) -> Iterator[Problem]:
    """Yield what is wrong with a page's quizzes, either those for students or those for teachers;
    note the questions that they show."""
    known = {id: bank for bank in banks.values() for id in bank.entries}
    for quiz in [each for each in page.placements if each.teachers == teachers]:

        def problem(what: str, mend: str, line: int = quiz.line) -> Problem:
            return Problem(relative(page.path), line, "", what, mend)

        options = OPTIONS[quiz.name]
        for option in quiz.options:
            if option not in options:
                near = difflib.get_close_matches(option, options, 1)
                mend = f"did you mean '{near[0]}'?" if near else "remove it"
                yield problem(f"{{{quiz.name}}} has no option '{option}'", mend)
        if quiz.name == "question":
            chosen, among, where = [quiz.argument], list(known), ""
        elif quiz.argument not in banks:
            yield problem(f"there is no bank '{quiz.argument}'", f"use one of {', '.join(banks)}")
            continue
        else:
            bank = banks[quiz.argument]
            chosen, among, where = quiz.words("ids"), list(bank.entries), f" in '{bank.id}'"
            for field in FILTERS:
                for word in quiz.words(field):
                    if all(getattr(e.question, field) != word for e in bank.entries.values()):
                        what = f"no question{where} has the {field} '{word}'"
                        yield problem(what, "check the word")
            spared = quiz.words("except")
            chosen = [id for id in chosen or among if id not in among or _fits(quiz, bank, id)]
            chosen = [id for id in chosen if id not in spared]
            chosen += [id for id in spared if id not in among]  # named, but not there
        for id in chosen:
            if id not in among:
                near = difflib.get_close_matches(id, among, 1)
                mend = f"did you mean '{near[0]}'?" if near else "check the id"
                yield problem(f"there is no question '{id}'{where}", mend)
            elif id in shown:
                what = f"the question '{id}' already stands in {shown[id]}"
                yield problem(what, f"show it once: leave it out of a quiz by ':except: {id}'")
            else:
                shown[id] = f"{relative(page.path)}:{quiz.line}"


def _unshown(bank: Bank, shown: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each question that no page shows; one problem for the bank if it is all of them."""
    missing = {id: entry for id, entry in bank.entries.items() if id not in shown}
    file = relative(bank.path)
    if len(missing) > 1 and len(missing) == len(bank.entries):
        what = f"no page shows any of the {len(missing)} questions"
        yield Problem(file, 1, "", what, f"add {{quiz}} {bank.id} to a page")
        return
    for id, entry in missing.items():
        mend = f"add {{quiz}} {bank.id} or {{question}} {id} to a page"
        yield Problem(file, entry.line, id, "no page shows the question", mend)


def _fits(quiz: Placement, bank: Bank, id: str) -> bool:
    """Return whether a question passes a quiz's filters."""
    question = bank.entries[id].question
    wanted = {field: quiz.words(field) for field in FILTERS}
    return all(not words or getattr(question, field) in words for field, words in wanted.items())


def _unused(found: list[Page], seeds: Seeds, banks: Mapping[str, Bank]) -> Iterator[Problem]:
    """Yield each sentence of the article that no passage, or no question, uses."""
    in_text = {
        chip.id
        for page in found
        for chip in page.chips
        if chip.kind == "sentence" and not chip.teachers
    }
    in_banks = {id for bank in banks.values() for item in bank.items for id in item.evidence}
    for number, sentence in enumerate(seeds.article.sentences):
        if sentence.paragraph == 0:
            continue  # the date line is not one of the article's sentences
        for used, where, mend in (
            (in_text, "passage", f"point at it from a chapter: {{s}}`{sentence.id}`"),
            (in_banks, "question", "name it in a question's evidence"),
        ):
            if sentence.id not in used:
                file = load_yaml(seeds.root / "sentences.yml", SeedError)
                what = f"no {where} uses the sentence"
                yield file.problem(("sentences", number), sentence.id, what, mend)
