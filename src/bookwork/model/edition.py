"""The edition: what stands in the teacher's book alone, and how a page reads without it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Literal

from bookwork.model.fence import walk

Edition = Literal["student", "teacher"]
DIRECTIVE = "teacher"
"""The directive whose content only teachers get."""
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
