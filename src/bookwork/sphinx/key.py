"""A question's key in words: the right answer, and the names of its parts."""

from __future__ import annotations

from string import ascii_uppercase
from typing import assert_never

from bookwork.model.item import Item, Part
from bookwork.model.markdown import escape
from bookwork.model.partialdate import PartialDate
from bookwork.model.primitives import (
    Choice,
    Extended,
    Foreseen,
    Match,
    Numeric,
    Option,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.strings import text as _


def foreseen_words(wrong: tuple[Foreseen, ...]) -> list[tuple[str, str, str]]:
    """Return foreseen wrong answers as feedback code, name, and what to say."""
    return [
        (f"wrong:{number}", " / ".join(map(escape, foreseen.answers)), foreseen.feedback)
        for number, foreseen in enumerate(wrong)
    ]


def part_name(item: Item, part: Part) -> str:
    """Return what a part of several is called: its prompt, or the number of its gap."""
    number = [each.id for each in item.parts].index(part.id) + 1
    return part.prompt.rstrip(" …?.") or f"{_('gap')} {number}"


def scale_words(task: Numeric) -> str:
    """Return what a date must give."""
    return {
        "number": "",
        "year": _("the year"),
        "month": _("month and year"),
        "day": _("day, month and year"),
    }[task.scale]


def answer_words(item: Item, part: Part) -> str | None:
    """Return the right answer in Markdown; None for one that only a reader can judge."""
    task = part.task
    match task:
        case Choice() if item.look == "wordbank":  # its words stand in a list without letters
            return "; ".join(option.text for option in task.options if option.id in task.key)
        case Choice():
            return _lettered(task.options, task.key)
        case Region():
            return _lettered(task.areas, (task.key,))
        case Spans():
            return ", ".join(task.key)
        case Match():
            left = {option.id: number for number, option in enumerate(task.left, 1)}
            right = {option.id: option.text for option in task.right}
            return "; ".join(f"{left[a]}: {right[b]}" for a, b in task.key)
        case Order():
            return " → ".join(option.text for option in in_order(task))
        case Text():
            return escape(task.accept[0])
        case Numeric():
            unit = f" {escape(task.units[0])}" if task.units else ""
            off = "" if task.tolerance == "0" else f" ({_('give or take')} {task.tolerance})"
            return f"{number_words(task)}{unit}{off}"
        case Survey() | Extended():
            return None
        case _:
            assert_never(task)


def _lettered(options: tuple[Option, ...], key: tuple[str, ...]) -> str:
    """Return the right options, each behind its letter."""
    letters = zip(ascii_uppercase, options, strict=False)
    return "; ".join(f"{letter}. {option.text}" for letter, option in letters if option.id in key)


def number_words(task: Numeric) -> str:
    """Return a number as written, or a date in words."""
    return task.value if task.scale == "number" else PartialDate.parse(task.value).words()


def in_order(task: Order) -> list[Option]:
    """Return the options in an order that is right; what is free stays as written."""
    earlier = {option.id: sum(b == option.id for _a, b in task.before) for option in task.options}
    return sorted(task.options, key=lambda option: earlier[option.id])
