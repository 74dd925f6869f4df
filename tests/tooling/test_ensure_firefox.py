"""Finding a Firefox: the first that starts and can be driven; without one the tests go on."""

from pathlib import Path

import pytest

from tools import ensure_firefox


@pytest.fixture(autouse=True)
def _nothing_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here may find, or install, what is on this machine."""
    monkeypatch.delenv("BOOKWORK_FIREFOX", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ensure_firefox, "install_from_debian", lambda _: pytest.fail("installs"))


def program(path: Path, code: int = 0, note: str = "") -> Path:
    path.write_text(f"#!/bin/sh\n# {note}\necho Firefox 1\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_debians_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "firefox")
    assert ensure_firefox.find() == tmp_path / "firefox"
    program(tmp_path / "firefox-esr")
    assert ensure_firefox.find() == tmp_path / "firefox-esr"


def test_a_stub_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "firefox-esr", 1)
    assert ensure_firefox.find() is None
    real = program(tmp_path / "firefox")
    assert ensure_firefox.find() == real


def test_a_snap_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "firefox-esr").symlink_to(program(tmp_path / "snap"))
    script = program(tmp_path / "firefox", note="exec /snap/bin/firefox")
    assert ensure_firefox.find() is None
    program(script)
    assert ensure_firefox.find() == script


def test_a_named_one_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path / "firefox")
    named = program(tmp_path / "nightly")
    monkeypatch.setenv("BOOKWORK_FIREFOX", str(named))
    assert ensure_firefox.main() == 0
    assert capsys.readouterr().out == f"{named}\n"


def test_a_wrong_name_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path / "firefox")
    monkeypatch.setenv("BOOKWORK_FIREFOX", str(tmp_path / "absent"))
    assert ensure_firefox.find() is None
    assert ensure_firefox.main() == 1
    assert str(tmp_path / "absent") in capsys.readouterr().err


def test_an_empty_name_wants_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path / "firefox")
    monkeypatch.setenv("BOOKWORK_FIREFOX", "")
    assert ensure_firefox.main() == 0
    assert capsys.readouterr() == ("\n", "")


def test_debians_package_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def install(package: str) -> bool:
        program(tmp_path / package)
        return True

    monkeypatch.setattr(ensure_firefox, "install_from_debian", install)
    assert ensure_firefox.main() == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(tmp_path / "firefox-esr")


def test_where_none_can_be_had_it_is_said_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ensure_firefox, "install_from_debian", lambda _: False)
    assert ensure_firefox.main() == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == ""
    assert "Chromium alone" in said.err
