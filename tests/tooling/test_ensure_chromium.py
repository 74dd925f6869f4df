"""Finding a Chromium: the first that starts, and never one that only has the name."""

from pathlib import Path

import pytest

from tools import ensure_chromium


def program(path: Path, code: int) -> Path:
    path.write_text(f"#!/bin/sh\necho Chromium 1\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_stub_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOOKWORK_CHROMIUM", raising=False)
    program(tmp_path / "chromium", 1)
    real = program(tmp_path / "google-chrome", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(ensure_chromium, "NAMES", ("chromium", "google-chrome"))
    assert ensure_chromium.find() == real


def test_a_wrong_name_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOOKWORK_CHROMIUM", str(tmp_path / "absent"))
    assert ensure_chromium.find() is None
    assert ensure_chromium.main() == 1
    assert "No Chromium was found" in capsys.readouterr().err


def test_each_way_to_install_is_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BOOKWORK_CHROMIUM", raising=False)
    tried: list[str] = []
    monkeypatch.setattr(
        ensure_chromium, "find", lambda: Path("found") if "playwright" in tried else None
    )
    monkeypatch.setattr(ensure_chromium, "install_from_debian", lambda: tried.append("debian"))
    monkeypatch.setattr(
        ensure_chromium, "install_from_playwright", lambda: tried.append("playwright")
    )
    assert ensure_chromium.main() == 0
    assert tried == ["debian", "playwright"]
    assert capsys.readouterr().out.splitlines()[-1] == "found"
