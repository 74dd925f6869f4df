"""Comparing two builds: a page that differs or is absent is named, others are not."""

from pathlib import Path

from tools.newest.build import differences


def pages(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        page = folder / "book" / f"{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return folder


def test_equal_builds_do_not_differ(tmp_path: Path) -> None:
    assert differences(pages(tmp_path / "1", a="x"), pages(tmp_path / "2", a="x")) == []


def test_each_page_that_differs_is_named(tmp_path: Path) -> None:
    one = pages(tmp_path / "1", same="x", other="x", lost="x")
    two = pages(tmp_path / "2", same="x", other="y", new="x")
    assert differences(one, two) == ["book/lost.html", "book/new.html", "book/other.html"]
