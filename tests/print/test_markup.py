"""Typst's markup: no content is taken for code."""

from pathlib import Path

import pytest
import typst

from bookwork.print.markup import call, content, drawing, label_name, place, string, text
from tests.support.pdf import words

HOSTILE = (
    '#panic("acted")',
    '"; panic("acted"); "',
    '\\"; #panic(\\"acted\\"); //',
    "$ panic $",
    "*bold* _italic_ `code` <label> @label",
    "= Not a heading",
    "[ unbalanced ] ] )",
    "// not a comment /* nor this",
    "https://example.org ~ --- ...",
    "back\\slash \\u{41} \\n",
    "control \x00\x01\x1f and \u2028 line",
    "한국 日本 “quotes” — é",
)


@pytest.mark.parametrize("words_in", HOSTILE)
def test_text_stands_as_it_was_written(words_in: str, tmp_path: Path) -> None:
    out = tmp_path / "text.pdf"
    source = tmp_path / "text.typ"
    source.write_text(
        f"#set page(width: 20cm, height: auto)\n{text(words_in)} #text({string(words_in)})\n",
        "utf-8",
    )
    typst.compile(str(source), output=str(out))
    shown = " ".join("".join(words(out)).split())
    expected = "".join(sign for sign in words_in if sign >= " ").replace("\u2028", " ")
    for part in expected.split():
        assert shown.count(part) >= 2 or part.isascii() is False, (part, shown)


def test_a_string_keeps_every_letter() -> None:
    assert string('a "b" \\ c\n') == '"a \\"b\\" \\\\ c\\n"'
    assert string("\x00\x1b") == '""'
    assert text("") == ""


def test_labels_are_fit_for_typst_and_tell_pages_apart() -> None:
    assert label_name("book/context", "first in what sense?") == "book_context:first_in_what_sense_"
    assert label_name("a", "b") != label_name("a.b")


def test_calls_nest() -> None:
    assert call("f", string("a"), content(text("b")), key_of="none") == (
        '#f(key-of: none, "a", [#"b";])'
    )
    assert place("x") == "#[#metadata(none) <x>]"


def test_a_drawing_is_cut_out_of_what_stands_around_it() -> None:
    whole = drawing("<div><svg viewBox='0 0 1 1'><title>x</title></svg><p>after</p></div>")
    assert whole.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert whole.endswith("</svg>")
