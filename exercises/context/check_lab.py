"""Checks of the lab Context: each looks at what a student's code has made."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from itertools import pairwise
from typing import Any

from bookwork.lab import Answer, checks, evaluate
from bookwork.labcode import given, named
from bookwork.timeline import (
    Days,
    Event,
    count_by,
    days_between,
    find,
    in_order,
    load_events,
    select,
)

THREE = {"JP", "KR", "US"}
IN_STORY, LEANING = 5, 4
PAIRS = {  # which two events each answer compares, and which of them might have come first
    "missile_first": ["e037", "e041"],
    "plan_first": ["e041", "e036"],
    "trade_first": ["e031", "e032"],
}
# Of the events that name Japan and South Korea alone, those on which both governments agreed, or in
# which one of them said or did something for better ties. Some are disputed themselves; a story
# needs one of them to be about a way to each other. What remains are the treaties of 1905 and 1910,
# a survivor's own words, court rulings, a foundation's end, a dispute at sea, and limits of trade.
STEPS = {
    *("e010", "e012", "e015", "e020", "e022", "e035"),
    *("e041", "e043", "e044", "e046", "e049"),
}


def listed() -> list[Event]:
    """Every event on the list."""
    return load_events("events.csv")


def before_the_summit() -> list[Event]:
    """The events before the day of Camp David: what the first cell calls `road`."""
    return select(listed(), end="2023-08-17")


@checks("ctx-lab-wait")
def wait(answer: Answer) -> None:
    """From the first meeting of the three leaders on the list to Camp David."""
    events = listed()
    camp_david = find(events, "e050")
    right = days_between(find(events, "e013"), camp_david)
    mine = answer.value("wait")
    if mine == days_between(find(events, "e018"), camp_david):
        answer.wrong("still-hague")
    if mine == days_between(find(events, "e010"), camp_david):
        answer.wrong("two-only")
    if mine == days_between(find(events, "e018"), find(events, "e013")):
        answer.wrong("other-end", got=str(mine))
    if isinstance(mine, Days) and mine.most < 0:
        answer.wrong("backwards", got=str(mine))
    if mine != right:
        answer.wrong("other-start", got=str(mine))
    if isinstance(answer.names.get("most"), Days):
        answer.wrong("whole-range", got=str(answer.names["most"]))
    if isinstance(answer.names.get("most"), tuple):
        answer.wrong("comma")
    most = answer.value("most", int)
    if most == right.least:
        answer.wrong("smaller", got=most)
    if 0 < most < 100:
        answer.wrong("years", got=most)
    if most != right.most:
        answer.wrong("not-there", got=most)


@checks("ctx-lab-push")
def push(answer: Answer) -> None:
    """Which of two events came first: yes, no, or the dates cannot tell."""
    found = {name: answer.value(name, bool, type(None)) for name in PAIRS}
    ids = {event.id for event in listed()}
    lines = ast.parse(answer.code).body
    for name, pair in PAIRS.items():
        value, above = given(name, lines)
        if isinstance(value, ast.Constant):
            answer.wrong("typed", name=name)
        compared = named(value, above, ids) if value else []  # empty if the code does not show it
        if set(compared) - set(pair) or len(compared) > len(set(compared)) == 1:
            answer.wrong("other-events", name=name)
        asks = isinstance(value, ast.Call) and ast.unparse(value.func) == "happened_before"
        if asks and compared == pair[::-1]:
            answer.wrong("turned", name=name)
        if name == "trade_first":
            continue
        if found[name] is not (name == "missile_first"):
            answer.wrong("other-answer", name=name, got=found[name])
    if found["trade_first"] is True:
        answer.wrong("first-of-month")
    if found["trade_first"] is False:
        answer.wrong("not-false")


@checks("ctx-lab-gap")
def gap(answer: Answer) -> None:
    """The longest gap between neighbours among the events that name all three countries."""
    road = before_the_summit()
    three = in_order(select(road, country="JP KR US"))
    gaps = [days_between(a, b) for a, b in pairwise(three)]
    longest = max(each.least for each in gaps)
    start = three[[each.least for each in gaps].index(longest)]
    mine = answer.value("longest", int)
    if mine == 0:
        answer.wrong("still-zero")
    if mine == gaps[-1].least:
        answer.wrong("last", got=mine)
    if mine == gaps[0].least:
        answer.wrong("first", got=mine)
    if mine in [each.most for each in gaps if each.most != each.least]:
        answer.wrong("most", got=mine)
    if mine == max(days_between(a, b).least for a, b in pairwise(in_order(road))):
        answer.wrong("whole-road", got=mine)
    if mine > longest:
        answer.wrong("sum", got=mine)
    if mine != longest:
        answer.wrong("no-gap", got=mine)
    starts = answer.value("starts")
    if starts is None:
        answer.wrong("not-set")
    if isinstance(starts, str):
        answer.wrong("only-words", got=starts)
    if isinstance(starts, list | tuple) and not isinstance(starts, Days):
        answer.wrong("no-event", got=f"{len(starts)} things at once")
    if not isinstance(starts, Event):
        answer.wrong("no-event", got=starts)
    if starts == three[three.index(start) + 1]:
        answer.wrong("far-end", got=starts.title)
    if starts != start:
        answer.wrong("elsewhere", got=starts.title)
    other = made("2001-01-01", "2001-01-06", "2001-01-09", "2001-01-18", "2001-01-20")
    names = used_on(other, answer)
    if names and names.get("longest") != 9:
        answer.wrong("this-list", got=names.get("longest"))
    if names and names.get("starts") != other[2]:
        answer.wrong("this-start")


def made(*dates: str) -> list[Event]:
    """Events with these dates, made up for a check."""
    return [
        Event(f"m{number}", date, "Made up", countries=("JP", "KR", "US"))
        for number, date in enumerate(dates, 1)
    ]


def used_on(events: list[Event], answer: Answer) -> dict[str, Any]:
    """What an answer's code makes of another road; nothing if it does not go through that."""
    known = listed() + events
    names = {
        **answer.names,
        "events": list(events),
        "road": list(events),
        "find": lambda _events, event_id: find(known, event_id),  # so that it may still name one
    }
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            evaluate(answer.code, names)
        takes = all(each in events for each in names["three"])
    except Exception:  # it is made for the road alone, but was right there
        return {}
    return names if takes else {}


