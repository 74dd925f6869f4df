"""Tasks of a lab elsewhere: in builders other than HTML, for translators, in another language."""

import re
from pathlib import Path

import pytest
from docutils import nodes

from bookwork.sphinx.lab import table
from tests.sphinx.html import one, said
from tests.sphinx.lab_book import TASK, lab_book
from tests.sphinx.small import Book


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book's sources; tests build copies."""
    return lab_book(tmp_path_factory.mktemp("lab") / "book")


PLAIN = {
    "text": ("lab.txt", r"[*\"]"),
    "latex": (
        "smallbook.tex",
        r"\\(?:begin|end)\{\w+\}(?:\[[^]]*\]|\{[\w-]+\})*|\\PYG\{[\w+]+\}|\\DUrole\{[\w-]+\}|"
        r"\\sphinx\w+|\\hyperref\[[^]]*\]|\\item|[{}&]|\\\\",
    ),
    "man": ("smallbook.1", r"\\f[BIRP]|\\(?=[-.'])|\\&|T[{}]"),
    "epub": ("lab.xhtml", r"<[^>]*>"),
}
IN_ORDER = (
    "How many, as", "Run it.", "count = ...", "Hint 1 of 3: Kingfisher, use len.",
    "Hint 2 of 3: Goldcrest hint.", "On paper:", "Tally the herons.", "The rows are few.", "Date",
    "Years to go", "18 August 2023", "Camp David trilateral summit", "What did you find?",
    "____________", "What does the code make?", "def shout(word):",
)  # fmt: skip


@pytest.mark.parametrize("builder", PLAIN)
def test_other_builders_show_a_task_whole_and_in_order(
    sources: Book, tmp_path: Path, builder: str
) -> None:
    name, markup = PLAIN[builder]
    book = sources.copy(tmp_path / "book")
    text = book.strict(builder).text(name)
    text = text.replace(r"\_", "_")
    words = " ".join(re.sub(markup, "", text).split()).replace("( ", "(").replace("{}", "")
    assert "Nightingale" not in words
    assert "Fieldfare" not in words
    at = words.index("How many, as")
    for part in IN_ORDER:
        assert part in words[at:], (part, words[at : at + 400])
        at = words.index(part, at)


def test_an_e_reader_meets_no_lid_and_no_cell(sources: Book, tmp_path: Path) -> None:
    built = sources.copy(tmp_path / "book").strict("epub")
    page = built.text("lab.xhtml")
    for part in ("<details", "cell_input", "<section class", "<script", "<bw-"):
        assert part not in page


def test_a_column_is_wide_enough_for_pages_of_plain_text() -> None:
    # In one of a single letter, Sphinx's writer would never end.
    made = table(["A", "Event", "B"], [["", "x" * 200, ""]], "bw-trace")
    assert [each["colwidth"] for each in made.findall(nodes.colspec)] == [4, 40, 4]


def test_translators_get_every_word_of_a_task_and_no_line(sources: Book, tmp_path: Path) -> None:
    text = sources.copy(tmp_path / "words").strict("gettext").text("lab.pot")
    said_there = " ".join("".join(re.findall(r'"(.*)"', text)).replace('\\"', '"').split())
    for words in (
        "How many, as {s}`s04` says?", "Run it.", *TASK["hints"], "Tally the herons.",
        "The rows are few.", "Years to go", "What does the *number* count?",
    ):  # fmt: skip
        assert words in said_there, words
    assert "____" not in said_there
    assert "Nightingale" not in said_there


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Goldcrest hint."
msgstr "*Zweiter* Tipp."

msgid "Do it with a pencil."
msgstr "Nimm einen Bleistift."

msgid "What does the *number* count?"
msgstr "Was zählt die Zahl?"

msgid "Years to go"
msgstr "Jahre bis dahin"
"""


def test_a_translated_task_keeps_its_labels(sources: Book, tmp_path: Path) -> None:
    book = sources.copy(tmp_path / "book")
    book.write("locale/de/LC_MESSAGES/lab.po", PO)
    page = book.strict("html", language="de", locale_dirs=["locale"]).page("lab")
    first, second = page.select(".bw-task")
    lid = first.select("details.bw-task-hint")[1]
    assert said(one(lid, ":scope > summary")) == "Hint 2 of 3"
    assert said(one(lid, ":scope > p")) == "Zweiter Tipp."
    assert said(one(second, ".bw-paper > p")) == "On paper: Nimm einen Bleistift."
    assert said(one(first, ".bw-find > p")) == "What did you find? Was zählt die Zahl?"
    assert "Jahre bis dahin" in [said(head) for head in first.select("th")]
