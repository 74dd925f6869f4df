"""Properties are about what is marked, not how fast: a busy machine fails none of them.

Students' code is run in a sandbox beside a file that it must not reach.
"""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bookwork.jail.layers import Layers
from bookwork.jail.limits import Limits
from bookwork.lab import Result
from bookwork.mark.protections import probe
from bookwork.mark.sandbox import Job, Sandbox
from tests.support.sandboxed import CHECKS, LIMITS, TABLES, Run, left_running

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def here() -> Layers:
    """What this system has."""
    return probe(LIMITS, 1)


@pytest.fixture
def sentinel(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A file beside the desks that no code may read or change, and that any user could."""
    desks = Path(tempfile.mkdtemp()).resolve()
    desks.chmod(0o777)
    path = desks / "sentinel.txt"
    path.write_text("as it was", encoding="utf-8")
    path.chmod(0o666)
    tmp_path_factory.getbasetemp()  # pytest chooses its own place first
    monkeypatch.setattr(tempfile, "tempdir", str(desks))
    yield path
    try:
        assert path.read_text(encoding="utf-8") == "as it was"
        assert [each.name for each in desks.iterdir()] == ["sentinel.txt"]  # no desk is left
        assert left_running(desks) == []
    finally:
        shutil.rmtree(desks)


@pytest.fixture
def run(here: Layers, sentinel: Path) -> Run:
    """Runs a student's code and returns what the check says."""
    assert sentinel.exists()

    def go(code: str, layers: Layers = here, limits: Limits = LIMITS, first: str = "") -> Result:
        job = Job("t-one", first, code, CHECKS, {"said": "{got}"})
        return Sandbox(layers, limits, TABLES).check(job, 0, threading.Event())

    return go
