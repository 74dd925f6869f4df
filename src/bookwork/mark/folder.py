"""The folder of a class: which files in it are whose."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bookwork.mark.submission import SUFFIXES, writable

PASSED_OVER = ("__pycache__",)
DEEPEST = 4
"""Folders in folders of a student that are looked into."""
NOT_A_LAB = "not a lab's file (.py or .ipynb)"
LINK = "a link that leads out of the folder"
NOT_A_FILE = "not a file"
TOO_DEEP = "too many folders in folders"
CLOSED = "a folder that cannot be opened"


@dataclass(frozen=True)
class Handed:
    """What was handed in: whose a file is, or why it is passed over."""

    student: str
    path: Path
    why: str = ""


def handed_in(folder: Path) -> list[Handed]:
    """Return what lies in the folder of a class, by student: a file each, or a folder each."""
    found = list(_look(folder, folder.resolve(), "", 0))
    return sorted(found, key=lambda each: (each.student.casefold(), str(each.path)))


def student_of(path: Path) -> str:
    """Return the name of the student whose file or folder this is."""
    return writable(path.stem if path.suffix.lower() in SUFFIXES else path.name)


def _look(folder: Path, root: Path, student: str, depth: int) -> Iterator[Handed]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield Handed(student, folder, CLOSED)
        return
    for entry in entries:
        path = folder / entry.name
        whose = student or student_of(path)
        if entry.name.startswith(".") or entry.name in PASSED_OVER:
            continue
        if entry.is_symlink() and not _leads_inside(path, root):
            yield Handed(whose, path, LINK)
        elif entry.is_dir(follow_symlinks=False):
            if depth < DEEPEST:
                yield from _look(path, root, whose, depth + 1)
            else:
                yield Handed(whose, path, TOO_DEEP)
        elif path.suffix.lower() not in SUFFIXES:
            yield Handed(whose, path, NOT_A_LAB)
        elif not entry.is_file():  # a pipe would keep whoever reads it waiting
            yield Handed(whose, path, NOT_A_FILE)
        else:
            yield Handed(whose, path)


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # nowhere, or in a circle
        return False
