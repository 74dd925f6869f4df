"""Builders other than HTML: every question whole, on paper too, its answers behind the quiz."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from bookwork.model.bank import load_bank
from bookwork.model.item import Item
from bookwork.model.markdown import plain
from bookwork.model.primitives import Choice, Match, Option, Order, Region, Spans, Survey
from bookwork.model.question import types
from bookwork.model.seeds import load_seeds
from tests.sphinx.html import one, said
from tests.sphinx.small import Book, Built

TAGS = list(types())
# Where each builder writes the page of the quiz, and what of its markup stands within words.
FILES = {
    "text": ("quiz.txt", r"[*\"]"),
    "latex": (
        "smallbook.tex",
        r"\\(?:begin|end)\{\w+\}(?:\{[\w-]+\})?|\\DUrole\{[\w-]+\}|\\hyperref\[[^]]*\]"
        r"|\\sphinx\w+|\\item|\\(?:sub)*section\*?|[{}]|\\(?=[_%&#$])",
    ),
    "man": ("smallbook.1", r"\\f[BIRP]|\\(?=[-.'])|\\&"),
    "epub": ("quiz.xhtml", r"<[^>]*>"),
}


@pytest.fixture(scope="module", params=FILES)
def builder(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(builder: str, every: Book, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book, built without a warning; a student's EPUB has no answers (`test_epub.py`)."""
    if builder == "epub":
        copy = every.copy(tmp_path_factory.mktemp("teacher") / "book")
        return copy.strict(builder, bookwork_edition="teacher")
    return every.strict(builder)


@pytest.fixture(scope="module")
def page(builder: str, built: Built) -> str:
    """The words of the page with the quiz, from its title on, with single spaces."""
    name, markup = FILES[builder]
    text = built.text(name).replace(r"\sphinxhyphen{}", "-")
    words = " ".join(re.sub(markup, "", text).split())
    # Straight, if a builder that has no curly ones has read the page.
    words = words.replace(r"\textquotesingle ", "'").replace(r"\textquotesingle", "'")
    words = (
        words.replace(r"\(aq", "'")
        .replace("’", "'")
        .replace("“", '"')
        .replace("”", '"')
        .replace("&#39;", "'")
    )
    return words[words.index("This page shows a question of every type") :]


@pytest.fixture(scope="module")
def items(every: Book) -> list[Item]:
    seeds = load_seeds(every.root / "seeds")
    bank = load_bank(every.root / "exercises" / "every" / "bank.yml", seeds)
    return list(bank.items)


def options(item: Item) -> list[Option]:
    """What a question offers."""
    found: list[Option] = []
    for part in item.parts:
        match part.task:
            case Choice(options=offered) | Spans(options=offered) | Order(options=offered):
                found += offered
            case Survey(options=offered) | Region(areas=offered):
                found += offered
            case Match(left=left, right=right):
                found += [*left, *right]
            case _:
                pass
    return found


def answers_at(page: str) -> int:
    """Where the answers begin."""
    return page.index(" Answers ", page.index(f"Question {len(TAGS)} "))


def test_every_stem_and_option_stands_before_the_answers(page: str, items: list[Item]) -> None:
    asked = page[: answers_at(page)]
    at = 0
    for number, item in enumerate(items, 1):
        at = asked.index(f"Question {number} {plain(item.stem.split(chr(10))[0])}", at)
        for option in options(item):
            words = plain(option.text).split()
            assert " ".join(words[:4]) in asked[at:], (item.id, option)
        assert "A second paragraph of the stem." in asked[at:]
        assert f"Hint: Kingfisher hint of {item.type}." in asked[at:]


def test_every_answer_stands_behind_the_quiz(page: str, items: list[Item]) -> None:
    at = answers_at(page)
    assert "Nightingale" not in page[:at]
    assert "Yes: a country retreat in Maryland." not in page[:at]
    for number, item in enumerate(items, 1):
        name = {"poll": "What the answers can show:", "ticket": "Note:"}.get(item.type, "Answer")
        at = page.index(f"Question {number} {name}", at)
        at = page.index(f"Nightingale answer of {item.type}, as ", at)
    for words in (
        "A. Japan; C. South Korea",
        "Answer: 59 % (give or take 1)",
        "Answer: 18 August 2023",
        "1: Tokyo; 2: Seoul",
        "It says how binding the promise is.",
        "Names and weighs it.",
        "No: that is in Switzerland.",
    ):
        assert words in page[answers_at(page) :]


