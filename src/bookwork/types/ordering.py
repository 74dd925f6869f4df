"""Ordering: put steps in order, as far as the facts fix one."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Name, escape
from bookwork.model.primitives import Option, Order
from bookwork.model.question import EvidenceId, Example, Question
from bookwork.types._shared import Options, check_distinct, check_keys, lowered

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Ordering(Question):
    """Steps to be put in order; pairs that the facts leave open may stand either way."""

    summary: ClassVar[str] = "Put steps in order"
    credit: ClassVar[str] = (
        "1 point for each two steps that must come in order; each such two the wrong way round"
        " takes one back, never below 0."
    )
    sample: ClassVar[dict[str, Any]] = {
        "items": {
            "a": {"text": "Phnom Penh Statement", "feedback": "November 2022."},
            "b": {"text": "Camp David summit", "feedback": "August 2023."},
            "c": {"text": "Lima meeting", "feedback": "November 2024."},
        },
    }

    type: Literal["ordering"] = "ordering"
    items: Options | None = Field(None, description="The steps, each with feedback.")
    before: tuple[tuple[Name, Name], ...] | None = Field(
        None, description="Pairs [a, b] in which a comes first; by default the order written."
    )
    events: tuple[EvidenceId, ...] | None = Field(
        None, min_length=2, max_length=10, description="Or events, ordered by their dates."
    )

    @model_validator(mode="after")
    def _check(self) -> Ordering:
        if (self.items is None) == (self.events is None):
            raise ValueError("an ordering needs either 'items' or 'events' — give one of them")
        if self.events is not None:
            if self.before is not None:
                raise ValueError("'before' goes with 'items' — the events' dates give the order")
            if len(set(self.events)) < len(self.events):
                raise ValueError("an event stands twice — name each once")
        if self.items is not None:
            check_distinct({id: option.text for id, option in self.items.items()}, "items")
            for pair in self.before or ():
                check_keys(pair, self.items, "step")
            _closed(self.items, self.before or ())
        return self

    def lower(self, seeds: Seeds) -> Item:
        """Return the item: one order; ValueError if an event is unknown or nothing is ordered."""
        if self.items is not None:
            names = list(self.items)
            written = pairwise(names)
            order = Order(
                lowered(self.items),
                _closed(names, self.before if self.before is not None else written),
            )
        else:
            order = _by_date(self.events or (), seeds)
        if not order.before:
            raise ValueError("no two of these must come in order — choose others")
        return self.item(Part("answer", order))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"answer": ["a", "b", "c"]}, 3, "right"),
            Example({"answer": ["b", "a", "c"]}, 1, "two of three in order, one taken back"),
            Example({"answer": ["c", "b", "a"]}, 0, "backwards"),
        )


def _closed(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return a partial order's transitive closure, sorted; ValueError (what — mend) on a cycle."""
    earlier: dict[str, set[str]] = {name: set() for name in names}
    for first, second in pairs:
        earlier[second].add(first)
    try:
        for name in TopologicalSorter(earlier).static_order():
            earlier[name] |= {e for step in list(earlier[name]) for e in earlier[step]}
    except CycleError as reason:
        circle = " → ".join(reason.args[1])
        raise ValueError(f"the order runs in a circle ({circle}) — drop one pair") from None
    return tuple(sorted((a, b) for b, befores in earlier.items() for a in befores))


def _by_date(ids: tuple[str, ...], seeds: Seeds) -> Order:
    """Return an order of events in which a comes before b only if their dates say so."""
    for id in ids:
        if id not in seeds.events:
            raise ValueError(f"there is no event '{id}' — see seeds/events.yml")
    events = [seeds.events[id] for id in ids]
    options = tuple(
        Option(event.id, escape(event.title), f"{event.date.words()}.") for event in events
    )
    pairs = ((a.id, b.id) for a in events for b in events if a.date.before(b.date))
    return Order(options, tuple(sorted(pairs)))
