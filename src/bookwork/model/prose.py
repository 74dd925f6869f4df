"""The prose of a page: its sentences, each with its line, read from the Markdown by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bookwork.model.coverage import NO_PROSE
from bookwork.model.errors import BookError
from bookwork.model.fence import walk
from bookwork.model.yamlfile import read_text

_BLOCK = re.compile(r"^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s*)")
_HEADING = re.compile(r"^\s*#{1,6}\s")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_RULE = re.compile(r"^[\s|:-]+$")
_END = re.compile(
    r"""(?<=[.!?])             # a full stop …
        (?:[”’)*_]+)?          # … and what closes behind it
        (?:\s+|$)
        (?=[“‘(*\[{A-Z0-9]|$)  # before something that can begin a sentence
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|Mr|Ms|Mrs|Dr|St|No|vs|cf|a\.m|p\.m|D\.C|U\.S)\.$")
_ROLE = re.compile(r"\{[\w:-]+\}`[^`]*`")


@dataclass(frozen=True)
class Passage:
    """A sentence as written, where it stands, and the directives around it."""

    path: Path
    line: int
    text: str
    inside: tuple[str, ...]
    kinds: tuple[str, ...] = ()

    @property
    def bare(self) -> str:
        """The words alone, without roles of evidence and marks of emphasis."""
        return bare(self.text)


def bare(text: str) -> str:
    """Return a text without chips and citations; a marked word keeps its words."""
    text = re.sub(r"\{(?:g|doc|term)\}`([^`<]*?)(?:\s*<[^>`]*>)?`", r"\1", text)
    text = re.sub(r"\s*" + _ROLE.pattern, "", text)
    return re.sub(r"[*_`]+", "", text).strip()


def passages(path: Path) -> Iterator[Passage]:
    """Yield the sentences of a page, in order; headings, code and tables' rules are left out."""
    text = read_text(path, BookError)
    text = _FRONT.sub(lambda front: "\n" * front[0].count("\n"), text)
    open_block: list[tuple[int, str]] = []
    around: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    kinds: dict[int, str] = {}

    def flush() -> Iterator[Passage]:
        nonlocal open_block
        if open_block:
            yield from _sentences(path, open_block, *around)
        open_block = []

    for line in walk(text, NO_PROSE):
        bare_line = line.text.strip()
        if line.kind != "prose" or not bare_line or _HEADING.match(line.text):
            yield from flush()
            if line.kind == "open":
                kinds = {depth: kind for depth, kind in kinds.items() if depth < len(line.fences)}
            continue
        option = re.match(r"^:kind:\s*(\w+)$", bare_line)
        if option and line.fences:
            kinds[len(line.fences)] = option[1]
            continue
        if re.match(r"^:\w+:", bare_line) or bare_line.startswith(("%", "<!--")):
            continue
        here = (
            tuple(fence.name for fence in line.fences),
            tuple(kind for depth, kind in kinds.items() if depth <= len(line.fences)),
        )
        if _RULE.match(bare_line):
            continue
        if bare_line.startswith("|"):
            yield from flush()
            for cell in bare_line.strip("|").split("|"):
                yield from _sentences(path, [(line.number, cell.strip())], *here)
            continue
        if _BLOCK.match(line.text) or here != around:
            yield from flush()
        around = here
        open_block.append((line.number, _BLOCK.sub("", line.text).strip()))
    yield from flush()


def _sentences(
    path: Path, block: list[tuple[int, str]], inside: tuple[str, ...], kinds: tuple[str, ...]
) -> Iterator[Passage]:
    """Yield the sentences of a block; a sentence begins on the line of its first word."""
    text, starts = "", []
    for number, line in block:
        starts.append((len(text), number))
        text += f"{line} "
    begin = 0
    # Roles hold no end of a sentence: hide them from the search.
    hidden = _ROLE.sub(lambda role: "x" * len(role[0]), text)
    ends = [
        found.end()
        for found in _END.finditer(hidden)
        if not _ABBREVIATED.search(hidden[: found.start()])
    ]
    for end in [*ends, len(text)]:
        sentence = text[begin:end].strip()
        if re.search(r"\w", bare(sentence)):
            at = max(number for start, number in starts if start <= begin)
            yield Passage(path, at, sentence, inside, kinds)
        begin = end
