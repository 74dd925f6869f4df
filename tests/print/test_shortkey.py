"""The short key: written on paper as it stands, it earns every point."""

import re
from string import ascii_uppercase
from typing import Any

import pytest

from bookwork.mark.score import score
from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.shuffle import partners, shuffled
from bookwork.model.version import in_version
from bookwork.print.shortkey import short_answer, short_key
from tests.support.leaks import banks

ITEMS = [item for bank in banks() for item in bank.items]


def read(item: Item, part: Part, written: str) -> Any:
    """What somebody's pencil has answered, by the letters and boxes of the paper."""
    task = part.task
    written = re.sub(r" \((or|also) .*\)$", "", written)
    match task:
        case Choice() if item.passage:
            return [next(each.id for each in task.options if plain(each.text) == written)]
        case Choice(options=options) | Region(areas=options):
            return [options[ascii_uppercase.index(letter)].id for letter in written.split()]
        case Spans():
            return written.split()
        case Match():
            right = partners(item, task)
            pairs = [pair.split() for pair in written.split(" · ")]
            return {
                task.left[int(number) - 1].id: right[ascii_uppercase.index(letter)].id
                for number, letter in pairs
            }
        case Order():
            printed = shuffled(task.options, item.id, task.before)
            boxes = zip(map(int, written.split()), printed, strict=True)
            return [option.id for _rank, option in sorted(boxes, key=lambda pair: pair[0])]
        case Text() | Numeric():
            return written
        case _:
            pytest.fail(f"{item.id}: nothing is written for a {task}")


@pytest.mark.parametrize("version", ["A", "B"])
def test_what_the_key_says_earns_every_point(version: str) -> None:
    keyed = 0
    for original in ITEMS:
        item = in_version(original, version)
        response = {}
        for part in item.parts:
            if answer := short_answer(item, part):
                response[part.id] = read(item, part, answer)
        if not response:
            assert all(isinstance(part.task, Extended | Survey) for part in item.parts), item.id
            continue
        keyed += 1
        mark = score(item.task(), response)
        assert mark["earned"] == mark["possible"] > 0, (item.id, response, mark)
    assert keyed > 125


def test_a_question_of_several_parts_names_them() -> None:
    several = [item for item in ITEMS if len(item.parts) > 1 and short_key(item)]
    assert len(several) > 20
    for item in several:
        names = [
            piece.rpartition(": ")[0] for piece in short_key(item).split(" · ") if ": " in piece
        ]
        assert len(names) >= 2, short_key(item)
    gaps = next(item for item in several if item.passage)
    assert short_key(gaps).startswith("1: ")


def test_it_says_what_else_is_taken() -> None:
    told = 0
    for item in ITEMS:
        for part in item.parts:
            others = part.task.accept[1:] if isinstance(part.task, Text) else ()
            others += part.task.also if isinstance(part.task, Spans) else ()
            for other in others:
                assert other in short_key(item), item.id
                told += 1
    assert told > 20


def test_markdown_does_not_show() -> None:
    assert not [item.id for item in ITEMS if set("*`{") & set(short_key(item))]
