"""A small book with one lab, in files of many lines, to be loaded, tried and broken.

Its trials hold, and reach every message.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import yaml

from bookwork.model.bank import load_banks
from bookwork.model.lab import FILE, TRIALS, Lab, load_labs
from bookwork.model.seeds import Seeds, load_seeds
from tests.support.labs import COUNT, RIGHT, SHOUT, write_lab
from tests.types.samples import authored, bank

ROOT = Path(__file__).parents[2]
SHOUTS = "def shout(word):\n    "
WRONG = {
    COUNT: [
        ("missing", "x = 1\n", ""),
        ("unfinished", "count = ...\n", ""),
        ("kind", "count = '3'\n", ""),
        ("miscounted", "count = 0\n", ""),
        ("syntax", "count =\n", ""),
        ("error", "count = 1 / 0\n", ""),
        ("unknown", "count = a1\n", ""),
        ("input", "count = input()\n", ""),
        ("first-cell", "count = 1\n", "load_events('events.csv')\n"),
    ],
    SHOUT: [
        ("missing-function", "x = 1\n", ""),
        ("quiet", SHOUTS + "return word\n", ""),
        ("nothing", SHOUTS + "word.upper()\n", ""),
        ("printed", SHOUTS + "print(word.upper())\n", ""),
        ("stops", SHOUTS + "return word.louder()\n", ""),
        ("arguments", "def shout():\n    return 1\n", ""),
    ],
}
"""Wrong answers to each task: the message that one gets, its code, and another first cell."""


@functools.cache
def seeds() -> Seeds:
    """The real seeds, read once for all tests."""
    return load_seeds(ROOT / "seeds")


def write_book(root: Path, name: str = "one") -> Path:
    """Write a chapter's bank and lab; return the chapter's folder."""
    folder = root / "exercises" / name
    write_lab(folder)
    write(folder / FILE, json.loads((folder / FILE).read_text(encoding="utf-8")))
    write(folder / TRIALS, {id: {"wrong": wrong(id), "right": right(id)} for id in RIGHT})
    questions = json.dumps(bank(name, authored("single", f"{name}-single")))
    (folder / "bank.yml").write_text(questions, encoding="utf-8")
    return folder


def wrong(id: str) -> list[dict[str, str]]:
    """The wrong answers to a task, as an author writes them."""
    return [
        {"name": f"gets {gets}", "code": code, "gets": gets, **({"first": first} if first else {})}
        for gets, code, first in WRONG[id]
    ]


def right(id: str) -> list[dict[str, str]]:
    """The right answers to a task."""
    return [{"name": "right", "code": RIGHT[id]}]


def write(path: Path, data: Any) -> None:
    """Write a YAML file, a line for each value."""
    path.write_text(yaml.safe_dump(data, sort_keys=False, width=10_000), encoding="utf-8")


def load(root: Path) -> dict[str, Lab]:
    """The labs of a book on the real seeds."""
    return load_labs(root, seeds(), load_banks(root, seeds()))


def change(path: Path, old: str, new: str, after: str = "") -> int:
    """Replace the first `old` below `after` (nothing: put `new` at the end); return its line."""
    text = path.read_bytes().decode("utf-8")
    at = text.index(old, text.index(after)) if old else len(text)
    path.write_bytes((text[:at] + new + text[at + len(old) :]).encode("utf-8"))
    return text.count("\n", 0, at) + 1


def edit(path: Path, **fields: Any) -> None:
    """Change fields of a lab's first task; None takes one away."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    task = data["tasks"][0]
    for name, value in fields.items():
        task[name] = value
        if value is None:
            del task[name]
    write(path, data)
