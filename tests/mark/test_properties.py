"""What holds for every task and every response."""

import json
from itertools import permutations
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bookwork.mark import ResponseError, score
from tests.mark.strategies import ANYTHING, Json, answered, orders, right, tasks

STATES = {"blank", "right", "partly", "wrong", "unmarked"}
UNMARKED = {"survey", "extended"}
GENERIC = {"accepted", "typo", "unreadable", "coarse", "missing", "chained", "otherwise"}


@given(answered())
def test_points_and_states_agree(pair: tuple[Json, Json]) -> None:
    task, response = pair
    mark = score(task, response)
    assert [part["id"] for part in mark["parts"]] == [part["id"] for part in task["parts"]]
    for whole in (mark, *mark["parts"]):
        assert 0 <= whole["earned"] <= whole["possible"]
        assert whole["state"] in STATES
        if whole["state"] in ("blank", "unmarked", "wrong"):
            assert whole["earned"] == 0
    assert mark["earned"] == sum(part["earned"] for part in mark["parts"])
    assert mark["possible"] == sum(part["possible"] for part in mark["parts"])
    if mark["possible"] and mark["state"] != "blank":
        full, some = mark["earned"] == mark["possible"], mark["earned"] > 0
        assert mark["state"] == ("right" if full else "partly" if some else "wrong")


@given(answered())
def test_a_part_says_what_it_is_about(pair: tuple[Json, Json]) -> None:
    task, response = pair
    for part, mark in zip(task["parts"], score(task, response)["parts"], strict=True):
        known = [*part.get("options", []), *part.get("left", [])]
        assert set(mark["marks"]) <= set(known)
        assert set(mark["marks"].values()) <= {"right", "wrong", "missed", "neutral"}
        for code in mark["feedback"]:
            name, colon, which = code.partition(":")
            if name == "option":
                assert which in known
            elif name == "wrong":
                assert int(which) < len(part["wrong"])
            else:
                assert not colon
                assert name in GENERIC
        if mark["state"] == "blank":
            assert mark["feedback"] == []
            assert mark["marks"] == {}


@given(answered())
def test_marking_changes_nothing_and_is_the_same_again(pair: tuple[Json, Json]) -> None:
    before = json.dumps(pair)
    first = score(*pair)
    assert json.dumps(pair) == before
    assert score(*pair) == first
    assert json.loads(json.dumps(first)) == first


@given(tasks())
def test_the_key_earns_everything(task: Json) -> None:
    mark = score(task, {part["id"]: right(part) for part in task["parts"]})
    for part, marked in zip(task["parts"], mark["parts"], strict=True):
        if part["kind"] in UNMARKED:
            assert marked["state"] == "unmarked"
        else:
            assert marked["state"] == "right"
    kinds = {part["kind"] for part in task["parts"]}
    if task["rule"] == "sum" or not kinds & UNMARKED:
        assert mark["earned"] == mark["possible"]


@given(tasks())
def test_no_answer_is_blank_and_earns_nothing(task: Json) -> None:
    mark = score(task, {})
    assert mark["state"] == "blank"
    assert mark["earned"] == 0
    assert score(task, {part["id"]: None for part in task["parts"]}) == mark


@given(pair=answered(), chance=st.randoms(use_true_random=False))
def test_the_order_of_picks_and_pairs_does_not_matter(pair: tuple[Json, Json], chance: Any) -> None:
    task, response = pair
    mixed = dict(response)
    for part in task["parts"]:
        value = mixed.get(part["id"])
        if part["kind"] in ("choice", "spans", "survey") and value:
            mixed[part["id"]] = chance.sample(value, len(value))
        elif part["kind"] == "match" and value:
            mixed[part["id"]] = dict(chance.sample(list(value.items()), len(value)))
    again = dict(chance.sample(list(mixed.items()), len(mixed)))
    assert score(task, again) == score(task, response)


@given(answered())
def test_a_chain_never_gives_more_than_a_sum(pair: tuple[Json, Json]) -> None:
    task, response = pair
    chain = score({**task, "rule": "chain"}, response)
    total = score({**task, "rule": "sum"}, response)
    broken = False
    for ours, theirs in zip(chain["parts"], total["parts"], strict=True):
        lost = broken and theirs["earned"] > 0
        assert ours["earned"] == (0 if lost else theirs["earned"])
        assert ours["feedback"] == [*theirs["feedback"], *(["chained"] if lost else [])]
        assert ours["state"] == theirs["state"]
        assert ours["marks"] == theirs["marks"]
        broken = broken or theirs["state"] != "right"


@settings(max_examples=50)
@given(orders())
def test_orders_are_scored_by_pairs(part: Json) -> None:
    """All orders of a task: the right ones earn all; a swap of free neighbours changes nothing."""
    task = {"rule": "sum", "parts": [{"id": "p", **part}]}
    before = {(a, b) for a, b in part["before"]}
    for order in permutations(part["options"]):
        wanted = sum(order.index(a) < order.index(b) for a, b in before)
        mark = score(task, {"p": list(order)})
        assert mark["earned"] == max(0, 2 * wanted - len(before))
        assert (mark["state"] == "right") == (wanted == len(before))
        for at in range(len(order) - 1):
            a, b = order[at : at + 2]
            if (a, b) not in before and (b, a) not in before:
                swapped = [*order[:at], b, a, *order[at + 2 :]]
                assert score(task, {"p": swapped})["earned"] == mark["earned"]


def refusal(task: Json, response: Any) -> str | None:
    """What the marker says to a response that it refuses; None if it marks it."""
    try:
        score(task, response)
    except ResponseError as reason:
        return str(reason)
    return None


@given(task=tasks(), response=ANYTHING)
def test_nothing_but_a_response_error_is_raised_for_the_whole(task: Json, response: Any) -> None:
    said = refusal(task, response)
    assert said != ""
    assert isinstance(response, dict) or said


@settings(max_examples=300)
@given(task=tasks(), data=st.data())
def test_nothing_but_a_response_error_is_raised_for_a_part(task: Json, data: st.DataObject) -> None:
    assert refusal(task, {part["id"]: data.draw(ANYTHING) for part in task["parts"]}) != ""


@given(task=tasks(), stray=st.text())
def test_a_part_that_is_not_there_is_refused(task: Json, stray: str) -> None:
    assume(stray not in {part["id"] for part in task["parts"]})
    assert refusal(task, {stray: None}) == f"there is no part '{stray}'"
