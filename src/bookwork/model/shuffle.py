"""Shuffled options: one order that paper, page, key and terminal agree on."""

from __future__ import annotations

import random
from collections.abc import Iterable

from bookwork.model.item import Item
from bookwork.model.primitives import Match, Option

AS_WRITTEN = ("categories", "grid")
"""Looks of a match whose right side is a scale or a set of boxes: its order means something."""


def shuffled(
    options: Iterable[Option], seed: str, before: tuple[tuple[str, str], ...] = ()
) -> list[Option]:
    """Return options in an order that the seed fixes and that is not already right.

    `before` are the pairs that must stand in order to be right; the order stays the same from
    build to build.
    """
    chance = random.Random(seed)
    mixed = list(options)
    for _attempt in range(20):
        chance.shuffle(mixed)
        place = {option.id: number for number, option in enumerate(mixed)}
        if not before or any(place[a] > place[b] for a, b in before):
            break
    return mixed


def partners(item: Item, task: Match) -> list[Option]:
    """Return the right side of a match in the order in which it is shown."""
    return list(task.right) if item.look in AS_WRITTEN else shuffled(task.right, item.id)
