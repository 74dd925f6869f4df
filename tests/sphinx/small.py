"""Small books: a case's pages and banks with the real seeds, copied to a folder of their own."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pybtex.plugin
from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.testing.util import SphinxTestApp

from bookwork import strings
from bookwork.model.seeds import Seeds, load_seeds

ROOT = Path(__file__).parents[2]
SITES = Path(__file__).parent / "sites"
# Each citation asks anew which plugins of pybtex are installed: half of a build's time.
pybtex.plugin._load_entry_point = cache(pybtex.plugin._load_entry_point)

_read: dict[str, Seeds] = {}


def read_once(root: Path) -> Seeds:
    """The seeds in a folder, read once for all folders that hold the same."""
    files = sorted(path for path in root.iterdir() if path.is_file())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    if digest not in _read:
        _read[digest] = load_seeds(root)
    return replace(_read[digest], root=root)


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Built:
    """What a build left, what it warned of, and which pages it read and wrote."""

    out: Path
    warnings: str
    read: tuple[str, ...]
    written: tuple[str, ...]
    env: BuildEnvironment
    parsed: dict[str, Tag] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A file of the output."""
        return (self.out / name).read_text(encoding="utf-8")

    def page(self, name: str) -> Tag:
        """A page of the output, parsed."""
        if name not in self.parsed:
            self.parsed[name] = BeautifulSoup(self.text(f"{name}.html"), "html.parser")
        return self.parsed[name]

    @property
    def pages(self) -> dict[str, Tag]:
        """Every page of the output, by name."""
        names = (path.relative_to(self.out).with_suffix("") for path in self.out.rglob("*.html"))
        return {name.as_posix(): self.page(name.as_posix()) for name in sorted(names)}


class Book:
    """A small book: sources that a test may edit, and builds of them."""

    def __init__(self, folder: Path, case: str = "") -> None:
        self.root = folder
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(SITES / "conf.py", folder)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        if case:
            shutil.copytree(SITES / case, folder, dirs_exist_ok=True)

    def copy(self, folder: Path) -> "Book":
        """The same sources elsewhere, never built."""
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns("out"))
        found = Book.__new__(Book)
        found.root = folder
        return found

    def write(self, name: str, text: str) -> None:
        """Write a source."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first `old` of a source, which must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def bank(self, data: dict[str, Any]) -> None:
        """Write a bank, as JSON: that is YAML, too, and has no aliases, which banks refuse."""
        text = json.dumps(data, indent=1, ensure_ascii=False)
        self.write(f"exercises/{data['bank']}/bank.yml", text)

    @contextmanager
    def app(
        self, builder: str = "html", jobs: int = 1, tags: tuple[str, ...] = (), **config: Any
    ) -> Iterator[SphinxTestApp]:
        """A Sphinx for the book, with its traces in this process removed afterwards."""
        with patch("bookwork.sphinx.kit.load_seeds", read_once):
            app = SphinxTestApp(
                builder,
                srcdir=self.root,
                builddir=self.root / "out",
                confoverrides=config,
                parallel=jobs,
                tags=list(tags),
            )
        try:
            yield app
        finally:
            app.cleanup()
            strings.use_language(None)

    def build(self, builder: str = "html", jobs: int = 1, **config: Any) -> Built:
        """Build what has changed; a warning is left for the test to look at."""
        read: list[str] = []
        written: list[str] = []

        def note_read(_app: Sphinx, name: str, _text: list[str]) -> None:
            read.append(name)

        def note_written(_app: Sphinx, _tree: object, name: str) -> None:
            written.append(name)

        with self.app(builder, jobs, **config) as app:
            app.connect("source-read", note_read)
            app.connect("doctree-resolved", note_written)
            app.build()
            warnings = _COLOUR.sub("", app.warning.getvalue()).strip()
            return Built(Path(app.outdir), warnings, tuple(read), tuple(written), app.env)

    def strict(self, builder: str = "html", jobs: int = 1, **config: Any) -> Built:
        """Build what has changed; a warning is an error, as with -n -W."""
        built = self.build(builder, jobs, **config)
        assert not built.warnings, built.warnings
        return built
