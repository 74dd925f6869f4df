"""A small book that holds one question of every type, built with Sphinx as any book would be.

The types' own samples are its questions, so a new type stands in it without an edit here.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.question import types
from tests.support.built import ROOT

BOOK = "samples"
CONF = f"""
extensions = ["myst_parser", "sphinxcontrib.bibtex", "bookwork.sphinx"]
project = "Samples"
html_theme = "furo"
bibtex_bibfiles = ["seeds/sources.bib"]
bookwork_book = "{BOOK}"
bookwork_events_csv = ""
html_favicon = "favicon.svg"
"""
PAGES = {
    "index": "# Samples\n\n```{toctree}\nquiz\nalone\nprogress\nfacts\npromises\n"
    "compare\nsheets\nsources\n```\n",
    "quiz": "# Every type\n\n## Check yourself\n\n```{quiz} all\n```\n",
    "alone": "# Alone\n\n```{question} more-single\n```\n",
    "progress": "# Progress\n\n```{progress}\n```\n",
    "facts": "# Facts\n\nA fact {s}`s04` and a day {event}`e050`.\n\n"
    "```{article}\n```\n\n## When\n\n```{timeline}\n```\n",
    "promises": "# Promises\n\n```{commitments}\n```\n\n```{coverage}\n```\n",
    "sheets": "# Sheets\n\n## Cards\n\n"
    + "".join(
        f"````{{sheet}} {kind.title()} {n}\n:kind: {kind}\n:lines: 2\n\nWords {n}.\n````\n\n"
        for kind in ("event", "tent", "role", "organiser")
        for n in (1, 2, 3)
    ),
    "compare": "# Compare\n\n## Clauses\n\n```{clauses}\n```\n",
    "sources": "# Sources\n\n```{bibliography}\n:all:\n```\n",
}
STEMS = {"truefalse": "The text is a treaty.", "cloze": "Fill the gaps."}


def question(type: str, sample: dict[str, Any], prefix: str) -> dict[str, Any]:
    """A whole question of a type: its sample, and what all questions need."""
    return {
        "id": f"{prefix}-{type}",
        "type": type,
        "objective": "o1",
        "level": "recall",
        "stem": f"{STEMS.get(type, f'A question of the type {type}?')}\n\nA second paragraph.",
        "evidence": ["s04", "e050"],
        "hint": "Look at the *first* sentence.",
        "answer": "Because it is so, as {s}`s04` says.",
        **sample,
    }


def write(folder: Path) -> None:
    """Write the book's sources."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "book" / "favicon.svg", folder)
    every = {tag: dict(kind.sample) for tag, kind in types().items()}
    banks = {
        "all": [question(tag, sample, "all") for tag, sample in every.items()],
        "more": [question("single", every["single"], "more")],
    }
    for name, questions in banks.items():
        bank = {
            "bank": name,
            "title": name.title(),
            "objectives": {"o1": "Answer it."},
            "questions": questions,
        }
        path = folder / "exercises" / name / "bank.yml"
        path.parent.mkdir(parents=True)
        path.write_text(yaml.safe_dump(bank, sort_keys=False), encoding="utf-8")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def build(folder: Path) -> Path:
    """Write the book into a folder and build it; return the folder of its pages."""
    write(folder / "book")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "book", "html"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "html"


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
