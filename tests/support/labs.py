"""A small lab, as an author writes it, and files that a class hands in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FIRST = """\
from bookwork.timeline import load_events

events = load_events("events.csv")
"""
COUNT, SHOUT = "one-count", "one-shout"
RIGHT = {
    COUNT: "count = len(events)\n",
    SHOUT: "def shout(word):\n    return word.upper()\n",
}
CHECKS = f"""\
from bookwork.lab import Answer, checks
from bookwork.timeline import load_events


@checks("{COUNT}")
def count(answer: Answer) -> None:
    found = answer.value("count", int)
    if found != len(load_events("events.csv")):
        answer.wrong("miscounted", got=found)


@checks("{SHOUT}")
def shout(answer: Answer) -> None:
    if answer.function("shout")("help") != "HELP":
        answer.wrong("quiet")
"""
WRONG = ("x = 1\n", "count = ...\n", "count = '3'\n", "count = 0\n", "count =\n")
GETS = {
    COUNT: ("missing", "unfinished", "kind", "miscounted", "syntax"),
    SHOUT: (
        "missing-function",
        "missing-function",
        "missing-function",
        "missing-function",
        "syntax",
    ),
}


def handed_in(tasks: Mapping[str, str], first: str = FIRST) -> str:
    """A student's file with some tasks."""
    return first + "".join(f"\n# %% {id}\n{code}" for id, code in tasks.items())


def write_lab(folder: Path) -> None:
    """Write a lab of two tasks into a chapter's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    messages = {COUNT: {"miscounted": "You counted {got}."}, SHOUT: {"quiet": "It is not loud."}}
    tasks = [
        {
            "id": id,
            "title": title,
            "objective": "o1",
            "minutes": 5,
            "evidence": ["s04"],
            "ask": "What does the code make?",
            "hints": ["Read it.", "Read it again."],
            "find": "What did you find?",
            "messages": messages[id],
            "finding": "They should find it.",
            "paper": {"ask": "Do it with a pencil."},
        }
        for id, title in ((COUNT, "Count them"), (SHOUT, "Say it *loud*"))
    ]
    trials = {
        id: {
            "wrong": [
                {"name": f"wrong {number}", "code": code, "gets": says}
                for number, (code, says) in enumerate(zip(WRONG, GETS[id], strict=True))
            ],
            "right": [{"name": "right", "code": RIGHT[id]}],
        }
        for id in RIGHT
    }
    for name, text in {
        "lab.yml": json.dumps({"lab": folder.name, "title": "A small lab", "tasks": tasks}),
        "lab.py": handed_in({COUNT: "count = ...\n", SHOUT: "def shout(word):\n    ...\n"}),
        "model.py": handed_in(RIGHT),
        "check_lab.py": CHECKS,
        "trials.yml": json.dumps(trials),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


def notebook(*cells: tuple[str, str, dict[str, Any]]) -> str:
    """A notebook of cells: their kind, their text and what Bookwork notes about them."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": kind, "source": source, "metadata": {"bookwork": ours}}
                for kind, source, ours in cells
            ],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


CLASS = {
    "ada.py": handed_in(RIGHT),
    "ben.py": handed_in({COUNT: "count = 0\n", SHOUT: "def shout(word): print(word)\n"}),
    "Cy/lab.py": handed_in({COUNT: RIGHT[COUNT], "one-shuot": "x = 1\n"}),
    "dee.ipynb": notebook(
        ("code", "1 / 0", {"role": "files"}),
        ("code", FIRST, {}),
        ("code", RIGHT[COUNT], {"task": COUNT}),
        ("markdown", "There are\n*many*.", {"find": COUNT}),
        ("code", "def shout(word:\n    return word", {"task": SHOUT}),
    ),
    "eve.py": "print('my own thing')\n",
    "notes.txt": "Ben was ill.",
}
