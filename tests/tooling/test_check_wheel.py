"""Looking into the wheel: a file of the source that is not in it is named."""

import zipfile
from pathlib import Path

import pytest

from tools import check_wheel


def test_a_file_that_is_not_in_the_wheel_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "bookwork"
    (package / "page").mkdir(parents=True)
    (package / "__pycache__").mkdir()
    for name in ("__init__.py", "page/answer.js", "__pycache__/old.pyc"):
        (package / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(check_wheel, "ROOT", tmp_path)
    wheel = tmp_path / "bookwork-1.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("bookwork/__init__.py", "")
    assert check_wheel.missing(wheel) == ["bookwork/page/answer.js"]
