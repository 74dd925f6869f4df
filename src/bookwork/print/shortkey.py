"""The short key: what a student writes on paper when an answer is right, as short as it can be.

Letters, numbers in boxes, words in gaps, and what else is taken: a stack of papers is marked with
these alone.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import assert_never

from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Option,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.shuffle import partners, shuffled
from bookwork.sphinx.key import answer_words, in_order, part_name
from bookwork.strings import text as _

BETWEEN = " · "


def short_key(item: Item) -> str:
    """Return the right answer of an item; empty for one that only a reader can judge."""
    several = len(item.parts) > 1
    found = []
    for number, part in enumerate(item.parts, 1):
        answer = short_answer(item, part)
        if answer:
            name = str(number) if item.passage else part_name(item, part)
            found.append(f"{name}: {answer}" if several else answer)
    return BETWEEN.join(found)


def short_answer(item: Item, part: Part) -> str:
    """Return what is written for one part."""
    task = part.task
    match task:
        case Choice() if item.passage:
            return " / ".join(plain(each.text) for each in task.options if each.id in task.key)
        case Choice():
            return _letters(task.options, task.key)
        case Region():
            return _letters(task.areas, (task.key,))
        case Spans():
            return _or(" ".join(task.key), task.also, _("also"))
        case Match():
            number = {option.id: str(place) for place, option in enumerate(task.left, 1)}
            letters = zip(ascii_uppercase, partners(item, task), strict=False)
            letter = {option.id: sign for sign, option in letters}
            key = sorted(task.key, key=lambda pair: int(number[pair[0]]))
            return BETWEEN.join(f"{number[left]} {letter[right]}" for left, right in key)
        case Order():
            rank = {option.id: place for place, option in enumerate(in_order(task), 1)}
            return " ".join(
                str(rank[option.id]) for option in shuffled(task.options, item.id, task.before)
            )
        case Text():
            return _or(task.accept[0], task.accept[1:], _("or"))
        case Numeric():
            return plain(answer_words(item, part) or "")
        case Survey() | Extended():
            return ""
        case _:
            assert_never(task)


def _or(answer: str, others: tuple[str, ...], name: str) -> str:
    """Return an answer, and in brackets what is taken as well."""
    return f"{answer} ({name} {', '.join(others)})" if others else answer


def _letters(options: tuple[Option, ...], key: tuple[str, ...]) -> str:
    letters = zip(ascii_uppercase, options, strict=False)
    return " ".join(sign for sign, option in letters if option.id in key)
