"""A copy of the real kit for each test; its seeds are read once unless a test breaks them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bookwork.model.seeds import Seeds, load_seeds
from tests.broken.kit import ROOT, Kit, copied


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """The kit as it is, apart from whoever writes on it now."""
    return copied(ROOT, tmp_path_factory.mktemp("pristine"))


@pytest.fixture(scope="session")
def seeds(pristine: Kit) -> Seeds:
    """The seeds of the kit."""
    return load_seeds(pristine / "seeds")


@pytest.fixture
def kit(
    pristine: Kit, seeds: Seeds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kit]:
    """A copy of the kit, in its folder, whose seeds must stay as they are."""
    made = copied(pristine.root, tmp_path)
    known = replace(seeds, root=tmp_path / "seeds")
    monkeypatch.setattr("bookwork.model.kit.load_seeds", lambda _root: known)
    monkeypatch.chdir(tmp_path)
    yield made
    for path in (pristine / "seeds").iterdir():
        assert path.read_bytes() == (tmp_path / "seeds" / path.name).read_bytes()


@pytest.fixture
def whole_kit(pristine: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kit:
    """A copy of the kit, in its folder, seeds and all."""
    monkeypatch.chdir(tmp_path)
    return copied(pristine.root, tmp_path)
