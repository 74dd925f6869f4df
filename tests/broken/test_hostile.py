"""Hostile content in banks: refused in every text of every type, whichever types there are."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from bookwork.model.markdown import Line, Markdown
from bookwork.model.question import types
from tests.broken.hostile import HOSTILE, LINES, Hostile, Place, Text, replaced, text_fields, texts
from tests.broken.kit import Kit, problems
from tests.types.samples import authored, bank

TAGS = list(types())
OBJECTIVE = ("objective",)
FILE = "exercises/hostile/bank.yml"
KINDS = list({hostile.what: hostile for hostile in reversed(HOSTILE)}.values())
"""One hostile text for each thing that is said."""


def whole(tag: str, id: str = "") -> dict[str, Any]:
    """The sample of a type, with what a question may but need not have."""
    return authored(tag, id, teacher="A note for teachers.")


def places(tag: str) -> list[Text]:
    """Every text in the sample of a type."""
    return list(texts(types()[tag], whole(tag)))


def keys(data: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every key in data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*place, key)
            yield from keys(value, (*place, key))
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from keys(value, (*place, index))


def renamed(data: Any, place: Place, name: str) -> Any:
    """Return data with another key at a place."""
    first, rest = place[0], place[1:]
    if not rest:
        return {name if key == first else key: value for key, value in data.items()}
    return replaced(data, (first,), renamed(data[first], rest, name))


@pytest.mark.parametrize("tag", TAGS)
def test_the_sample_of_a_type_has_every_text_that_the_type_can_have(tag: str) -> None:
    """So what follows reaches them all. A text in no sample: give it to the type's sample."""
    assert {text.field for text in places(tag)} >= text_fields(types()[tag])


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_hostile_text_is_no_text_of_a_bank(hostile: Hostile) -> None:
    class Both(BaseModel):
        text: Markdown | None = None
        line: Line | None = None

    with pytest.raises(ValidationError, match=re.escape(hostile.what)):
        Both(text=hostile.text)
    with pytest.raises(ValidationError, match=f"{re.escape(hostile.what)}|{LINES}"):
        Both(line=hostile.text)
    with pytest.raises(ValidationError):
        Both(text=f"Some words.\n\n{hostile.text}\n\nMore words.")


@pytest.mark.parametrize("tag", TAGS)
def test_no_type_takes_hostile_text_anywhere(tag: str) -> None:
    """Every hostile text, in every text that is parsed and every word that is one of few."""
    data = whole(tag)
    for text in places(tag):
        if text.sort in ("plain", "value"):
            continue  # never parsed: test_second_line.py
        if text.place == OBJECTIVE:
            continue  # any text that is one of the bank's: below
        for hostile in HOSTILE:
            with pytest.raises(ValidationError):
                types()[tag].model_validate(replaced(data, text.place, hostile.text))
    for place in keys(data):
        for hostile in HOSTILE:
            with pytest.raises(ValidationError):
                types()[tag].model_validate(renamed(data, place, hostile.text))


@pytest.mark.parametrize("tag", TAGS)
def test_checking_tells_hostile_text_wherever_it_stands(kit: Kit, tag: str) -> None:
    """Each thing that can be said, of each text of a type: with its line and its question."""
    wanted: dict[str, tuple[Text, str]] = {}
    questions: list[dict[str, Any]] = []
    for text in places(tag):
        # A hostile id or type names no question.
        known = text.sort in ("markdown", "line") or text.place == OBJECTIVE
        for hostile in KINDS if known else ():
            id = f"hx-{len(questions)}"
            what = "there is no objective" if text.place == OBJECTIVE else hostile.what
            wanted[id] = (text, what)
            questions.append(replaced(whole(tag, id), text.place, hostile.text))
    # Through JSON, lest YAML name with an alias what questions share.
    data = json.loads(json.dumps(bank("hostile", *questions)))
    kit.write(FILE, yaml.safe_dump(data, sort_keys=False, width=10_000))
    told = problems(kit.run("check"))
    assert len(told) == len(questions) > 0
    starts = [
        number
        for number, line in enumerate(kit.text(FILE).splitlines(), 1)
        if line.startswith("- id: ")
    ]
    ends = [*starts[1:], 10**9]
    for problem in told:
        found = re.match(rf"{FILE}:([0-9]+): (hx-([0-9]+)): (.*)", problem)
        assert found, problem
        text, what = wanted.pop(found[2])
        assert found[4].startswith((what, LINES) if text.sort == "line" else what), problem
        number = int(found[3])
        assert starts[number] <= int(found[1]) < ends[number], problem
    assert not wanted


def test_a_text_that_shows_nothing_is_none(kit: Kit) -> None:
    """Nothing but a link's target: the page would have a question without a word."""
    asked = authored("single", stem="[a]: https://example.org")
    kit.write(FILE, yaml.safe_dump(json.loads(json.dumps(bank("hostile", asked))), sort_keys=False))
    (told,) = problems(kit.run("check"))
    assert told.startswith(
        f"{FILE}:{kit.line(FILE, '  stem: ')}: smp-single: the text shows nothing"
    )


HARMLESS = [
    "Plain words, 5 < 6 and 7 > 3, {braces}, [brackets] and a $ 5 note.",
    "*Emphasis*, **strong**, `code` and ``co`de``.",
    "Code that looks hostile: `<script>` and `{{ x }}`.",
    "A [link](https://example.org/a_(b)?c=d#e) and [mail](mailto:a@b.example).",
    "{s}`s04` {event}`e050` {commitment}`c01` {cite:p}`wh-spirit` {sub}`2` {abbr}`A (B)`",
    "- a list\n- of two\n\n1. and\n2. numbers",
    "> A quotation of 50 % of it.",
    "```python\n# a comment\nprint('<b>', {{1}})\n```",
    "~~~\n<b> {{ x }}\n~~~",
    "| a | b |\n|---|---|\n| c | d |",
    "日本, 한국, 𝒳, é and “quotes”.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_text_of_a_bank(text: str) -> None:
    class One(BaseModel):
        text: Markdown

    assert One(text=text).text == text
