"""The house's rules of prose: words that argue, American spelling, doubled words, quotes, names.

    .venv/bin/python -m tools.prose.house

Looks at the pages and at the banks. A fault is a line `file:line: what — how to mend it`; the exit
code is 1 if there is any.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bookwork.model.claims import prose_pages
from bookwork.model.coverage import pages
from bookwork.model.prose import bare, passages

ROOT = Path(__file__).parents[2]
ARGUES = (
    "notorious", "infamous", "brutal", "shameful", "heroic", "courageous", "evil", "tragic",
    "so-called", "regime", "rogue", "puppet", "obviously", "of course", "undeniable", "unprovoked",
)  # fmt: skip
AMERICAN = {
    "color": "colour", "labor": "labour", "center": "centre", "behavior": "behaviour",
    "program": "programme", "defense": "defence", "favor": "favour", "neighbor": "neighbour",
    "honor": "honour", "analyze": "analyse", "organize": "organise", "recognize": "recognise",
    "judgment": "judgement", "practicing": "practising", "traveled": "travelled", "gray": "grey",
}  # fmt: skip
PROPER = re.compile(r"Mutual Defense|Ministry of (?:National )?Defense|Self-Defense|Mutual Defence")
BOTH = {
    "Takeshima": ("Dokdo", "Takeshima Day"),
    "Dokdo": ("Takeshima", ""),
    "Sea of Japan": ("East Sea", ""),
    "East Sea": ("Sea of Japan", ""),
}
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
MAY_DOUBLE = ("that", "had", "s", "e")
COMFORT = re.compile(r"(?<![“‘'])\bcomfort women\b", re.IGNORECASE)


def faults_of(words: str) -> Iterator[str]:
    """What is wrong with a sentence by itself."""
    folded = words.casefold()
    for word in ARGUES:
        # Naming a word to speak about it, in quotation marks, is no use of it.
        if re.search(rf"(?<![“‘])\b{re.escape(word)}\b(?![”’])", folded):
            yield f"“{word}” argues — say what happened, and who judges it so"
    spelled = PROPER.sub("", words)
    for american, british in AMERICAN.items():
        if re.search(rf"\b{american}(?:s|ed|ing)?\b", spelled, re.IGNORECASE):
            yield f"“{american}” is American spelling — write “{british}”"
    for found in DOUBLED.finditer(words):
        if found[1].casefold() not in MAY_DOUBLE:
            yield f"“{found[0]}” stands twice — drop one"
    if COMFORT.search(words):
        yield "“comfort women” stands without quotation marks — they are part of the term"


def page_faults(path: Path) -> Iterator[str]:
    """What is wrong in a page, with file and line."""
    name = path.relative_to(ROOT)
    found = list(passages(path))
    for each in found:
        for fault in faults_of(bare(each.text)):
            yield f"{name}:{each.line}: {fault}"
        if '"' in re.sub(r"`[^`]*`", "", each.text):
            yield f"{name}:{each.line}: a straight quotation mark — write “ and ”"
    whole = " ".join(bare(each.text) for each in found)
    for one, (other, besides) in BOTH.items():
        without = whole.replace(besides, "") if besides else whole
        if one in without and other not in whole:
            yield f"{name}:1: “{one}” stands without “{other}” — name both at first use"


def bank_faults(path: Path) -> Iterator[str]:
    """What is wrong in a bank, with file and line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        for fault in faults_of(bare(line)):
            yield f"{path.relative_to(ROOT)}:{number}: {fault}"


def main() -> int:
    """Print every fault."""
    found = [fault for path in prose_pages(pages(ROOT)) for fault in page_faults(path)]
    for path in sorted((ROOT / "exercises").glob("*/bank.yml")):
        found += bank_faults(path)
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"{len(found)} faults of prose.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
