"""The answers file: by hand or from the page, whole or with mistakes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bookwork.mark.answers import load_answers, mark_answers, response
from bookwork.mark.score import ResponseError
from bookwork.model.bank import Bank, load_bank
from bookwork.model.errors import AnswersError
from bookwork.model.question import types
from bookwork.model.seeds import Seeds, load_seeds
from bookwork.model.yamlfile import YamlFile
from tests.types.samples import authored, bank, question

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds(ROOT / "seeds")


@pytest.fixture(scope="module")
def banks(seeds: Seeds, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Bank]:
    """One bank with a question of every type, and another with one question."""
    found = {}
    for data in (
        bank("every", *(authored(tag) for tag in types())),
        bank("other", authored("single", "oth-single")),
    ):
        path = tmp_path_factory.mktemp("banks") / data["bank"] / "bank.yml"
        path.parent.mkdir()
        path.write_text(json.dumps(data), encoding="utf-8")  # JSON is YAML, too
        found[data["bank"]] = load_bank(path, seeds)
    return found


def file(folder: Path, data: object, name: str = "answers.json") -> YamlFile:
    """An answers file as read."""
    text = data if isinstance(data, str) else json.dumps(data, indent=1)
    (folder / name).write_text(text, encoding="utf-8")
    return load_answers(folder / name)


BY_HAND = """\
book: small
student: Mina
answers:
  smp-single: a
  smp-multiple: [a, c]
  smp-truefalse: {verdict: false, reason: a}
  smp-short: the camp david
  smp-number: 59
  smp-date: 2023-08-18
  smp-cloze: {place: Camp David, host: a}
  smp-matching: {a: a, b: b}
  smp-ordering: [a, b, c]
  smp-evidence: s02
  smp-claim: {claim: a, support: [s04]}
  smp-open: They met.
  smp-categorise: {a: fact, b: opinion, c: fact}
  smp-matrix: {japan: welcomed, china: criticised}
  smp-wordbank: {verb: pledge, act: consult}
  smp-attribution: {speaker: a, kind: characterisation, support: a}
  smp-region: p-jeju
  smp-poll: b
  smp-ticket: {learned: What a pledge is.}
"""
FROM_PAGE = {
    "book": "small",
    "answers": {
        "smp-single": {"answer": ["a"]},
        "smp-multiple": {"answer": ["a", "c"]},
        "smp-truefalse": {"verdict": ["false"], "reason": ["a"]},
        "smp-short": {"answer": "the camp david"},
        "smp-number": {"answer": "59"},
        "smp-date": {"answer": "2023-08-18"},
        "smp-cloze": {"place": "Camp David", "host": ["a"]},
        "smp-matching": {"answer": {"a": "a", "b": "b"}},
        "smp-ordering": {"answer": ["a", "b", "c"]},
        "smp-evidence": {"answer": ["s02"]},
        "smp-claim": {"claim": ["a"], "support": ["s04"]},
        "smp-open": {"answer": "They met."},
        "smp-categorise": {"answer": {"a": "fact", "b": "opinion", "c": "fact"}},
        "smp-matrix": {"answer": {"japan": "welcomed", "china": "criticised"}},
        "smp-wordbank": {"verb": ["pledge"], "act": ["consult"]},
        "smp-attribution": {"speaker": ["a"], "kind": ["characterisation"], "support": ["a"]},
        "smp-region": {"answer": ["p-jeju"]},
        "smp-poll": {"answer": ["b"]},
        "smp-ticket": {"learned": "What a pledge is."},
    },
}


def test_both_forms_are_marked_alike(banks: Mapping[str, Bank], tmp_path: Path) -> None:
    by_hand = mark_answers(file(tmp_path, BY_HAND, "answers.yml"), banks, "small")
    from_page = mark_answers(file(tmp_path, FROM_PAGE), banks, "small")
    assert by_hand == from_page
    assert [marked.item.type for marked in by_hand] == list(types())
    states = {marked.item.type: marked.mark["state"] for marked in by_hand}
    assert {states.pop(tag) for tag in ("open", "poll", "ticket")} == {"unmarked"}
    assert set(states.values()) == {"right"}
    assert not any(marked.changed for marked in by_hand)


def test_marks_come_in_the_order_of_the_banks(banks: Mapping[str, Bank], tmp_path: Path) -> None:
    answers = {"oth-single": "a", "smp-truefalse": {}, "smp-claim": {}}
    marked = mark_answers(file(tmp_path, {"answers": answers}), banks, "small")
    assert [each.item.id for each in marked] == ["smp-claim", "smp-truefalse", "oth-single"]


def test_an_answer_knows_its_questions_version(banks: Mapping[str, Bank], tmp_path: Path) -> None:
    digest = banks["other"].entries["oth-single"].item.digest()
    for versions, changed in (
        ({}, False),
        ({"oth-single": digest}, False),
        ({"oth-single": "0" * 12}, True),
        ({"smp-single": "0" * 12}, False),
    ):
        data = {"answers": {"oth-single": "a"}, "versions": versions}
        (marked,) = mark_answers(file(tmp_path, data), banks, "small")
        assert marked.changed is changed


@pytest.mark.parametrize("value", [None, [], {}, {"answer": None}, {"answer": []}])
def test_an_empty_answer_is_blank(value: object, banks: Mapping[str, Bank], tmp_path: Path) -> None:
    data = {"answers": {"smp-single": value}}
    (marked,) = mark_answers(file(tmp_path, data), banks, "small")
    assert marked.mark["state"] == "blank"


@pytest.mark.parametrize(
    ("tag", "value", "meant"),
    [
        ("single", "a", {"answer": ["a"]}),
        ("single", ["a"], {"answer": ["a"]}),
        ("single", True, {"answer": ["true"]}),
        ("multiple", "a", {"answer": ["a"]}),
        ("truefalse", {"verdict": True}, {"verdict": ["true"]}),
        ("truefalse", {"verdict": False, "reason": "b"}, {"verdict": ["false"], "reason": ["b"]}),
        ("number", 59, {"answer": "59"}),
        ("number", 0.5, {"answer": "0.5"}),
        ("number", -3, {"answer": "-3"}),
        ("date", 2023, {"answer": "2023"}),
        ("short", False, {"answer": "false"}),
        ("short", None, {}),
        ("cloze", {"place": None, "host": "a"}, {"place": "", "host": ["a"]}),
        ("matching", {"a": "b"}, {"answer": {"a": "b"}}),
        ("matching", {"answer": {"a": "b"}}, {"answer": {"a": "b"}}),
        ("evidence", "s02", {"answer": ["s02"]}),
        ("open", 5, {"answer": "5"}),
    ],
)
def test_what_is_written_by_hand_is_understood(
    tag: str, value: object, meant: dict[str, Any], seeds: Seeds
) -> None:
    assert response(question(tag).lower(seeds), value) == meant


@pytest.mark.parametrize(
    ("tag", "value", "said"),
    [
        ("cloze", "Camp David", "the answer has the parts place, host"),
        ("cloze", {"place": "Camp David", "hots": "a"}, "there is no part 'hots'"),
        ("truefalse", True, "the answer has the parts verdict, reason"),
    ],
)
def test_what_is_not_is_said(tag: str, value: object, said: str, seeds: Seeds) -> None:
    with pytest.raises(ResponseError, match=said):
        response(question(tag).lower(seeds), value)


def problems(data: object, banks: Mapping[str, Bank], folder: Path, name: str) -> list[str]:
    """Every problem that an answers file has, without its path."""
    with pytest.raises(AnswersError) as caught:
        mark_answers(file(folder, data, name), banks, "small")
    return [str(problem).split(name, 1)[1] for problem in caught.value.problems]


WRONG = """\
book: small
answers:
  smp-singel: a
  smp-single: z
  smp-multiple: {a: b}
  smp-truefalse: a
  smp-matching: {a: a, z: b}
  smp-ordering: [a, b]
  smp-evidence: s01, s02
  smp-date: {day: 18}
  xyzzy: a
