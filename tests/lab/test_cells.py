"""A lab's file, cut into its first cell and the code of each task."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bookwork.lab import cells
from tests.lab.trying import tried

FILE = """\
import math

# %% one-a
a = 1

# %% one-b
b = 2
"""


def test_a_file_is_a_first_cell_and_the_code_of_each_task() -> None:
    first, found = cells(FILE)
    assert first == "import math\n\n"
    assert list(found) == ["one-a", "one-b"]
    assert found["one-a"].strip() == "# %% one-a\na = 1"
    assert found["one-b"].strip() == "# %% one-b\nb = 2"


def test_each_cell_keeps_its_line_numbers() -> None:
    _first, found = cells(FILE)
    assert found["one-a"].split("\n")[3] == "a = 1"
    assert found["one-b"].split("\n")[6] == "b = 2"
    _first, found = cells(FILE.replace("b = 2", "b = c"))
    assert tried(found["one-b"]).message.startswith("Line 7 uses `c`")


def test_a_file_without_a_cell_is_all_first_cell() -> None:
    assert cells("a = 1\n") == ("a = 1\n", {})
    assert cells("") == ("", {})


def test_a_file_may_begin_with_a_task() -> None:
    assert cells("# %% one-a\na = 1\n") == ("", {"one-a": "# %% one-a\na = 1\n"})


def test_cells_before_the_first_task_belong_to_the_first_and_keep_their_lines() -> None:
    text = "a = 1\n# %% [markdown]\n# Words,\n# and more.\n# %%\nb = 2\n# %% Set up\nc = 3\n"
    first, found = cells(text + "# %% one-a\nd = 4\n")
    assert list(found) == ["one-a"]
    assert [line for line in first.split("\n") if line] == [
        "a = 1", "# %%", "b = 2", "# %% Set up", "c = 3",
    ]  # fmt: skip
    lines = text.split("\n")
    assert all(line in ("", lines[number]) for number, line in enumerate(first.split("\n")))


def test_a_markdown_cell_is_no_code_wherever_it_stands() -> None:
    _first, found = cells(FILE.replace("# %% one-b", "# %% [markdown]\n# What?\n# %% one-b"))
    assert "What?" not in "".join(found.values())
    assert found["one-b"].split("\n")[8] == "b = 2"


def test_a_cell_after_the_first_task_that_names_none_is_nobodys() -> None:
    first, found = cells(FILE + "# %% My own tries\nc = 3\n# %%\nd = 4\n")
    assert first == "import math\n\n"
    assert "c = 3" not in "".join(found.values())
    assert "d = 4" not in "".join(found.values())


def test_of_an_id_that_stands_twice_the_last_cell_counts() -> None:
    _first, found = cells(FILE + "# %% one-a\na = 3\n")
    assert list(found) == ["one-a", "one-b"]
    assert found["one-a"].strip() == "# %% one-a\na = 3"


def test_line_ends_of_windows_are_no_part_of_an_id() -> None:
    first, found = cells(FILE.replace("\n", "\r\n"))
    assert first == "import math\r\n\r\n"
    assert list(found) == ["one-a", "one-b"]
    assert tried(found["one-a"]).passed
    broken = cells(FILE.replace("b = 2", "b = c").replace("\n", "\r\n"))[1]["one-b"]
    assert tried(broken).message.startswith("Line 7 uses `c`")


def test_a_marker_stands_at_the_start_of_its_line_and_may_have_spaces_behind_it() -> None:
    assert list(cells("# %%  \t one-a \t\na = 1\n")[1]) == ["one-a"]
    assert cells("    # %% one-a\na = 1\n")[1] == {}
    assert cells("a = 1  # %% one-a\n")[1] == {}
    assert cells("#%% one-a\n")[1] == {}


def test_only_small_letters_figures_and_hyphens_are_an_id() -> None:
    for title in ("One-a", "1-one", "one_a", "one a", "a", "-one", "one-ä"):
        assert cells(f"# %% {title}\n")[1] == {}, title


MARKS = ["# %% one-a", "# %% one-b", "# %%", "# %% [markdown]", "# %% Set up", "# %% one-a \t"]
LINES = st.sampled_from([*MARKS, "", "a = 1", "    b", "# words", "%%", "'''"])
TEXTS = st.tuples(st.lists(LINES, max_size=20), st.sampled_from(["\n", "\r\n"])).map(
    lambda each: each[1].join(each[0])
)


@given(TEXTS)
def test_every_line_of_code_stands_where_it_stood_in_the_file(text: str) -> None:
    lines = text.split("\n")
    first, found = cells(text)
    for code in (first, *found.values()):
        for number, line in enumerate(code.split("\n")):
            assert line == "" or line == lines[number]


@given(TEXTS)
def test_a_cell_ends_where_the_next_one_begins(text: str) -> None:
    for id, code in cells(text)[1].items():
        marks = re.findall("^# %%.*$", code, re.MULTILINE)
        assert [mark.removeprefix("# %%").strip() for mark in marks] == [id]


@given(st.text())
def test_any_text_is_cut_into_cells(text: str) -> None:
    first, found = cells(text)
    assert text.startswith(first) or found or "%%" in text
