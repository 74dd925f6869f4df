"""Feedback in words: every code of every mark says what its author, or the book, has to say."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.mark import feedback as module
from bookwork.mark import score
from bookwork.mark.answers import response
from bookwork.mark.feedback import feedback, own_words
from bookwork.model.bank import load_banks
from bookwork.model.item import Item
from bookwork.model.question import types
from bookwork.model.seeds import load_seeds
from tests.mark.strategies import answers
from tests.types.samples import question

ROOT = Path(__file__).parents[2]
SEEDS = load_seeds(ROOT / "seeds")
ITEMS = [item for bank in load_banks(ROOT, SEEDS).values() for item in bank.items]
SAMPLES = {tag: question(tag).lower(SEEDS) for tag in types()}
MISSING = "Something right is still missing."
CHAINED = "Not counted yet: what comes before it must be right first."


def said(tag: str, **given: object) -> list[str]:
    """What is said to an answer to a type's sample."""
    item = SAMPLES[tag]
    return list(feedback(item, score(item.task(), response(item, given.pop("answer", given)))))


@given(item=st.sampled_from(ITEMS), data=st.data())
def test_every_code_has_its_words(item: Item, data: st.DataObject) -> None:
    task = item.task()
    given = {part["id"]: data.draw(answers(part)) for part in task["parts"]}
    mark = score(task, given)
    codes = [code for part in mark["parts"] for code in part["feedback"] if code != "accepted"]
    words = list(feedback(item, mark))
    assert len(words) == len(codes)
    assert all(word.strip() for word in words)


@pytest.mark.parametrize(
    ("tag", "given", "words"),
    [
        ("single", {"answer": "b"}, ["No: that is in Switzerland."]),
        ("single", {"answer": None}, []),
        ("multiple", {"answer": ["c"]}, ["Yes: one of the three.", MISSING]),
        ("short", {"answer": "Camp David"}, []),
        ("short", {"answer": "Camp Davit"}, ["Accepted, with a slip in the spelling."]),
        ("short", {"answer": "Washington"}, ["Near, but not in the capital."]),
        ("short", {"answer": "Rome"}, ["Look at the first sentence of the article."]),
        ("number", {"answer": "35 %"}, ["That is the share who supported it."]),
        ("number", {"answer": "most"}, ["Write a number in digits."]),
        ("number", {"answer": "7"}, ["Read the poll once more."]),
        ("date", {"answer": "August 2023"}, ["More exactly, please: like 4 July 1776."]),
        ("date", {"answer": "8/18/23"}, ["Write a date, like 4 July 1776."]),
        ("date", {"answer": "7 November 2023"}, ["That is the article's date line."]),
        ("evidence", {"answer": ["s04"]}, ["That sentence is about something else.",
                                           MISSING]),
        ("matching", {"answer": {"a": "b"}}, ["Tokyo is Japan's capital."]),
        ("ordering", {"answer": ["b", "a", "c"]}, ["August 2023.", "November 2022."]),
        ("open", {"answer": "Something."}, []),
        ("truefalse", {"verdict": True, "reason": "a"}, [
            "A treaty binds in law; this text says it creates no legal duties.",
            "Yes: in its last lines.", CHAINED,
        ]),
        ("cloze", {"place": "Rome", "host": "b"}, [
            "The first sentence says where.", "No: he was a guest.",
        ]),
    ],
)  # fmt: skip
def test_the_words_are_those_of_the_answer(
    tag: str, given: dict[str, object], words: list[str]
) -> None:
    assert said(tag, **given) == words


def test_each_foreseen_answer_has_its_own_words() -> None:
    wrong = [
        {"answers": ["Rome"], "feedback": "In Italy."},
        {"answers": ["Paris", "Lyon"], "feedback": "In France."},
    ]
    item = question("short", wrong=wrong).lower(SEEDS)
    for answer, words in (("Rome", "In Italy."), ("Lyon", "In France.")):
        assert list(feedback(item, score(item.task(), {"answer": answer}))) == [words]


def test_words_come_without_markup() -> None:
    options = {
        "a": {"text": "A", "feedback": "Read *closely*: {s}`s04` and [this](https://e.org)."},
        "b": {"text": "B", "feedback": "No."},
    }
    item = question("single", options=options, key="a").lower(SEEDS)
    (words,) = feedback(item, score(item.task(), {"answer": ["a"]}))
    assert words == "Read closely: [s04] and this."


def test_the_page_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the book itself says stands among the page's words, letter by letter."""
    source = (ROOT / "src" / "bookwork" / "page" / "words.js").read_text(encoding="utf-8")
    page = json.loads(re.sub(r",\s*}", "}", source[source.index("= {") + 2 :].rstrip(";\n")))
    asked: list[str] = []

    def note(message: str) -> str:
        asked.append(message)
        return message

    monkeypatch.setattr(module, "_", note)
    for tag in ("date", "number", "short", "multiple"):
        for code in ("typo", "unreadable", "coarse", "missing", "chained"):
            assert own_words(SAMPLES[tag].parts[0].task, code)
    assert len(set(asked)) == 6
    assert set(asked) <= set(page)


def test_an_authors_code_has_no_words_of_ours() -> None:
    for code in ("option:a", "wrong:0", "otherwise"):
        assert own_words(SAMPLES["short"].parts[0].task, code) is None
