"""Faults in answers files: hand-written, downloaded, or made to do harm."""

import json

import pytest

from tests.broken.cases.answers import ANSWERS, HEAD, JSON, Wrong
from tests.broken.kit import BANK, EVERY_TYPE, Kit, problems

EVIL = "\x1b[31m\x1b]0;title\x07\x9b2J\r\x08\x7f\u202e\u2066\u2028"
"""Colour, the window's title, an erased screen, an overwritten line, text turned around."""


def harmless(output: str) -> bool:
    """Whether an output has no character that steers a terminal or turns text around."""
    turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    return all(
        letter == "\n" or (letter >= " " and not "\x7f" <= letter <= "\x9f") for letter in output
    ) and not set(turning) & set(output)


@pytest.fixture
def marking(kit: Kit) -> Kit:
    """The kit with questions of every type."""
    kit.write(BANK, kit.text(BANK) + EVERY_TYPE)
    return kit


def refused(told: list[str], file: str, wrong: Wrong) -> bool:
    """Whether a fault is told as it must be, and nothing else."""
    what, _dash, mend = told[0].partition(" — ")
    return len(told) == 1 and what.startswith(file + wrong.told()) and wrong.mend in mend


@pytest.mark.parametrize("wrong", ANSWERS, ids=lambda wrong: wrong.name)
def test_a_wrong_answers_file(marking: Kit, wrong: Wrong) -> None:
    marking.write("mine.yml", wrong.text)
    told = problems(marking.run("mark", "mine.yml"))
    assert refused(told, "mine.yml", wrong), told


@pytest.mark.parametrize("wrong", JSON, ids=lambda wrong: wrong.name)
def test_a_wrong_download(marking: Kit, wrong: Wrong) -> None:
    marking.write("mine.json", wrong.text)
    told = problems(marking.run("mark", "mine.json"))
    assert refused(told, "mine.json", wrong), told


def test_every_fault_is_told_at_once(marking: Kit) -> None:
    marking.write("mine.yml", f"{HEAD}  brk-single: z\n  brk-short: [x]\n  brk-none: x\n")
    told = problems(marking.run("mark", "mine.yml"))
    assert [line.split(": ")[1] for line in told] == ["brk-single", "brk-short", "brk-none"]


def test_a_file_that_is_not_there(marking: Kit) -> None:
    told = problems(marking.run("mark", "none.json"))
    assert told == ["none.json: there is no such file — check the name"]


def test_what_is_missing_or_odd_but_clear_is_marked(marking: Kit) -> None:
    """A missing part is blank; numbers, true and null need no quotes; a number may be absurd."""
    answers = {
        "brk-truefalse": {"verdict": False},
        "brk-short": None,
        "brk-number": 3,
        "brk-date": int("9" * 400),
        "brk-matching": {},
        "brk-open": "",
    }
    marking.write("mine.json", json.dumps({"answers": answers}))
    told = marking.run("mark", "mine.json", "--json")
    assert told.exit_code == 0, told.output
    states = {mark["id"]: mark["state"] for mark in json.loads(told.stdout)["questions"]}
    assert states == {
        "brk-truefalse": "partly",
        "brk-short": "blank",
        "brk-number": "right",
        "brk-date": "wrong",
        "brk-matching": "blank",
        "brk-open": "blank",
    }


@pytest.mark.parametrize("number", ["9" * 5000, "-" + "9" * 5000, "1e999", "NaN", "-Infinity"])
def test_a_number_that_no_machine_holds_is_a_wrong_answer(marking: Kit, number: str) -> None:
    marking.write("mine.json", f'{{"answers": {{"brk-number": {number}, "brk-short": {number}}}}}')
    told = marking.run("mark", "mine.json", "--json")
    assert told.exit_code == 0, told.output
    assert {mark["state"] for mark in json.loads(told.stdout)["questions"]} == {"wrong"}


EVERYWHERE = [
    {"answers": {EVIL: "a"}},
    {"answers": {"brk-single": EVIL}},
    {"answers": {"brk-single": [EVIL, EVIL]}},
    {"answers": {"brk-single": {EVIL: EVIL}}},
    {"answers": {"brk-multiple": [EVIL]}},
    {"answers": {"brk-truefalse": {EVIL: "a"}}},
    {"answers": {"brk-truefalse": {"reason": EVIL}}},
    {"answers": {"brk-matching": {EVIL: "a"}}},
    {"answers": {"brk-matching": {"a": EVIL}}},
    {"answers": {"brk-matching": {"a": [EVIL]}}},
    {"answers": {"brk-steps": [EVIL]}},
    {"answers": {"brk-evidence": [EVIL]}},
    {"answers": {}, "book": EVIL},
    {"answers": {}, "book": [EVIL]},
    {"answers": {}, "bank": EVIL},
    {"answers": {}, "bank": {EVIL: EVIL}},
    {"answers": {}, EVIL: 1},
    {"answers": {}, "versions": EVIL},
]


@pytest.mark.parametrize("data", EVERYWHERE, ids=lambda data: json.dumps(data)[:40])
def test_no_answers_file_steers_the_terminal(marking: Kit, data: dict[str, object]) -> None:
    marking.write("mine.json", json.dumps(data))
    told = marking.run("mark", "mine.json", color=True)  # as in a terminal
    assert len(problems(told)) == 1
    assert harmless(told.output)


def test_no_answer_steers_the_terminal(marking: Kit) -> None:
    """What a student wrote is never repeated, whatever it is."""
    written = ("short", "number", "date", "open")
    answers: dict[str, object] = {f"brk-{type}": EVIL + "zebra" for type in written}
    answers["brk-cloze"] = {"place": EVIL + "zebra"}
    data = {
        "student": EVIL,
        "answers": answers,
        "versions": dict.fromkeys(answers, EVIL),
    }
    # As the page writes it: what JSON need not escape stands as it is.
    marking.write("mine.json", json.dumps(data, ensure_ascii=False))
    for arguments in ([], ["--json"], ["--quiet"]):
        told = marking.run("mark", "mine.json", *arguments, color=True)
        assert told.exit_code == 0, told.output
        assert harmless(told.output)
        assert "zebra" not in told.output


def test_no_file_name_steers_the_terminal(marking: Kit) -> None:
    for name in (f"none{EVIL}.yml", "none\n.json"):
        told = marking.run("mark", name, color=True)
        assert len(problems(told)) == 1
        assert harmless(told.output)


def test_no_bank_turns_the_text_of_a_message_around(marking: Kit) -> None:
    """Control characters are refused in banks; these are not, and may be right in a text."""
    evil, line = "\u202e\u2066x", "id: brk-single\n"
    text = marking.text(BANK)
    for bad in (f"id: {evil}\n", f"{evil}: 1\n  {line}", f"{line}  type: {evil}\n  x-"):
        marking.write(BANK, text.replace(f"{line}  " if bad.endswith("-") else line, bad, 1))
        told = marking.run("check", color=True)
        assert told.exit_code == 2
        assert r"\u202e\u2066x" in told.output
        assert harmless(told.output)
