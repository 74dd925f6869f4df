"""What students must not find in their book: gathered from the sources, looked for in a build.

Texts are compared as letters and digits alone, so that no format's markup, quotes or line ends can
hide one.
"""

import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import bookwork.types  # noqa: F401 - registers the question types
from bookwork import toolkit
from bookwork.model.bank import Bank
from bookwork.model.coverage import pages
from bookwork.model.edition import DIRECTIVE, for_students, is_teachers
from bookwork.model.fence import walk
from bookwork.model.kit import load, teacher_pages
from bookwork.model.lab import Lab
from bookwork.model.markdown import plain

ROOT = Path(__file__).parents[2]
SHORTEST = 25
"""Letters of the shortest text that cannot stand somewhere by chance."""
SHORTEST_LINE = 12
"""The same of a line of code, or the name of a wrong answer, that no text for students has."""
KEYS = frozenset({"feedback", "otherwise", "rubric", "samples", "answer"})
"""The fields of an item that stand behind its answer."""

# Roles, links' addresses, and where one sentence, cell or paragraph ends.
_BREAK = re.compile(
    r"\{[^}\s]*\}`[^`]*`|\]\([^)]*\)|(?<=[.!?:;])[\"'”’*_)]*\s|\n\s*\n|\n\s*[-*#>]|\|"
)
_MARKS = {
    ".html": r"<[^>]*>",
    ".xhtml": r"<[^>]*>",
    ".tex": r"\\[A-Za-z]+",
    ".1": r"\\f[BIRP]",
}
_ESCAPES = re.compile(r"\\u([0-9a-f]{4})")


def normal(text: str) -> str:
    """A text's letters and digits."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def sentences(text: str) -> Iterator[str]:
    """The sentences of Markdown that are long enough to be told apart, cut at roles and links."""
    for piece in _BREAK.split(text):
        if len(normal(plain(piece))) >= SHORTEST:
            yield normal(plain(piece))


def prose(text: str, *, teachers: bool) -> str:
    """The prose of a page, titles of directives, too: that of {teacher} blocks, or all of it."""
    found = []
    for line in walk(text):
        if teachers and not line.is_in(DIRECTIVE):
            continue
        if line.kind == "open":
            found.append(f"\n{line.fences[-1].argument}\n")
        elif line.kind == "prose" and not re.match(r"\s*:\w+:", line.text):
            found.append(line.text)
        else:
            found.append("")
    return "\n".join(found)


def _behind(data: Any, *, inside: bool = False) -> Iterator[str]:
    """The texts of an item that stand behind its answer."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _behind(value, inside=inside or name in KEYS)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _behind(value, inside=inside)
    elif isinstance(data, str) and inside:
        yield data


def _before(data: Any) -> Iterator[str]:
    """The texts of an item that stand before its answer."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in KEYS:
                yield from _before(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _before(value)
    elif isinstance(data, str):
        yield data


@cache
def banks(root: Path = ROOT) -> tuple[Bank, ...]:
    """The book's banks."""
    return tuple(load(root).banks.values())


@cache
def labs(root: Path = ROOT) -> tuple[Lab, ...]:
    """The book's labs."""
    return tuple(load(root).labs.values())


def solutions(lab: Lab) -> Iterator[str]:
    """What the model's code has and the starter's has not: lines, and runs with what is around.

    A short line, such as the one with a number, is told apart by its neighbours.
    """
    for id, model in lab.models.items():
        lines = [normal(line) for line in model.splitlines() if normal(line)]
        given = [normal(line) for line in lab.starters[id].splitlines() if normal(line)]
        for tag, _a, _b, start, end in SequenceMatcher(None, given, lines, False).get_opcodes():
            if tag in ("insert", "replace"):
                # The first line names the cell, and is not shown.
                yield "".join(lines[max(1, start - 1) : end + 1])
                yield from (line for line in lines[start:end] if len(line) >= SHORTEST_LINE)


def lab_text(lab: Lab, *, teachers: bool) -> Iterator[str]:
    """The letters of what a lab has for teachers alone, or of what students may read."""
    if teachers:
        for task in lab.tasks.values():
            yield from sentences(f"{task.finding}\n\n{task.note or ''}")
        names = (normal(trial.name) for trials in lab.trials.values() for trial in trials.wrong)
        yield from (name for name in names if len(name) >= SHORTEST_LINE)
        yield from solutions(lab)
        return
    yield from map(normal, (lab.title, lab.first, lab.checks, *lab.starters.values()))
    for task in lab.tasks.values():
        told = (task.title, task.ask, *task.hints, task.find, *task.messages.values())
        yield from map(_read, (*told, task.paper.ask, *task.paper.fill))


