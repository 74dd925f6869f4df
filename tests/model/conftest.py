"""A small lab to be read and broken."""

from pathlib import Path

import pytest

from tests.lab.small import write_book


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small lab; its book is the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_book(tmp_path)
