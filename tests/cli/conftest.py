"""A kit for commands: the real seeds, and a bank with a question of every type."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bookwork.cli import main
from bookwork.model.question import types
from bookwork.model.seeds import Seeds, load_seeds
from tests.support.labs import CLASS, write_lab
from tests.types.samples import authored, bank

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]


@cache
def seeds() -> Seeds:
    """The real seeds, read once for all tests."""
    return load_seeds(ROOT / "seeds")


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The kit's folder."""
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr("bookwork.model.kit.load_seeds", lambda _root: seeds())
    config = "sphinx: {config: {bookwork_book: small}}\n"
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    one = authored("single", "one-single", stem="Where did *they* meet, as {s}`s01` says?")
    for data in (bank("every", *(authored(tag) for tag in types())), bank("one", one)):
        path = tmp_path / "exercises" / data["bank"] / "bank.yml"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(data), encoding="utf-8")  # JSON is YAML, too
    return tmp_path


@pytest.fixture
def run(kit: Path) -> Run:
    """Runs a command on the kit, with what is typed into it."""

    def go(*arguments: str, typed: str = "", book: Path | None = kit) -> Result:
        where = ["--book", str(book)] if book else []
        result = CliRunner().invoke(main, [*arguments, *where], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception  # no command may end with a traceback
        return result

    return go


@pytest.fixture
def lab(kit: Path) -> Path:
    """A kit's lab."""
    write_lab(kit / "exercises/one")
    return kit


@pytest.fixture
def group(lab: Path) -> Path:
    """The folder of a class."""
    assert lab.is_dir()
    folder = lab / "class"
    for name, text in CLASS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
