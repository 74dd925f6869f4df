"""The balance of the banks: objectives by levels, types, choice and recall, and what is missing.

The rules are the book's own (README, “Write a question”): enough questions a chapter, many types,
not too much choice or recall, every objective served, feedback for everything a reader can choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never, get_args

from bookwork.model.bank import Bank
from bookwork.model.errors import Problem, relative
from bookwork.model.item import Item, Part
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
from bookwork.model.question import Level
from bookwork.model.seeds import Seeds

LEVELS: tuple[str, ...] = get_args(Level)
CHOICE = ("single", "multiple", "truefalse")
"""The types whose every task is to choose among options."""
KEYED_A_BANK, KEYED, TYPES, A_OBJECTIVE = 40, 120, 14, 3
MOST_CHOICE, MOST_RECALL = 0.5, 0.4
GIVEAWAY = 1.6
"""A key so many times as long as the mean of its distractors gives itself away."""


def is_keyed(item: Item) -> bool:
    """Return whether a machine can score some part of an item."""
    return any(not isinstance(part.task, Survey | Extended) for part in item.parts)


@dataclass(frozen=True)
class Row:
    """An objective and how many keyed questions of each level serve it."""

    bank: str
    objective: str
    text: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All its questions."""
        return sum(self.counts.values())


def matrix(banks: Mapping[str, Bank]) -> list[Row]:
    """Return a row for each objective, in the order of the banks."""
    rows = []
    for bank in banks.values():
        for objective, text in bank.objectives.items():
            mine = (i for i in bank.items if i.objective == objective and is_keyed(i))
            levels = Counter(item.level for item in mine)
            counts = {level: levels[level] for level in LEVELS}
            rows.append(Row(bank.id, objective, text, counts))
    return rows


def keyed(banks: Mapping[str, Bank]) -> list[Item]:
    """Return every item that a machine can score."""
    return [item for bank in banks.values() for item in bank.items if is_keyed(item)]


def share(items: list[Item], found: int) -> float:
    """Return a share of items (0–1); of none it is 0."""
    return found / len(items) if items else 0.0


def key_positions(banks: Mapping[str, Bank]) -> Counter[str]:
    """Return how often each letter is right in questions with one right option or several."""
    found: Counter[str] = Counter()
    for item in keyed(banks):
        task = item.parts[0].task
        if item.type in ("single", "multiple") and isinstance(task, Choice):
            ids = [option.id for option in task.options]
            found.update("ABCDEFGHIJKL"[ids.index(right)] for right in task.key)
    return found


def gaps(part: Part) -> Iterator[str]:
    """Yield what a reader may answer in a part without being told why."""
    task = part.task
    match task:
        case Choice() | Spans() | Order():
            # An order's steps get their words from the events' dates.
            yield from (option.id for option in task.options if not option.feedback)
        case Region():
            yield from (area.id for area in task.areas if not area.feedback)
        case Match():
            yield from (option.id for option in task.left if not option.feedback)
        case Text() | Numeric():
            yield from () if task.otherwise else ("another answer",)
        case Survey() | Extended():
            return
        case _:
            assert_never(task)


def broken_rules(seeds: Seeds, banks: Mapping[str, Bank]) -> Iterator[str]:
    """Yield each rule of balance that the banks break."""
    items = keyed(banks)
    for bank in banks.values():
        count = sum(map(is_keyed, bank.items))
        if count < KEYED_A_BANK:
            yield f"the bank '{bank.id}' has {count} keyed questions, {KEYED_A_BANK} are wanted"
    if len(items) < KEYED:
        yield f"there are {len(items)} keyed questions, {KEYED} are wanted"
    kinds = len({item.type for bank in banks.values() for item in bank.items})
    if kinds < TYPES:
        yield f"there are {kinds} types, {TYPES} are wanted"
    choice = share(items, sum(item.type in CHOICE for item in items))
    if choice > MOST_CHOICE:
        yield f"{choice:.0%} are choice, {MOST_CHOICE:.0%} is the most"
    recall = share(items, sum(item.level == "recall" for item in items))
    if recall > MOST_RECALL:
        yield f"{recall:.0%} are recall, {MOST_RECALL:.0%} is the most"
    for row in matrix(banks):
        if row.total < A_OBJECTIVE:
            yield f"the objective {row.objective} has {row.total} questions, 3 are wanted"
    for item in items:
        for part in item.parts:
            for name in gaps(part):
                yield f"{item.id}: no feedback for '{name}' of '{part.id}'"
    used = {id for bank in banks.values() for item in bank.items for id in item.evidence}
    for sentence in seeds.article.sentences:
        if sentence.paragraph and sentence.id not in used:
            yield f"no question uses the sentence {sentence.id}"


def advice(banks: Mapping[str, Bank]) -> Iterator[Problem]:
    """Yield what good item-writing would change: keys that give themselves away, twin stems."""
    stems: dict[str, str] = {}
    for bank in banks.values():
        for id, entry in bank.entries.items():
            item = entry.item
            twin = stems.setdefault(f"{item.stem}|{item.passage}", id)
            generic = item.type in ("poll", "ticket")
            if twin != id and not generic:
                yield _advice(bank, entry.line, id, f"the stem is that of {twin}", "say it apart")
            task = item.parts[0].task
            if item.type != "single" or not isinstance(task, Choice):
                continue
            lengths = {option.id: len(option.text) for option in task.options}
            key = lengths.pop(task.key[0])
            mean = sum(lengths.values()) / len(lengths)
            if key > GIVEAWAY * mean:
                what = f"the key has {key} letters, a distractor {mean:.0f} on average"
                yield _advice(bank, entry.line, id, what, "make them alike in length")
            for option in task.options:
                if option.text.casefold().startswith(("all of the", "none of the")):
                    what = f"the option '{option.id}' is about the others"
                    yield _advice(bank, entry.line, id, what, "offer an answer of its own")


def _advice(bank: Bank, line: int, id: str, what: str, mend: str) -> Problem:
    return Problem(relative(bank.path), line, id, what, mend)
