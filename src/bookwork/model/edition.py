"""The edition: what stands in the teacher's book alone, and how a page reads without it."""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from bookwork.model.errors import BookError, Problem, relative
from bookwork.model.fence import walk
from bookwork.model.yamlfile import read_text

Edition = Literal["student", "teacher"]
DIRECTIVE = "teacher"
"""The directive whose content only teachers get."""
ONLY = ("keys", "freshness", "solutions")
"""Directives that may stand in such a block, or on such a page, alone."""
PAGES = ("book/teacher/*",)
"""The pages that only teachers get, unless `bookwork_teacher_pages` names others."""


def is_teachers(page: str, patterns: Iterable[str]) -> bool:
    """Return whether a page (its path, with or without .md) is for teachers alone."""
    name = page.removesuffix(".md")
    return any(fnmatchcase(name, pattern.removesuffix(".md")) for pattern in patterns)


def for_students(text: str) -> str:
    """Return a page's Markdown without {teacher} blocks; every other line keeps its number."""
    kept = text.split("\n")
    for line in walk(text):
        if line.is_in(DIRECTIVE):
            kept[line.number - 1] = ""
    return "\n".join(kept)


def notebook_for_students(text: str) -> str:
    """Return a notebook (.ipynb) without the {teacher} blocks of its Markdown cells."""
    notebook = json.loads(text)
    for cell in notebook.get("cells", []):
        if cell.get("cell_type") == "markdown":
            source = cell["source"]
            whole = source if isinstance(source, str) else "".join(source)
            cell["source"] = for_students(whole).splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False)


def misplaced(path: Path, banks: Collection[str], *, teachers: bool) -> Iterator[Problem]:
    """Yield what is wrong with the directives for teachers in a page.

    `teachers` says that the whole page is for teachers.
    """
    for line in walk(read_text(path, BookError)):
        if line.kind != "open" or line.fences[-1].name not in ONLY:
            continue
        name, bank = line.fences[-1].name, line.fences[-1].argument
        if not (teachers or line.is_in(DIRECTIVE)):
            what = f"{{{name}}} is for teachers, and stands where students read"
            mend = "move it to a teacher's page, or into a {teacher} block"
            yield Problem(relative(path), line.number, "", what, mend)
        if name == "keys" and bank not in banks:
            near = difflib.get_close_matches(bank, banks, 1)
            mend = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(banks)}"
            yield Problem(relative(path), line.number, "", f"there is no bank '{bank}'", mend)
