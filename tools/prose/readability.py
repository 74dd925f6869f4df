"""How hard the prose is to read: words and grades of each reading and page, as textstat counts.

    .venv/bin/python -m tools.prose.readability [--strict]

The grade is Flesch-Kincaid's (years of school in the United States), the ease Flesch's (0–100),
the third measure Dale-Chall's (words that few know). Chips, citations, tables' rules, code and
directives are left out; a marked word counts as its word. With --strict it fails unless every
chapter has a full reading of 1,200 to 1,800 words and a short one of 500 to 700, at least 1.5
grades easier.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bookwork.model.claims import prose_pages
from bookwork.model.coverage import pages
from bookwork.model.prose import bare, passages

ROOT = Path(__file__).parents[2]
LIMITS = {"full": (1200, 1800), "short": (500, 700)}
TARGET = {"full": "9–11", "short": "6–7"}
EASIER = 1.5


@dataclass(frozen=True)
class Measure:
    """What a text measures."""

    name: str
    level: str
    words: int
    grade: float
    ease: float
    dale_chall: float


def section(text: str, level: str) -> tuple[int, int] | None:
    """The lines of the section that is marked as a reading of a level; None if there is none."""
    lines = text.split("\n")
    mark = f"```{{reading}} {level}"
    if mark not in lines:
        return None
    first = lines.index(mark)
    last = next(
        (number for number in range(first, len(lines)) if lines[number].startswith("## ")),
        len(lines),
    )
    return first + 1, last


def measure(name: str, level: str, sentences: list[str]) -> Measure:
    """What sentences measure; one without a stop at its end gets one, so that it counts."""
    # Here, not above: it warns of its own age when it is loaded.
    import textstat

    stopped = (each if each[-1] in ".?!”" else f"{each}." for each in sentences)
    text = " ".join(stopped)
    return Measure(
        name,
        level,
        textstat.lexicon_count(text, removepunct=True),
        textstat.flesch_kincaid_grade(text),
        textstat.flesch_reading_ease(text),
        textstat.dale_chall_readability_score(text),
    )


def measures(path: Path) -> Iterator[Measure]:
    """What a page measures: its readings if it has any, else all of it."""
    name = path.relative_to(ROOT).with_suffix("").as_posix()
    text = path.read_text(encoding="utf-8")
    found = [(each.line, bare(each.text)) for each in passages(path)]
    spans = {level: span for level in LIMITS if (span := section(text, level))}
    for level, (first, last) in spans.items():
        inside = [words for line, words in found if first < line <= last]
        yield measure(name, level, inside)
    if not spans and found:
        yield measure(name, "", [words for _line, words in found])


def faults(found: list[Measure]) -> Iterator[str]:
    """What the readings of chapters owe."""
    for each in found:
        if each.level:
            least, most = LIMITS[each.level]
            if not least <= each.words <= most:
                what = f"the {each.level} reading has {each.words} words"
                yield f"{each.name}: {what}, not {least}–{most}"
    grades = {(each.name, each.level): each.grade for each in found}
    for name, level in grades:
        if level == "full" and grades.get((name, "short"), 99) > grades[name, "full"] - EASIER:
            yield f"{name}: the short reading is not {EASIER} grades easier than the full one"


def main() -> int:
    """Print the table; the exit code is 1 if it is strict and something is owed."""
    found = [each for path in prose_pages(pages(ROOT)) for each in measures(path)]
    print(f"{'page':<34}{'reading':<9}{'words':>6}{'grade':>7}{'aim':>6}{'ease':>6}{'D-C':>6}")
    for each in found:
        print(
            f"{each.name:<34}{each.level:<9}{each.words:>6}{each.grade:>7.1f}"
            f"{TARGET.get(each.level, ''):>6}{each.ease:>6.0f}{each.dale_chall:>6.1f}"
        )
    owed = list(faults(found)) if "--strict" in sys.argv else []
    for each_fault in owed:
        print(each_fault, file=sys.stderr)
    return int(bool(owed))


if __name__ == "__main__":
    sys.exit(main())
