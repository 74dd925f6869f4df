"""The workshop: where Jupyter Book makes an edition, and where what it made is put.

Jupyter Book builds into `_build/FORMAT` below its output folder, and keeps what it has read in
`_build/.doctrees` there. The teacher's edition needs a folder for both of its own: its output
folder is `_build/.teacher`. What was made there last is lent to it while it works, so that only
what has changed is made again, and comes back to `_build/teacher/FORMAT`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bookwork.model.files import write_atomically
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
        if self.out.is_dir() and not self.made.exists():
            self.made.parent.mkdir(parents=True, exist_ok=True)
            self.out.rename(self.made)
        try:
            yield
        finally:
            if self.made.is_dir():
                shutil.rmtree(self.out, ignore_errors=True)
                self.out.parent.mkdir(parents=True, exist_ok=True)
                self.made.rename(self.out)


def students(root: Path, format: str) -> Workshop:
    """Return where the student's edition is made: as Jupyter Book has it."""
    build = root / "_build"
    return Workshop(build / format, build / format, build / ".doctrees")


def teachers(root: Path, format: str) -> Workshop:
    """Return where the teacher's edition is made, with the settings written that make it one."""
    base = root / "_build" / ".teacher"
    # Jupyter Book has no option for a setting of Sphinx's: it gets a file of settings of its own.
    config = base / "_config.yml"
    text = (root / "_config.yml").read_text(encoding="utf-8")
    write_atomically(config, yaml.safe_dump(settings(yaml.safe_load(text) or {}, root)))
    made = base / "_build"
    options = ("--path-output", str(base), "--config", str(config))
    return Workshop(
        made / format, root / "_build" / "teacher" / format, made / ".doctrees", options
    )


def settings(book: dict[str, Any], root: Path) -> dict[str, Any]:
    """Return a book's settings (`_config.yml`), made those of its teacher's edition."""
    sphinx = book.get("sphinx") or {}
    execute = book.get("execute") or {}
    extensions = sphinx.get("local_extensions") or {}
    changed = {
        **book,
        # Notebooks print the same in both editions: what one has run, the other need not.
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
            "config": {**(sphinx.get("config") or {}), "bookwork_edition": "teacher"},
        },
    }
    if "title" in book:
        # LaTeX's title is taken from here, past Sphinx's settings.
        changed["title"] = " ".join((str(book["title"]), _("(teacher's edition)")))
    return changed
