"""Checks of the lab Context: each looks at what a student's code has made."""

from __future__ import annotations

import ast
from itertools import pairwise

from bookwork.lab import Answer, Wrong, checks
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


def listed() -> list[Event]:
    """Every event on the list."""
    return load_events("events.csv")


def before_the_summit() -> list[Event]:
    """The events before the day of Camp David: what the first cell calls `road`."""
    return select(listed(), end="2023-08-17")


def finished(answer: Answer) -> None:
    """Stop here if three dots still stand in the code."""
    for node in ast.walk(ast.parse(answer.code)):
        if isinstance(node, ast.Constant) and node.value is ...:
            raise Wrong("unfinished")


@checks("ctx-lab-wait")
def wait(answer: Answer) -> None:
    """From the first meeting of the three leaders on the list to Camp David."""
    finished(answer)
    events = listed()
    camp_david = find(events, "e050")
    right = days_between(find(events, "e013"), camp_david)
    mine = answer.value("wait")
    if mine == days_between(find(events, "e018"), camp_david):
        answer.wrong("still-hague")
    if mine == days_between(find(events, "e010"), camp_david):
        answer.wrong("two-only")
    if isinstance(mine, Days) and mine.most < 0:
        answer.wrong("backwards", got=str(mine))
    if mine != right:
        answer.wrong("other-start", got=str(mine))
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
    finished(answer)
    names = ("missile_first", "plan_first", "trade_first")
    missile_first, plan_first, trade_first = (
        answer.value(name, bool, type(None)) for name in names
    )
    for node in ast.parse(answer.code).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id in names:
                    answer.wrong("typed", name=target.id)
    if missile_first is not True:
        answer.wrong("missile", got=missile_first)
    if plan_first is not False:
        answer.wrong("plan", got=plan_first)
    if trade_first is True:
        answer.wrong("first-of-month")
    if trade_first is False:
        answer.wrong("not-false")


@checks("ctx-lab-gap")
def gap(answer: Answer) -> None:
    """The longest gap between neighbours among the events that name all three countries."""
    finished(answer)
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
    if not isinstance(starts, Event):
        answer.wrong("no-event", got=starts)
    if starts == three[three.index(start) + 1]:
        answer.wrong("far-end", got=starts.title)
    if starts != start:
        answer.wrong("elsewhere", got=starts.title)


def made(*dates: str) -> list[Event]:
    """Events with these dates, made up for a check."""
    return [Event(f"m{number}", date, "Made up") for number, date in enumerate(dates, 1)]


@checks("ctx-lab-quiet")
def quiet(answer: Answer) -> None:
    """A function for the decades without an event."""
    finished(answer)
    quiet_decades = answer.function("quiet_decades")
    dates = ("1801", "1834-05", "1836-05-09")
    found = quiet_decades(made(*dates))
    if isinstance(found, int):
        answer.wrong("how-many", got=found)
    if not isinstance(found, list):
        answer.wrong("not-list", got=found)
    found = list(found)
    if len(quiet_decades(made(*dates))) > len(found):
        answer.wrong("remembers", got=quiet_decades(made(*dates)))
    if sorted(map(str, found)) != ["1810s", "1820s"]:
        tree = ast.parse(answer.code)
        loops = [node for node in ast.walk(tree) if isinstance(node, ast.For | ast.While)]
        if any(isinstance(node, ast.Return) for loop in loops for node in ast.walk(loop)):
            answer.wrong("early", got=found)
        if found and all(isinstance(each, int) for each in found):
            answer.wrong("numbers", got=found)
        counts = count_by(before_the_summit(), "decade")
        if found == [name for name, many in counts.items() if many == 0]:
            answer.wrong("own-list")
        if found == ["1800s", "1830s"]:
            answer.wrong("busy", got=found)
        if found == ["1800s", "1810s", "1820s"]:
            answer.wrong("one-event", got=found)
        if found in (["1810s"], ["1820s"]):
            answer.wrong("only-one", got=found)
        answer.wrong("other", dates=", ".join(dates), got=found)
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
    finished(answer)
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
    if "" in headlines or headlines[0].casefold() == headlines[1].casefold():
        answer.wrong("headlines")
