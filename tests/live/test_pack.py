"""What live code weighs: the pack, the runner, and the pages that have neither."""

import gzip
from pathlib import Path

from bookwork.live.pack import make_pack
from tests.support.built import ROOT

MB, KB = 10**6, 10**3
PACK = ROOT / "_build" / "live" / "python.js"


def asset(book: Path, name: str) -> Path:
    """The one asset of the book with a name before its hash."""
    stem, _dot, suffix = name.rpartition(".")
    (found,) = book.glob(f"_static/bookwork-{stem}.*.{suffix}")
    return found


def test_the_pack_is_small_on_a_disk_and_on_the_way(book_html: Path) -> None:
    pack = asset(book_html, "python.js").read_bytes()
    assert len(pack) <= 9 * MB
    assert len(gzip.compress(pack, 9)) <= 6.5 * MB


def test_the_pack_is_made_of_the_same_bytes_each_time(book_html: Path, tmp_path: Path) -> None:
    make_pack(tmp_path / "again.js")
    assert (tmp_path / "again.js").read_bytes() == PACK.read_bytes()
    assert asset(book_html, "python.js").read_bytes() == PACK.read_bytes()


def test_the_runner_without_python_is_small(book_html: Path) -> None:
    parts = [asset(book_html, name).stat().st_size for name in ("code.js", "code.css")]
    assert sum(parts) <= 12 * KB, parts


def test_pages_without_code_name_nothing_of_it(book_html: Path) -> None:
    with_code = []
    for page in sorted(book_html.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        names = [n for n in ("bookwork-code.", "bookwork-python.", "bookwork-kit.") if n in text]
        if 'class="cell ' in text or 'class="cell"' in text:
            assert len(names) == 3, page.name
            assert "'wasm-unsafe-eval'" in text
            assert "worker-src blob:" in text
            with_code.append(page.name)
        else:
            assert names == [], page.name
            assert "wasm" not in text
            assert "worker-src" not in text
    assert len(with_code) >= 7


def test_the_pack_names_its_licences(book_html: Path) -> None:
    head = asset(book_html, "python.js").read_bytes()[:200].decode()
    assert "MPL-2.0" in head
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "Pyodide" in notice
    assert "Mozilla Public License" in notice
