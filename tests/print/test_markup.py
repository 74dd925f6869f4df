"""Typst's markup: no content is taken for code."""

import re
from pathlib import Path

import pytest
import typst

from bookwork.print.compile import FONTS
from bookwork.print.markup import (
    call,
    content,
    drawing,
    label_name,
    note_name,
    place,
    string,
    text,
    without_places,
)
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
    typst.compile(str(source), output=str(out), font_paths=[str(FONTS)])
    shown = " ".join("".join(words(out)).split())
    expected = "".join(sign for sign in words_in if sign >= " ").replace("\u2028", " ")
    for part in expected.split():
        assert shown.count(part) >= 2, (part, shown)


def test_a_string_keeps_every_letter() -> None:
    assert string('a "b" \\ c\n') == '"a \\"b\\" \\\\ c\\n"'
    assert string("\x00\x1b") == '""'
    assert text("") == ""


def test_labels_are_fit_for_typst_and_tell_pages_apart() -> None:
    assert label_name("book/context", "in what?") == "book_2f_context:in_20_what_3f_"
    places = [("a", "b"), ("a.b", ""), ("a:b", ""), ("a", "B"), ("a", "b "), ("a_", ""), ("a", "_")]
    names = [label_name(*place) for place in places]
    names += [note_name("a", "b"), note_name("a"), note_name("a:b")]
    assert len(set(names)) == len(names), names
    assert all(re.fullmatch(r"[A-Za-z0-9_.:-]+", name) for name in names), names


def test_what_stands_twice_can_be_linked_to_once() -> None:
    written = f"{place('here')} words {place(label_name('a/b', 'c'))}"
    assert without_places(written) == " words "


def test_calls_nest() -> None:
    assert call("f", string("a"), content(text("b")), key_of="none") == (
        '#f(key-of: none, "a", [#"b";])'
    )
    assert place("x") == "#[#metadata(none)<x>]"


def test_a_drawing_is_cut_out_of_what_stands_around_it() -> None:
    whole = drawing("<div><svg viewBox='0 0 1 1'><title>x</title></svg><p>after</p></div>")
    assert whole.startswith("<svg ")
    assert 'xmlns="http://www.w3.org/2000/svg"' in whole
    assert "Book Sans" in whole, "its words are set in the book's own font"
    assert whole.endswith("</svg>")
