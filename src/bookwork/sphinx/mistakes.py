"""A question's wrong answers in words, each with what is said to it; and its right ones."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import assert_never

from bookwork.model.item import Item, Part
from bookwork.model.markdown import escape
from bookwork.model.partialdate import PartialDate
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
from bookwork.sphinx.key import answer_words
from bookwork.strings import text as _


def lettered(options: tuple[Option, ...]) -> Iterator[tuple[str, Option]]:
    """Yield options with the letters that stand before them in the page."""
    yield from zip(ascii_uppercase, options, strict=False)


def right_answers(item: Item, part: Part) -> list[str]:
    """Return a part's right answers in Markdown, a line each; none if only a reader can judge."""
    task = part.task
    match task:
        case Match():
            left = {option.id: option.text for option in task.left}
            right = {option.id: option.text for option in task.right}
            return [f"{left[a]} → {right[b]}" for a, b in task.key]
        case Spans():
            return [", ".join(f"{{s}}`{id}`" for id in task.key)]
        case Choice() | Region() | Order() | Text() | Numeric() | Survey() | Extended():
            words = answer_words(item, part)
            return [] if words is None else [words]
        case _:
            assert_never(task)


def mistakes(item: Item, part: Part) -> list[tuple[str, str]]:
    """Return wrong answers to a part with what is said to each, both in Markdown."""
    task = part.task
    match task:
        case Choice() if item.look == "wordbank":
            wrong: dict[str, list[str]] = {}  # most words are told the same
            for option in task.options:
                if option.id not in task.key:
                    wrong.setdefault(option.feedback, []).append(option.text)
            return [(", ".join(words), said) for said, words in wrong.items()]
        case Choice():
            return _unkeyed(task.options, task.key)
        case Region():
            return _unkeyed(task.areas, (task.key,))
        case Spans():
            neither = {*task.key, *task.also}
            return [
                (f"{{s}}`{option.id}`", option.feedback)
                for option in task.options
                if option.id not in neither
            ]
        case Match():
            partners = {right for _left, right in task.key}
            spare = [option for option in task.right if option.id not in partners]
            return [(option.text, option.feedback) for option in spare if option.feedback]
        case Text() | Numeric():
            dated = isinstance(task, Numeric) and task.scale != "number"
            foreseen = [
                (" / ".join(_date(each) if dated else escape(each) for each in wrong.answers),
                 wrong.feedback)
                for wrong in task.wrong
            ]  # fmt: skip
            return [*foreseen, *([(_("Anything else"), task.otherwise)] if task.otherwise else [])]
        case Order() | Survey() | Extended():
            return []
        case _:
            assert_never(task)


def remarks(part: Part) -> list[tuple[str, str]]:
    """Return things to pair or to put in order, with what is said to one that is out of place."""
    task = part.task
    if not isinstance(task, Match | Order):
        return []
    things = task.left if isinstance(task, Match) else task.options
    return [(option.text, option.feedback) for option in things if option.feedback]


def _unkeyed(options: tuple[Option, ...], key: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the options that are not right, with their letters and feedback."""
    return [
        (f"{letter}. {option.text}", option.feedback)
        for letter, option in lettered(options)
        if option.id not in key
    ]


def _date(written: str) -> str:
    """Return a wrong date in words, or as its author wrote it."""
    try:
        return PartialDate.parse(written).words()
    except ValueError:
        return escape(written)