def listing(found: list[Any]) -> str:
    """A list as a message shows it: its first things, however many it has."""
    more = ", …" if len(found) > 6 else ""
    return f"[{', '.join(map(repr, found[:6]))}{more}]"


def is_function(node: ast.AST, name: str) -> bool:
    """Whether code makes the function of this name."""
    return isinstance(node, ast.FunctionDef) and node.name == name


def appends(node: ast.AST | None) -> bool:
    """Whether code uses `append` on something."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".append")


@checks("ctx-lab-quiet")
def quiet(answer: Answer) -> None:
    """A function for the decades without an event."""
    quiet_decades = answer.function("quiet_decades")
    nodes = list(ast.walk(ast.parse(answer.code)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    inside = [
        each for node in nodes if is_function(node, "quiet_decades") for each in ast.walk(node)
    ]
    if any(isinstance(node, ast.Return) and appends(node.value) for node in inside):
        answer.wrong("return-append")
    dates = ("1801", "1834-05", "1836-05-09")
    found = quiet_decades(made(*dates))
    if isinstance(found, int):
        answer.wrong("how-many", got=found)
    if not isinstance(found, list):
        answer.wrong("not-list", got=found)
    found = list(found)
    if len(quiet_decades(made(*dates))) > len(found):
        answer.wrong("remembers", got=listing(quiet_decades(made(*dates))))
    if sorted(map(str, found)) != ["1810s", "1820s"]:
        loops = [node for node in nodes if isinstance(node, ast.For | ast.While)]
        if any(isinstance(node, ast.Return) for loop in loops for node in ast.walk(loop)):
            answer.wrong("early", got=listing(found))
        if found and all(isinstance(each, int) for each in found):
            answer.wrong("numbers", got=listing(found))
        counts = count_by(before_the_summit(), "decade")
        if found == [name for name, many in counts.items() if many == 0]:
            answer.wrong("own-list")
        if found and all(isinstance(each, str) and len(each) == 1 for each in found):
            answer.wrong("letters", got=listing(found))
        if len(found) > 1 and found == [found[0]] * len(found) and found[0] in names:
            answer.wrong("quoted", got=found[0])
        if len(found) > 1 and found == [found[0]] * len(found):
            answer.wrong("same-text", got=found[0])
        if found == ["1800s", "1830s"]:
            answer.wrong("busy", got=listing(found))
        if found == ["1800s", "1810s", "1820s"]:
            answer.wrong("one-event", got=listing(found))
        if found in (["1810s"], ["1820s"]):
            answer.wrong("only-one", got=listing(found))
        if not found:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                answer.names["quiet_decades"](made(*dates))
            if out.getvalue().strip() and not any(map(appends, inside)):
                answer.wrong("shows")
            asked = [node for node in inside if isinstance(node, ast.Compare)]
            sides = [each for node in asked for each in (node.left, *node.comparators)]
            if any(isinstance(each, ast.Name) and each.id == "decade" for each in sides):
                answer.wrong("asks-decade")
            if any(isinstance(each, ast.Constant) and each.value == "0" for each in sides):
                answer.wrong("text-zero")
            answer.wrong("none-found")
        answer.wrong("other", dates=", ".join(dates), got=listing(found))
    full = quiet_decades(made("1985-12-31", "1990-01"))
    if full != []:
        answer.wrong("other", dates="1985-12-31, 1990-01", got=full)
    none = quiet_decades([])
    if none != []:
        answer.wrong("other", dates="(no event at all)", got=none)
    dates = ("1650-03", "1671-12-31", "1699")
    found = quiet_decades(made(*dates))
    if sorted(map(str, found)) != ["1660s", "1680s"]:
        answer.wrong("other", dates=", ".join(dates), got=found)


@checks("ctx-lab-stories")
def stories(answer: Answer) -> None:
    """Two stories from one list: both true, with different weight."""
    road = before_the_summit()
    on_road = {event.id for event in road}
    late = {event.id: event.title for event in listed() if event.id not in on_road}
    headlines = [answer.value(name, str).strip() for name in ("headline_a", "headline_b")]
    chosen: list[list[Event]] = []
    for name, story in (("story_a", "story A"), ("story_b", "story B")):
        ids = answer.value(name, list)
        for id in ids:
            if not isinstance(id, str):
                answer.wrong("not-ids", story=story, got=id)
            if len(re.findall("e[0-9]{3}", id)) > 1:
                answer.wrong("run-together", story=story, got=repr(id))
            if id in late:
                answer.wrong("too-late", story=story, got=id, title=late[id])
            if id not in on_road:
                answer.wrong("no-such-id", story=story, got=repr(id))
            if ids.count(id) > 1:
                answer.wrong("twice", story=story, got=id)
        if len(ids) != IN_STORY:
            answer.wrong("not-five", story=story, got=len(ids))
        chosen.append([find(road, id) for id in ids])
    for each in chosen[0]:
        if each in chosen[1]:
            answer.wrong("shared", got=each.id)
    outside = sum(not set(each.countries) <= THREE for each in chosen[0])
    if outside < LEANING:
        answer.wrong("lean-a", got=outside)
    only_two = sum(set(each.countries) == {"JP", "KR"} for each in chosen[1])
    if only_two < LEANING:
        answer.wrong("lean-b", got=only_two)
    if not STEPS & {each.id for each in chosen[1]}:
        answer.wrong("no-step")
    if "" in headlines or headlines[0].casefold() == headlines[1].casefold():
        answer.wrong("headlines")