def test_options_have_the_letters_that_the_key_speaks_of(page: str) -> None:
    asked = page[: answers_at(page)]
    at = asked.index("What of the type single?")
    for letter, words in (("A", "Camp David"), ("B", "Geneva"), ("C", "Seoul")):
        at = asked.index(f"{letter} {words}", at)


def test_gaps_are_blanks_with_their_numbers(page: str) -> None:
    at = page.index("The three met at [1: _")
    assert "and [2: Biden / Kishida] was the host." in page[at : at + 200]


def test_words_for_gaps_stand_once_above_them(page: str) -> None:
    at = page.index("Word bank:")
    text = page.index("They [1: ____________] to [2: ____________] quickly.", at)
    for word in ("pledged", "consult", "attack"):
        assert word in page[at:text]
    assert "Answer (gap 1): pledged" in page[text:]


def test_a_map_is_told_in_words(page: str) -> None:
    at = page.index("What of the type region?")
    assert "A An island south of a peninsula" in page[at:]
    assert "B A city on the Inland Sea" in page[at:]


def test_what_is_only_kept_has_no_empty_list(page: str) -> None:
    assert page.count("Look for:") == 1  # that of the open question


def test_there_is_room_to_write(page: str) -> None:
    assert page.count("Your answer: ____________") >= 6
    assert "____________ (%)" in page
    assert "____________ (day, month and year)" in page


def test_every_other_directive_is_written_too(builder: str, built: Built) -> None:
    name, _markup = FILES[builder]
    suffix = Path(name).suffix
    words = " ".join(path.read_text(encoding="utf-8") for path in built.out.rglob(f"*{suffix}"))
    for part in (
        "Not used yet.",
        f"{len(TAGS)} questions",
        "In questions:",
        "18 August 2023",
        "Pledged",
    ):
        assert part in words.replace("\\ ", " "), part


def test_an_e_reader_meets_no_script_and_no_form(every: Book) -> None:
    built = every.strict("epub")
    page = built.text("quiz.xhtml")
    for tag in ("<script", "<input", "<select", "<textarea", "<details", "<bw-", "<form"):
        assert tag not in page
    with ZipFile(built.out / "Smallbook.epub") as book:
        assert "quiz.xhtml" in book.namelist()
        assert not [name for name in book.namelist() if name.endswith(".js")]


def test_a_translator_gets_every_word(every: Book, items: list[Item], tmp_path: Path) -> None:
    # Elsewhere: Sphinx keeps what it read for this builder apart from that for others.
    built = every.copy(tmp_path / "book").strict("gettext")
    text = built.text("quiz.pot")
    messages = " ".join("".join(re.findall(r'"(.*)"', text)).replace('\\"', '"').split())
    for item in items:
        for words in (item.stem.split("\n")[0], item.hint, "A second paragraph of the stem."):
            assert words in messages
        for option in options(item):
            if item.type not in ("matching", "categorise", "matrix"):
                # There the left side's feedback speaks for both.
                assert option.feedback in messages, option
            if not item.passage:  # what stands in a gap's native list is no node
                assert option.text.split(".")[0][:30] in messages, option
    assert "They promised to consult, …" in messages
    assert "It names one promise." in messages


def test_one_page_holds_every_form(every: Book) -> None:
    built = every.strict("singlehtml")
    page = built.page("index")
    ids = [form["id"] for form in page.select("bw-question")]
    assert sorted(map(str, ids)) == sorted(["one-single", *(f"smp-{tag}" for tag in TAGS)])
    anchors = {str(tag["id"]) for tag in page.select("[id]")}
    for chip in page.select("a.bw-chip"):
        assert str(chip["href"]).rpartition("#")[2] in anchors, chip
    assert said(one(page, "#s16 p.bw-uses")) == "Not used yet."
    (script,) = page.select("script[src*='bookwork-quiz.']")
    assert (built.out / str(script["src"]).split("?")[0]).exists()
