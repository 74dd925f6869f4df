"""A small book with a lab: a page for students with its two tasks, and one for teachers."""

import json
from pathlib import Path
from typing import Any

from tests.sphinx.small import Book
from tests.support.labs import COUNT, SHOUT, handed_in, write_lab
from tests.types.samples import authored, bank

FOLDER = "exercises/one"
TEACHERS: dict[str, Any] = {"bookwork_edition": "teacher", "bookwork_teacher_pages": ["labs"]}
EVENTS = ("e013", "e050")
TASK: dict[str, Any] = {
    "ask": "How many, as {s}`s04` says?\n\n1. Run it.\n2. Change `count`.",
    "hints": ["Kingfisher, use `len`.", "Goldcrest hint.", "Wren hint."],
    "find": "What does the *number* count?",
    "finding": "Nightingale finding, as {event}`e050` says.",
    "note": "Sandpiper note.",
    "paper": {
        "ask": "1. Tally the herons.\n2. Say why.\n\nThe rows are few.",
        "events": list(EVENTS),
        "show": ["id", "date", "title", "countries", "tier"],
        "fill": ["Years to go", "A"],
    },
}
STARTER = "seen = events\n\n\ncount = ...\nprint(count)\n"
MODEL = "seen = events\n\n\ncount = len(seen)  # Fieldfare\nprint(count)\n"
PAGE = "# The lab\n\n## Count them\n\n```{{task}} {}\n```\n\n## Say it\n\n```{{task}} {}\n```\n"


def lab_book(folder: Path) -> Book:
    """The book's sources."""
    book = Book(folder, "lean")
    options = {
        "a": {"text": "Here", "feedback": "Woodpecker."},
        "b": {"text": "There", "feedback": "Goldfinch."},
    }
    book.bank(bank("one", authored("single", "one-single", options=options)))
    book.bank(bank("two", authored("short", "two-short"), authored("ordering", "two-ordering")))
    write_lab(folder / FOLDER)
    change_task(book, **TASK)
    shout = "def shout(word):\n    {}\n"
    book.write(f"{FOLDER}/lab.py", handed_in({COUNT: STARTER, SHOUT: shout.format("...")}))
    model = {COUNT: MODEL, SHOUT: shout.format("return word.upper()")}
    book.write(f"{FOLDER}/model.py", handed_in(model))
    book.write("lab.md", PAGE.format(COUNT, SHOUT))
    book.edit("index.md", "plain\n", "plain\nlab\n")
    return book


def for_teachers(book: Book, folder: Path) -> Book:
    """The same book with a page of solutions, to be built with `TEACHERS`."""
    copy = book.copy(folder)
    copy.write("labs.md", "# Labs\n\n## One\n\n```{solutions} one\n```\n")
    copy.edit("index.md", "lab\n", "lab\nlabs\n")
    return copy


def change_task(book: Book, **fields: Any) -> None:
    """Change fields of the lab's first task."""
    path = f"{FOLDER}/lab.yml"
    data = json.loads((book.root / path).read_text(encoding="utf-8"))
    data["tasks"][0].update(fields)
    book.write(path, json.dumps(data, ensure_ascii=False))
