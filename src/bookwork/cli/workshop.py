"""The workshop: where Jupyter Book makes an edition, and where what it made is put.

Jupyter Book builds into `_build/FORMAT` below its output folder, and keeps what it has read in
`_build/.doctrees` there. The teacher's edition needs a folder for both of its own: its output
folder is `_build/.teacher` (and so has a book with other settings: `_build/.student`). What was
made there last is lent to it while it works, so that only what has changed is made again, and
comes back to `_build/teacher/FORMAT`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bookwork.model.files import write_atomically
from bookwork.model.version import FIRST
from bookwork.strings import text as _


@dataclass(frozen=True)
class Workshop:
    """Where an edition is made and put, and what Jupyter Book must be told."""

    made: Path
    out: Path
    doctrees: Path
    options: tuple[str, ...] = ()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Lend the last build to Jupyter Book, and take the new one back, whole or not."""
        if self.made == self.out:
            yield
            return
        if self.out.is_dir():
            self.made.parent.mkdir(parents=True, exist_ok=True)
            if self.made.exists():  # a build was killed: what it left is gone on with
                _add_missing(self.out, self.made)
            else:
                self.out.rename(self.made)
        try:
            yield
        finally:
            if self.made.is_dir():
                shutil.rmtree(self.out, ignore_errors=True)
                self.out.parent.mkdir(parents=True, exist_ok=True)
                self.made.rename(self.out)


def workshop(
    root: Path, format: str, *, teacher: bool = False, changes: Mapping[str, str] | None = None
) -> Workshop:
    """Return where a book is made: the students' as Jupyter Book has it, others apart from it.

    `changes` are settings of Sphinx's that this build has otherwise than the book. What reads the
    sources in another way (an edition, a version) gets a folder of its own.
    """
    build = root / "_build"
    changed = {**(changes or {}), **({"bookwork_edition": "teacher"} if teacher else {})}
    if not changed:
        return Workshop(build / format, build / format, build / ".doctrees")
    base = build / f".{_name(teacher, changed.get('bookwork_version', FIRST))}"
    # Jupyter Book has no option for a setting of Sphinx's: it gets a file of settings of its own.
    config = base / "_config.yml"
    text = (root / "_config.yml").read_text(encoding="utf-8")
    told = settings(yaml.safe_load(text) or {}, root, changed)
    write_atomically(config, yaml.safe_dump(told))
    made = base / "_build"
    options = ("--path-output", str(base), "--config", str(config))
    out = build / "teacher" / format if teacher else build / format
    return Workshop(made / format, out, made / ".doctrees", options)


def _add_missing(source: Path, target: Path) -> None:
    """Copy into a folder what only another one has, or has newer."""
    for path in source.rglob("*"):
        copy = target / path.relative_to(source)
        if not path.is_file():
            continue
        if not copy.exists() or copy.stat().st_mtime < path.stat().st_mtime:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy)


def _name(teacher: bool, version: str) -> str:
    edition = "teacher" if teacher else "student"
    return edition if version == FIRST else f"{edition}-{version}"


def settings(book: dict[str, Any], root: Path, changes: Mapping[str, str]) -> dict[str, Any]:
    """Return a book's settings (`_config.yml`), with changes of Sphinx's."""
    sphinx = book.get("sphinx") or {}
    execute = book.get("execute") or {}
    extensions = sphinx.get("local_extensions") or {}
    changed = {
        **book,
        # Notebooks print the same in all editions: what one has run, the other need not.
        "execute": {
            **execute,
            "cache": execute.get("cache") or str((root / "_build" / ".jupyter_cache").resolve()),
        },
        "sphinx": {
            **sphinx,
            # Jupyter Book takes these paths from the folder of the file that names them.
            "local_extensions": {
                name: str((root / path).resolve()) for name, path in extensions.items()
            },
            "config": {**(sphinx.get("config") or {}), **changes},
        },
    }
    if "title" in book and changes.get("bookwork_edition") == "teacher":
        # LaTeX's title is taken from here, past Sphinx's settings.
        changed["title"] = " ".join((str(book["title"]), _("(teacher's edition)")))
    return changed
