"""The submission: a student's file, read with care, as the cells of a lab."""

from __future__ import annotations

import codecs
import io
import json
import re
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bookwork.lab import cells

SUFFIXES: Mapping[str, int] = {".py": 1024 * 1024, ".ipynb": 8 * 1024 * 1024}
"""What a lab's file is called, and how many bytes it may have: a notebook brings pictures."""
MOST_CELLS = 300
MOST_CODE = 256 * 1024
"""Characters of code in a file: nobody types as many."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Others turn text into something else, or take very long for it.
ENCODING = re.compile(
    "(utf-?(8|16|32)|ascii|iso8859|iso2022|cp[0-9]|koi8|kz|mac|euc|shift|gb|big5|hz|tis|johab)"
)
AS_UTF8 = "Save it as plain text, in UTF-8."
_TASK_ID = re.compile(r"[a-z][a-z0-9-]+")
_TITLE = re.compile(r"# %%[ \t]*(?P<title>.*)")


class Unreadable(Exception):  # noqa: N818 - a finding about a student's file
    """Why a file cannot be read, in words for its student."""


TOO_MUCH = Unreadable(
    f"There is more in it than {MOST_CODE // 1024} KB of code, or {MOST_CELLS} cells."
)


@dataclass(frozen=True)
class Submission:
    """A file of a student: its first cell, the code of each task, and what is told in words."""

    student: str
    path: Path
    first: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""
    """Why it cannot be read; then it has no cells."""


def writable(text: str) -> str:
    """Return text that can be written as UTF-8: half of a character becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def read_submission(path: Path, student: str) -> Submission:
    """Return a student's file; what is wrong with it is said in it and raises nothing."""
    try:
        raw = _bytes(path)
        if path.suffix.lower() == ".ipynb":
            return Submission(student, path, *_notebook(raw))
        return Submission(student, path, *_python(_text(raw)))
    except Unreadable as reason:
        return Submission(student, path, fault=str(reason))


def _bytes(path: Path) -> bytes:
    most = SUFFIXES[path.suffix.lower()]
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as reason:
        raise Unreadable(f"The file cannot be read ({reason.strerror}).") from None
    if len(raw) > most:
        raise Unreadable(f"The file has more than {most // 1024 // 1024} MB. Is it the right one?")
    return raw


def _text(raw: bytes) -> str:
    """Return a Python file's text: by its byte order mark, its coding line, or as UTF-8."""
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "")
    try:
        if not encoding:
            encoding = tokenize.detect_encoding(io.BytesIO(raw).readline)[0]
        if not ENCODING.match(codecs.lookup(encoding).name.replace("_", "-")):
            raise Unreadable(
                f"Its first lines ask for '{encoding}', which is not for text. {AS_UTF8}"
            )
        text = raw.decode(encoding)
    except (SyntaxError, LookupError):
        raise Unreadable(
            "It is not simply in UTF-8, and its first lines name no encoding that Python knows."
            f" {AS_UTF8}"
        ) from None
    except UnicodeError as reason:
        at = getattr(reason, "start", 0)
        line = raw[: at if isinstance(at, int) else 0].count(b"\n") + 1
        raise Unreadable(f"Line {line} is not in {encoding}, as it should be. {AS_UTF8}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(f"In line {line} there are bytes (NUL) that are no text. {AS_UTF8}")
    return io.StringIO(text, newline=None).read()  # lines end as Python sees them end


def _python(text: str) -> tuple[str, dict[str, str]]:
    if len(text) > MOST_CODE or text.count("# %%") > MOST_CELLS:
        raise TOO_MUCH
    return cells(text)


def _notebook(raw: bytes) -> tuple[str, dict[str, str], dict[str, str]]:
    """Return the first cell of a notebook, the code of its tasks, and what is told in words."""
    broken = Unreadable("This is not a whole notebook. Download or save it again.")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise broken from None
    if not isinstance(data, dict) or not isinstance(data.get("cells"), list):
        raise broken
    first = ""
    found: dict[str, str] = {}
    words: dict[str, str] = {}
    for cell in data["cells"]:
        if not isinstance(cell, dict):
            raise broken
        source, ours = _source(cell), _ours(cell)
        if cell.get("cell_type") == "markdown" and isinstance(ours.get("find"), str):
            words[ours["find"]] = source.strip()
        elif cell.get("cell_type") == "code" and ours.get("role") != "files":
            task = _task(source, ours)
            if task:
                found[task] = source
            elif not found:
                first += source.rstrip("\n") + "\n"
    code = (first, *found.values())
    if len(data["cells"]) > MOST_CELLS or sum(map(len, code)) > MOST_CODE:
        raise TOO_MUCH
    if any("\0" in each for each in code):
        raise Unreadable(f"There are bytes (NUL) in its code that are no text. {AS_UTF8}")
    return first, found, {task: text for task, text in words.items() if text}


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str)).replace("\r\n", "\n")
    return writable(text)


def _ours(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = cell.get("metadata")
    ours = metadata.get("bookwork") if isinstance(metadata, dict) else None
    return ours if isinstance(ours, dict) else {}


def _task(source: str, ours: Mapping[str, Any]) -> str:
    """Return the id of the task that a cell of a notebook is for, or nothing."""
    named = ours.get("task")
    if not isinstance(named, str):
        title = _TITLE.match(source)
        named = title["title"].strip() if title else ""
    return named if _TASK_ID.fullmatch(named) else ""
