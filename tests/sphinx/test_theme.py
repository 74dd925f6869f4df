"""The theme's sheet, fitted: what no page asks for is not sent."""

from pathlib import Path

import pytest

from bookwork.sphinx.theme import drop_properties, used_properties


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{--x:1;color:red}", "a{color:red}"),
        ("a{color:red;--x:1}", "a{color:red;}"),
        ("a{--x:1;color:var(--x)}", "a{--x:1;color:var(--x)}"),
        ("a{color:var( --x , red);--x:1}", "a{color:var( --x , red);--x:1}"),
        # What only an unused one asks for goes with it.
        ("a{--x:var(--y);--y:var(--z);--z:3}", "a{}"),
        ("a{--x:\"};{--y:1\";--y:url(a.svg)}b{--y:2;top:var(--y)}",
         "a{--y:url(a.svg)}b{--y:2;top:var(--y)}"),
        ("@media print{a{--x:1}}", "@media print{a{}}"),
        ("a{margin:-1px;--kept:1}", "a{margin:-1px;--kept:1}"),
    ],
)  # fmt: skip
def test_a_property_that_nothing_asks_for_is_dropped(css: str, left: str) -> None:
    assert drop_properties(css, {"--kept"}) == left


def test_other_sheets_pages_and_scripts_are_asked(tmp_path: Path) -> None:
    files = {
        "_static/own.css": "a{--mine:1;color:var(--of-a-sheet)}",
        "_static/own.js": "style.getPropertyValue('--of-a-script')",
        "_static/bookwork-python.1234.js": "'--of-the-pack'",
        "_static/bookwork-furo.css": "a{color:var(--of-the-theme)}",
        "_static/unused.css": "a{color:var(--of-a-sheet-that-no-page-loads)}",
        "sub/page.html": "<style>body{--of-a-page:1}</style>"
        '<link href="../_static/own.css?v=1"><script src="../_static/own.js"></script>'
        '<script src="../_static/bookwork-python.1234.js"></script>'
        '<link href="../_static/bookwork-furo.css">',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert used_properties(tmp_path) == {"--of-a-sheet", "--of-a-script", "--of-a-page"}
