"""Versions: the same questions and keys, what they offer in another order."""

import pytest

from bookwork.model.bank import Bank
from bookwork.model.item import Item
from bookwork.model.primitives import Choice, Match, Order, Region, Spans, Survey
from bookwork.model.shuffle import partners
from bookwork.model.version import bank_in_version, in_version
from tests.support.leaks import banks

ITEMS = [item for bank in banks() for item in bank.items]


def orders(item: Item) -> list[list[str]]:
    """The ids of what an item offers, in order."""
    found: list[list[str]] = []
    for part in item.parts:
        match part.task:
            case Choice(options=offered) | Spans(options=offered) | Order(options=offered):
                found.append([option.id for option in offered])
            case Survey(options=offered) | Region(areas=offered):
                found.append([option.id for option in offered])
            case Match(left=left):
                found += [
                    [option.id for option in left],
                    [option.id for option in partners(item, part.task)],
                ]
            case _:
                pass
    return found


def test_version_a_is_the_book_as_written() -> None:
    assert all(in_version(item, "A") is item for item in ITEMS)
    bank = banks()[0]
    assert bank_in_version(bank, "A") is bank


@pytest.mark.parametrize("bank", banks(), ids=lambda bank: bank.id)
def test_a_version_offers_the_same_with_the_same_keys(bank: Bank) -> None:
    other = bank_in_version(bank, "B")
    assert list(other.entries) == list(bank.entries)
    for before, after in zip(bank.items, other.items, strict=True):
        assert [sorted(ids) for ids in orders(after)] == [sorted(ids) for ids in orders(before)]
        for one, two in zip(before.parts, after.parts, strict=True):
            assert getattr(one.task, "key", None) == getattr(two.task, "key", None)
            assert one.id == two.id
        assert after.stem == before.stem


def test_most_orders_differ_between_versions_and_none_by_chance() -> None:
    choices = [item for item in ITEMS if item.type in ("single", "multiple", "matching")]
    assert len(choices) > 30
    for item in choices:
        assert orders(in_version(item, "B")) != orders(item), item.id
        assert orders(in_version(item, "B")) == orders(in_version(item, "B"))
    several = [orders(in_version(item, "B")) != orders(in_version(item, "C")) for item in choices]
    assert sum(several) > len(several) * 0.8


def test_what_stands_in_an_order_that_means_something_stays() -> None:
    kept = 0
    for item in ITEMS:
        changed = in_version(item, "B")
        for before, after in zip(item.parts, changed.parts, strict=True):
            match before.task, after.task:
                case (Spans(), _) | (Region(), _) | (Survey(), _):
                    assert before.task == after.task
                    kept += 1
                case (Choice() as one, Choice() as two) if {o.id for o in one.options} == {
                    "true", "false",
                }:  # fmt: skip
                    assert one.options == two.options
                    kept += 1
                case (Match() as one, Match() as two) if item.look in ("grid", "categories"):
                    assert one.right == two.right
                    kept += 1
    assert kept > 20
