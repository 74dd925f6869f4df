"""A version: the same questions with what they offer in another order, for the next seat.

Version A is the book as written. In B to Z the options of choices and the left sides of matches
are shuffled, and what is shuffled in A comes out in another order; ids, keys and feedback go with
their options. What stands in an order that means something stays: true and false, scales and boxes,
letters on a map, sentences of a passage.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bookwork.model.bank import Bank
from bookwork.model.item import Item, Part
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Option,
    Order,
    Primitive,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.shuffle import AS_WRITTEN, shuffled

FIRST = "A"
VERDICTS = frozenset({"true", "false"})


def bank_in_version(bank: Bank, version: str) -> Bank:
    """Return a bank as a version has it."""
    if version == FIRST:
        return bank
    entries = {
        id: replace(entry, item=in_version(entry.item, version))
        for id, entry in bank.entries.items()
    }
    return replace(bank, entries=entries)


def in_version(item: Item, version: str) -> Item:
    """Return an item as a version has it."""
    if version == FIRST:
        return item
    seed = f"{item.id} {version}"
    return replace(item, parts=tuple(_part(item, part, seed) for part in item.parts))


def _part(item: Item, part: Part, seed: str) -> Part:
    task: Primitive = part.task
    match task:
        case Choice():
            if {option.id for option in task.options} != VERDICTS:
                task = replace(task, options=_mixed(task.options, seed))
        case Match():
            right = task.right if item.look in AS_WRITTEN else _mixed(task.right, seed)
            task = replace(task, left=_mixed(task.left, seed), right=right)
        case Order():
            task = replace(task, options=_mixed(task.options, seed))
        case Survey() | Region() | Spans() | Text() | Numeric() | Extended():
            pass
        case _:
            assert_never(task)
    return replace(part, task=task)


def _mixed(options: tuple[Option, ...], seed: str) -> tuple[Option, ...]:
    """Return options in an order that differs from the one they had, if there are two or more."""
    ids = [option.id for option in options]
    for attempt in range(20):
        mixed = tuple(shuffled(options, f"{seed} {attempt}"))
        if [option.id for option in mixed] != ids:
            return mixed
    return options
