"""The directives quiz and question: which questions they show, in which order."""

import random
from typing import Any

import pytest
from bs4 import Tag

from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said
from tests.sphinx.small import Book, Built
from tests.types.samples import authored, bank

# Of each bank: five questions that differ in type, level and objective.
FIVE: list[tuple[str, str, dict[str, Any]]] = [
    ("one", "single", {"level": "recall", "objective": "o1"}),
    ("two", "short", {"level": "understand", "objective": "o1"}),
    ("three", "single", {"level": "analyse", "objective": "o2"}),
    ("four", "number", {"level": "recall", "objective": "o2"}),
    ("five", "multiple", {"level": "evaluate", "objective": "o2"}),
]


def five(name: str) -> dict[str, Any]:
    """A bank of those questions."""
    return bank(name, *(authored(tag, f"{name}-{id}", **fields) for id, tag, fields in FIVE))


# A quiz each, on a page of its own, and which questions it shows. A question stands once in a
# book, so each quiz has a bank of its own.
SELECTIONS: dict[str, tuple[str, list[str]]] = {
    "all": ("", ["one", "two", "three", "four", "five"]),
    "ids": (":ids: sel-four sel-one", ["four", "one"]),
    "commas": (":ids: sel-five, sel-two", ["five", "two"]),
    "except": (":except: sel-two, sel-four", ["one", "three", "five"]),
    "objective": (":objective: o1", ["one", "two"]),
    "levels": (":level: recall, evaluate", ["one", "four", "five"]),
    "types": (":type: single multiple", ["one", "three", "five"]),
    "several": (":type: single\n:objective: o2", ["three"]),
    "filtered": (":ids: sel-five sel-three sel-one\n:level: recall analyse", ["three", "one"]),
    "fixed": (":order: fixed", ["one", "two", "three", "four", "five"]),
    "titled": (":title: Five *plain* questions\n:ids: sel-one", ["one"]),
}
SEEDED = {
    "seeda": ":order: seeded\n:seed: autumn",
    "seedb": ":order: seeded\n:seed: autumn",
    "seedc": ":order: seeded\n:seed: winter",
    "bare": ":order: seeded",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = Book(tmp_path_factory.mktemp("quiz"))
    pages = {**{name: options for name, (options, _ids) in SELECTIONS.items()}, **SEEDED}
    for name, options in pages.items():
        book.bank(five(name))
        written = options.replace("sel-", f"{name}-")
        book.write(f"{name}.md", f"# Page {name}\n\n```{{quiz}} {name}\n{written}\n```\n")
    book.bank(five("mixed"))
    book.write(
        "mixed.md",
        "# Mixed\n\n```{question} mixed-three\n```\n\n```{quiz} mixed\n:ids: mixed-one mixed-two\n"
        "```\n\n## More\n\n```{quiz} mixed\n:ids: mixed-five\n```\n",
    )
    toc = "\n".join([*pages, "mixed"])
    book.write("index.md", f"# Quizzes\n\n```{{toctree}}\n{toc}\n```\n")
    return book


@pytest.fixture(scope="module")
def built(book: Book) -> Built:
    return book.strict()


def shown(page: Tag) -> list[str]:
    """The ids of a page's questions, without the name of their bank."""
    return [str(form["id"]).split("-", 1)[1] for form in page.select("bw-question")]


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_quiz_shows_what_is_asked_for(name: str, built: Built) -> None:
    assert shown(built.page(name)) == SELECTIONS[name][1]


def test_a_seed_fixes_the_order(built: Built) -> None:
    orders = {name: shown(built.page(name)) for name in SEEDED}
    everything = sorted(id for id, _tag, _fields in FIVE)
    assert all(sorted(order) == everything for order in orders.values())
    assert orders["seeda"] == orders["seedb"] != orders["seedc"]
    wanted = [id for id, _tag, _fields in FIVE]
    random.Random("autumn").shuffle(wanted)
    assert orders["seeda"] == wanted
    wanted = [id for id, _tag, _fields in FIVE]
    random.Random("bare").shuffle(wanted)  # without a seed, the bank's name is one
    assert orders["bare"] == wanted


def test_a_seed_gives_the_same_order_in_the_next_build(book: Book, built: Built) -> None:
    before = {name: shown(built.page(name)) for name in SEEDED}
    for name in SEEDED:
        book.write(f"{name}.md", (book.root / f"{name}.md").read_text(encoding="utf-8") + "\nMore.")
    again = book.strict()
    assert set(SEEDED) <= set(again.read)
    assert {name: shown(again.page(name)) for name in SEEDED} == before


def test_a_title_stands_above_and_names_the_quiz(built: Built) -> None:
    page = built.page("titled")
    assert one(page, "section.bw-quiz")["aria-label"] == "Five *plain* questions"
    assert said(one(page, "section.bw-quiz > .rubric")) == "Five *plain* questions"
    assert built.page("all").select("section.bw-quiz > .rubric") == []


def test_questions_are_numbered_by_page(built: Built) -> None:
    page = built.page("mixed")
    numbers = [said(number) for number in page.select(".bw-number")]
    assert numbers == ["Question 1", "Question 2", "Question 3", "Question 4"]
    assert shown(page) == ["three", "one", "two", "five"]
    ids = [str(section["id"]) for section in page.select("section.bw-quiz")]
    assert len(set(ids)) == 2


MISTAKES = [
    ("{quiz} none", "", "there is no bank 'none' — use one of a"),
    (
        "{quiz} a",
        ":ids: a-one a-nine",
        "the bank 'a' has no question 'a-nine' — check the id",
    ),
    ("{quiz} a", ":except: a-nine", "the bank 'a' has no question 'a-nine' — check the id"),
    ("{quiz} a", ":level: apply", "the quiz has no question — widen its selection"),
    ("{question} a-nine", "", "no bank has a question 'a-nine' — check the id"),
]


@pytest.mark.parametrize(("fence", "options", "said"), MISTAKES)
def test_a_mistake_is_a_warning_and_shows_nothing(
    fence: str, options: str, said: str, new_book: NewBook
) -> None:
    book = new_book()
    book.bank(five("a"))
    book.write("index.md", f"# Quiz\n\n```{fence}\n{options}\n```\n")
    built = book.build()
    where = f"{book.root / 'index.md'}:3: WARNING: "
    assert built.warnings == f"{where}{said} [bookwork.quiz]"
    assert shown(built.page("index")) == []


@pytest.mark.parametrize("option", [":order: random", ":colour: red", ":seed:"])
def test_an_option_that_is_none_is_told(option: str, new_book: NewBook) -> None:
    book = new_book()
    book.bank(five("a"))
    book.write("index.md", f"# Quiz\n\n```{{quiz}} a\n{option}\n```\n")
    warnings = book.build().warnings
    assert "index.md:3: " in warnings
    assert option.split(":")[1] in warnings


def test_a_question_stands_once_in_a_book(new_book: NewBook) -> None:
    book = new_book()
    book.bank(five("a"))
    book.write("index.md", "# Quiz\n\n```{toctree}\nmore\n```\n\n```{quiz} a\n```\n")
    book.write("more.md", "# More\n\n```{question} a-two\n```\n\n```{question} a-two\n```\n")
    built = book.build()
    assert built.warnings.splitlines() == [
        f"{book.root / 'more.md'}:{line}: WARNING: the question 'a-two' already stands in 'index'"
        " — show it once in the book [bookwork.duplicate]"
        for line in (3, 6)
    ]
    assert shown(built.page("index")) == ["one", "two", "three", "four", "five"]
    assert shown(built.page("more")) == []


def test_a_kit_with_problems_stops_the_build(new_book: NewBook) -> None:
    book = new_book()
    book.bank(bank("a", authored("single", "a-one", key="z")))
    book.write("index.md", "# Quiz\n")
    with pytest.raises(Exception, match="the key 'z' is not among the options"):
        book.build()


def test_markup_in_a_list_of_a_gap_is_words(new_book: NewBook) -> None:
    """A native list shows text only: no asterisks, no roles."""
    gaps = {
        "who": {
            "options": {
                "a": {"text": "*Biden*, host of {s}`s01`", "feedback": "Yes."},
                "b": {"text": "[Kishida](https://example.org) \\*", "feedback": "No."},
            },
            "key": "a",
        }
    }
    book = new_book()
    asked = authored("cloze", "a-cloze", text="The host was [who].", gaps=gaps)
    book.bank(bank("a", asked))
    book.write("index.md", "# Quiz\n\n```{quiz} a\n```\n\n```{article}\n```\n")
    book.write("sources.md", "---\norphan: true\n---\n\n# S\n\n```{bibliography}\n:all:\n```\n")
    page = book.strict().page("index")
    options = [option.text for option in one(page, ".bw-gap select").select("option")]
    assert options == ["–", "Biden, host of [s01]", "Kishida *"]