@cache
def _pages(root: Path) -> tuple[tuple[str, str, bool], ...]:
    """Every page: its name, its text, and whether it is for teachers."""
    patterns = teacher_pages(root)
    found = []
    for path in pages(root):
        name = path.relative_to(root).as_posix()
        found.append((name, path.read_text(encoding="utf-8"), is_teachers(name, patterns)))
    return tuple(found)


@cache
def open_text(root: Path = ROOT) -> str:
    """All that students may read before they answer: pages, facts, what banks and labs ask."""
    texts = [
        prose(for_students(text), teachers=False) for _n, text, mine in _pages(root) if not mine
    ]
    texts += [path.read_text(encoding="utf-8") for path in sorted((root / "seeds").iterdir())]
    texts += [path.read_text(encoding="utf-8") for path in sorted((root / "book").glob("*.yml"))]
    for bank in banks(root):
        texts += [bank.title, *bank.objectives.values()]
        texts += [text for item in bank.items for text in _before(asdict(item))]
    of_labs = [text for lab in labs(root) for text in lab_text(lab, teachers=False)]
    of_labs += map(normal, toolkit.texts().values())
    for _name, text, mine in _pages(root):
        # A link to a use of evidence says the page and the section.
        headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE) if not mine else []
        texts += [f"{headings[0].partition(':')[0]}, {heading}" for heading in headings]
    return "\n".join([*map(_read, texts), *of_labs])


def _read(text: str) -> str:
    """A text's letters as a reader sees them, without what chips and links lead to."""
    return normal(re.sub(_BREAK, " ", plain(text)))


def behind_answers(root: Path = ROOT) -> dict[str, set[str]]:
    """The sentences that stand behind each question's answer, and nowhere before one."""
    known = open_text(root)
    found: dict[str, set[str]] = {}
    for bank in banks(root):
        for item in bank.items:
            texts = {piece for text in _behind(asdict(item)) for piece in sentences(text)}
            found[item.id] = {piece for piece in texts if piece not in known}
    return found


@cache
def teachers_text(root: Path = ROOT) -> frozenset[str]:
    """What only teachers may read: notes, blocks, pages, solutions of labs; none that students may.

    Of labs also the names of wrong answers.
    """
    texts = [
        entry.question.teacher or "" for bank in banks(root) for entry in bank.entries.values()
    ]
    texts += [prose(text, teachers=not mine) for _name, text, mine in _pages(root)]
    answers = "\n".join(piece for each in behind_answers(root).values() for piece in each)
    known = f"{open_text(root)}\n{answers}"
    found = [piece for text in texts for piece in sentences(text)]
    found += [piece for lab in labs(root) for piece in lab_text(lab, teachers=True)]
    return frozenset(piece for piece in found if piece not in known)


@cache
def text_of_keys(root: Path = ROOT) -> frozenset[str]:
    """What stands around the keys on the pages that list them: paper has keys in the packets."""
    texts = [prose(text, teachers=False) for _name, text, _mine in _pages(root) if lists_keys(text)]
    return frozenset(piece for text in texts for piece in sentences(text))


def lists_keys(text: str) -> bool:
    """Whether a page's Markdown lists the keys of a bank."""
    return "```{keys}" in text


def held(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of a build, and of the archives in it: its name and its text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from _held(path.relative_to(folder).as_posix(), path.read_bytes())


def _held(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _held(f"{name}/{member}", archive.read(member))
    elif name.endswith(".inv"):
        yield name, zlib.decompress(data.split(b"\n", 4)[4]).decode("utf-8")
    else:
        yield name, data.decode("utf-8", errors="replace")


def bare(name: str, text: str) -> str:
    """A file's letters and digits: without its markup, and once more with it."""
    suffix = Path(name).suffix
    if suffix not in (".tex", ".1"):
        text = _ESCAPES.sub(lambda code: chr(int(code[1], 16)), text).replace("\\n", " ")
    without = re.sub(_MARKS.get(suffix, r"(?!)"), "", text)
    return f"{normal(html.unescape(without))}\n{normal(html.unescape(text))}"


def leaks(folder: Path, secrets: Iterable[str]) -> list[str]:
    """Where a build holds a secret, or a page for teachers: file and secret, a line each."""
    wanted = sorted(secrets)
    found = []
    for name, text in held(folder):
        if "book/teacher" in name or "book/teacher/" in text:
            found.append(f"{name}: book/teacher")
        letters = bare(name, text)
        found += [f"{name}: {secret}" for secret in wanted if secret in letters]
    return found


def index(folder: Path) -> dict[str, Any]:
    """The search index of a built book."""
    text = (folder / "searchindex.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("Search.setIndex(").rstrip(")"))
    return found
