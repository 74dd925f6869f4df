"""The validator of HTML: it must find what is wrong, and pass what is right."""

from pathlib import Path

import pytest

from tests.support.vnu import validate_html

PAGE = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>{}</body></html>'


def test_it_names_the_page_and_the_fault(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(PAGE.format("<p>Fine</p>"), encoding="utf-8")
    bad.write_text(PAGE.format("<p><div>Not in a paragraph</div></p>"), encoding="utf-8")
    found = validate_html([good, bad])
    assert len(found) == 1
    assert found[0].startswith("bad.html:1: error: No “p” element in scope")


def test_no_page_at_all_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no pages"):
        validate_html([])
