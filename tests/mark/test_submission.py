"""A student's file: read with care, whatever it holds."""

import codecs
import json
from pathlib import Path

import pytest

from bookwork.mark.submission import MOST_CELLS, MOST_CODE, Submission, read_submission
from tests.support.labs import COUNT, FIRST, RIGHT, SHOUT, handed_in, notebook

GOOD = handed_in(RIGHT)
FILES = ("code", "open('x')", {"role": "files"})


def read(tmp_path: Path, raw: bytes | str, name: str = "ada.py") -> Submission:
    path = tmp_path / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return read_submission(path, "ada")


def test_a_file_is_its_cells_each_with_its_lines(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert (found.student, found.fault) == ("ada", "")
    assert found.first.strip() == FIRST.strip()
    assert list(found.cells) == [COUNT, SHOUT]
    lines = found.cells[SHOUT].split("\n")
    assert lines.index("def shout(word):") == GOOD.split("\n").index("def shout(word):")


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + "# é\n".encode() + GOOD.encode(),
        ("# é\n" + GOOD).encode("utf-16"),
        codecs.BOM_UTF16_BE + ("# é\n" + GOOD).encode("utf-16-be"),
        ("# é\n" + GOOD).encode("utf-32"),
        ("# -*- coding: latin-1 -*-\n# é\n" + GOOD).encode("latin-1"),
        ("# coding: cp949\n# 한미일\n" + GOOD).encode("cp949"),
        ("# coding: shift_jis\n# 日米韓\n" + GOOD).encode("shift_jis"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
    ],
)
def test_text_is_read_as_python_would(tmp_path: Path, raw: bytes) -> None:
    found = read(tmp_path, raw)
    assert found.fault == ""
    assert "return word.upper()\n" in found.cells[SHOUT]
    assert "\r" not in found.cells[SHOUT]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (GOOD.encode() + b"\n\n# \xe9\n", "Line 13 is not in utf-8, as it should be."),
        (b"# \xe9\n" + GOOD.encode(), "It is not simply in UTF-8"),
        (b"# coding: klingon\n", "name no encoding that Python knows"),
        (b"# coding: rot13\n", "ask for 'rot13', which is not for text"),
        (b"# coding: punycode\n" + b"a" * 9000, "which is not for text"),
        (b"# coding: unicode_escape\n", "which is not for text"),
        (GOOD.encode("utf-16-le"), "In line 1 there are bytes (NUL)"),
        (GOOD.encode() + b"\0", "bytes (NUL) that are no text. Save it as plain text, in UTF-8."),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "Line 1 is not in utf-16"),
        (b"x" * (1024 * 1024 + 1), "The file has more than 1 MB."),
        (b"x" * (MOST_CODE + 1), "more in it than 256 KB of code"),
        (b"# %% a\n" * (MOST_CELLS + 1), "or 300 cells"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(tmp_path: Path, raw: bytes, says: str) -> None:
    found = read(tmp_path, raw)
    assert says in found.fault
    assert not found.cells


def test_a_file_that_is_gone_or_closed_is_said_in_words(tmp_path: Path) -> None:
    assert "cannot be read" in read_submission(tmp_path / "none.py", "ada").fault
    (tmp_path / "folder.py").mkdir()
    assert "cannot be read" in read_submission(tmp_path / "folder.py", "ada").fault


def test_an_empty_file_has_no_cells(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Submission("ada", tmp_path / "ada.py")


def test_a_notebook_of_the_page_is_its_cells(tmp_path: Path) -> None:
    text = notebook(
        FILES,
        ("markdown", "# The lab", {}),
        ("code", FIRST, {}),
        ("code", "more = 1", {}),
        ("code", RIGHT[COUNT], {"task": COUNT}),
        ("markdown", " There are *many*.\n", {"find": COUNT}),
        ("markdown", " ", {"find": SHOUT}),
        ("code", f"# %% {SHOUT}\n{RIGHT[SHOUT]}", {}),
        ("code", "my own try", {}),
    )
    found = read(tmp_path, text, "ada.ipynb")
    assert found.first == FIRST + "more = 1\n"
    assert found.cells == {COUNT: RIGHT[COUNT], SHOUT: f"# %% {SHOUT}\n{RIGHT[SHOUT]}"}
    assert found.words == {COUNT: "There are *many*."}


def test_a_notebook_that_jupyter_saved_has_lines_in_a_list(tmp_path: Path) -> None:
    cell = {"cell_type": "code", "source": [f"# %% {COUNT}\n", "count = 1"], "metadata": {}}
    found = read(tmp_path, json.dumps({"cells": [cell]}), "ada.ipynb")
    assert found.cells == {COUNT: f"# %% {COUNT}\ncount = 1"}


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", '{"cells": 1}', '{"cells": [1]}', "[" * 100_000, "\0", '{"a": 1e999999}',
        '{"cells": 1' + "1" * 5000 + "}",
    ],
)  # fmt: skip
def test_a_broken_notebook_is_said_in_words(tmp_path: Path, text: str) -> None:
    fault = read(tmp_path, text, "ada.ipynb").fault
    assert fault == "This is not a whole notebook. Download or save it again."


@pytest.mark.parametrize(
    "cell",
    [
        {},
        {"cell_type": "code"},
        {"cell_type": "code", "source": 1, "metadata": []},
        {"cell_type": "code", "source": [1, None], "metadata": {"bookwork": 1}},
        {"cell_type": "code", "source": "", "metadata": {"bookwork": {"task": ["a"]}}},
        {"cell_type": "markdown", "source": "x", "metadata": {"bookwork": {"find": {}}}},
    ],
)
def test_a_cell_of_an_odd_form_is_no_task(tmp_path: Path, cell: object) -> None:
    found = read(tmp_path, json.dumps({"cells": [cell]}), "ada.ipynb")
    assert (found.fault, dict(found.cells), dict(found.words)) == ("", {}, {})


def test_a_notebook_has_limits_too(tmp_path: Path) -> None:
    many = notebook(*[("code", "", {})] * (MOST_CELLS + 1))
    assert "or 300 cells" in read(tmp_path, many, "ada.ipynb").fault
    long = notebook(("code", "x" * (MOST_CODE + 1), {}))
    assert "256 KB of code" in read(tmp_path, long, "ada.ipynb").fault
    nul = notebook(("code", "x = '\0'", {"task": COUNT}))
    assert "bytes (NUL)" in read(tmp_path, nul, "ada.ipynb").fault


def test_half_a_character_can_be_written_all_the_same(tmp_path: Path) -> None:
    text = notebook(("markdown", "a\ud800b", {"find": COUNT}))
    assert read(tmp_path, text, "ada.ipynb").words == {COUNT: "a?b"}