"""


def test_every_mistake_is_told_at_once(banks: Mapping[str, Bank], tmp_path: Path) -> None:
    assert problems(WRONG, banks, tmp_path, "answers.yml") == [
        ":3: smp-singel: there is no such question — did you mean 'smp-single'?",
        ":4: smp-single: 'answer' has no option 'z' — write an option's id (a, b, c)",
        ":5: smp-multiple: 'answer' takes a list of options"
        " — write a list of options' ids (a, b, c, d)",
        ":6: smp-truefalse: the answer has the parts verdict, reason"
        " — write verdict: an option's id, reason: an option's id",
        ":7: smp-matching: 'answer' has nothing called 'z' on the left"
        " — write a map from left to right",
        ":8: smp-ordering: 'answer' takes all steps, in order"
        " — write a list of all the steps' ids, in order (a, b, c)",
        ":9: smp-evidence: 'answer' has no option 's01, s02'"
        " — write a list of sentence ids (s01, s02, s04)",
        ":10: smp-date: 'answer' takes text — write a number or date in quotes",
        ":11: xyzzy: there is no such question — is it from another book?",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("[]", ":1: this is not an answers file — it needs 'book:' and 'answers:', see README"),
        (
            '{"book": "small"}',
            ":1: this is not an answers file — it needs 'book:' and 'answers:', see README",
        ),
        ('{"answers": {},\n "bok": 1}', ":1: unknown field 'bok' — did you mean 'book'?"),
        ('{"answers": {}, "xyzzy": 1}', ":1: unknown field 'xyzzy' — remove it"),
        (
            '{"answers": {}, "book": "large"}',
            ":1: the answers are for the book 'large', this is 'small' — mark them with that book",
        ),
        (
            '{"answers": {}, "bank": "none"}',
            ":1: the answers are for the bank 'none', which is not in this book"
            " — banks here: every, other",
        ),
        (
            '{"bank": "other",\n "answers": {\n  "smp-single": "a"}}',
            ":3: smp-single: the question is not in the bank 'other' — check the file's bank",
        ),
        ('{"answers": {}, "versions": []}', ":1: 'versions' is not a map — remove it"),
        (
            '{"answers": {}',
            ":1: not valid JSON: Expecting ',' delimiter — save it again from the page",
        ),
        ("", ":1: not valid JSON: Expecting value — save it again from the page"),
    ],
)
def test_a_file_that_is_none_says_why(
    data: str, said: str, banks: Mapping[str, Bank], tmp_path: Path
) -> None:
    assert problems(data, banks, tmp_path, "answers.json") == [said]


def test_a_json_files_mistake_has_its_line(banks: Mapping[str, Bank], tmp_path: Path) -> None:
    data = {"answers": {"smp-single": "a", "smp-open": 5, "smp-multiple": "z"}}
    assert problems(data, banks, tmp_path, "answers.json") == [
        ":5: smp-multiple: 'answer' has no option 'z' — write a list of options' ids (a, b, c, d)"
    ]
