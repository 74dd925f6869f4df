"""Books in another language: the words of the interface, and translated questions."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bookwork import strings
from tests.sphinx.html import one, said
from tests.sphinx.small import Book
from tests.types.samples import authored, bank

# As much of a language as the test needs.
WORDS = {
    "Question": "Frage",
    "Hint": "Tipp",
    "Hint:": "Tipp:",
    "Answer:": "Antwort:",
    "Answer and why": "Antwort und Begründung",
    "Evidence:": "Belege:",
    "True": "Wahr",
    "True or false?": "Wahr oder falsch?",
    "Check": "Prüfen",
    "Aug": "Aug.",
    "article": "Artikel",
}


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small German catalogue of the interface."""
    catalogue = Catalog(locale="de")
    for english, word in WORDS.items():
        catalogue.add(english, word)
    catalogue.add(("{n} question", "{n} questions"), ("{n} Frage", "{n} Fragen"))
    written = BytesIO()
    write_mo(written, catalogue)
    path = tmp_path / "locale" / "de" / "LC_MESSAGES" / "bookwork.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(written.getvalue())
    monkeypatch.setattr(strings, "LOCALES", tmp_path / "locale")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path / "book", "lean")
    hint = "Look at the first sentence {s}`s01`."
    book.bank(bank("one", authored("single", "one-single", hint=hint)))
    book.bank(bank("two", authored("truefalse", "two-verdict"), authored("open", "two-open")))
    return book


@pytest.mark.usefixtures("german")
def test_the_interface_speaks_the_books_language(book: Book) -> None:
    built = book.strict(language="de")
    form = one(built.page("alone"), "bw-question")
    assert said(one(form, ".bw-number")) == "Frage 1"
    assert said(one(form, ".bw-hint > summary")) == "Tipp"
    assert said(one(form, ".bw-key > summary")) == "Antwort und Begründung"
    assert said(one(form, ".bw-key-line")) == "Antwort: A. Camp David"
    assert said(one(form, ".bw-evidence")) == "Belege: [Artikel s04] [18 Aug. 2023]"
    verdict = one(built.page("quiz"), "bw-question#two-verdict [data-part=verdict]")
    assert said(one(verdict, "legend")) == "Wahr oder falsch?"
    assert [said(text) for text in verdict.select(".bw-text")] == ["Wahr", "False"]
    assert said(built.page("index").select("bw-progress li")[0]).endswith("1 Frage")
    assert said(built.page("index").select("bw-progress li")[1]).endswith("2 Fragen")


@pytest.mark.usefixtures("german")
def test_the_script_speaks_it_too(book: Book) -> None:
    built = book.strict(language="de")
    (script,) = (built.out / "_static").glob("bookwork-quiz.*.js")
    text = script.read_text(encoding="utf-8")
    assert re.search(r'Check"?:\s*"Prüfen"', text)
    english = book.strict(language="en")
    (script,) = (english.out / "_static").glob("bookwork-quiz.*.js")
    assert "Prüfen" not in script.read_text(encoding="utf-8")


@pytest.mark.usefixtures("german")
def test_another_build_does_not_hear_of_it(book: Book) -> None:
    book.strict(language="de")
    assert said(one(book.strict(language="en").page("alone"), ".bw-number")) == "Question 1"
    assert strings.text("Question") == "Question"


def test_a_language_that_nobody_wrote_is_english(book: Book) -> None:
    assert said(one(book.build(language="fi").page("alone"), ".bw-number")) == "Question 1"


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "What does the text say?"
msgstr "Was sagt der *Text*?"

msgid "Geneva"
msgstr "Genf am See"

msgid "Look at the first sentence {s}`s01`."
msgstr "Lies {s}`s01`, den ersten Satz."

msgid "No: that is in Switzerland."
msgstr "Nein: Das liegt in der **Schweiz**."

msgid "Because the text says so."
msgstr "Weil der Text es sagt."
"""


def test_a_translated_question_keeps_its_letters_and_ids(book: Book) -> None:
    book.write("locale/de/LC_MESSAGES/alone.po", PO)
    built = book.strict(language="de", locale_dirs=["locale"])
    form = one(built.page("alone"), "bw-question#one-single")
    assert said(one(form, ".bw-stem")) == "Was sagt der Text ?"
    assert one(form, ".bw-stem em").text == "Text"
    rows = form.select(".bw-options > li")
    assert [row["data-option"] for row in rows] == ["a", "b", "c"]
    assert [said(row) for row in rows] == ["A Camp David", "B Genf am See", "C Seoul"]
    assert said(one(form, ".bw-hint > p")) == "Lies [article s01] , den ersten Satz."
    assert one(form, ".bw-hint a.bw-chip")["href"] == "facts.html#s01"
    row = one(form, ".bw-feedback > li[data-for='answer/option:b']")
    assert said(row) == "B Nein: Das liegt in der Schweiz ."
    assert said(one(form, ".bw-why")) == "Weil der Text es sagt."
