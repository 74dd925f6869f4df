"""Checks of the lab Challenges: each looks at what a student's code has made."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

from bookwork.lab import Answer, checks
from bookwork.spans import Span, covers, load_spans, overlap
from bookwork.timeline import TRACKS, Days, Event, find, load_events, select

# Made up, with all that can go wrong: a month, a change on one day, a gap, no end.
ANA = Span("Ana", "2020-03", "2022-05-10", "US", "president")
BO = Span("Bo", "2022-05-10", "", "US", "president")
CY = Span("Cy", "2019", "2021-01-01", "JP", "prime minister")
DI = Span("Di", "2021-03-01", "2024-07", "JP", "prime minister")
EUN = Span("Eun", "2020", "2024-01-01", "KR", "president")
CLUB = [ANA, BO, CY, DI, EUN]
MOST_OF_B, LEAST_OF_A, FEWEST = 1 / 4, 3 / 4, 3


def of_camp_david() -> list[Span]:
    """The three: what the first cell calls `three`."""
    summit = find(load_events("events.csv"), "e050")
    return [leader for leader in load_spans("leaders.csv") if covers(leader, summit)]


# ---- who was in office ---------------------------------------------------------------------------


@checks("cha-lab-in-office")
def in_office(answer: Answer) -> None:
    """How many of the three were still there in Lima."""
    asked = {
        found.id
        for name, found in answer.names.items()
        if isinstance(found, Event) and name != "camp_david"
    }
    if "e084" not in asked:
        meeting = answer.value("meeting", Event)
        if meeting.id == "e050":
            answer.wrong("still-summit")
        answer.wrong("other-event", got=meeting)
    still_there = answer.value("still_there", int)
    lima = find(load_events("events.csv"), "e084")
    there = sum(covers(leader, lima) is True for leader in of_camp_david())
    if still_there == 3:
        answer.wrong("every-name")
    if still_there == 3 - there:
        answer.wrong("who-left")
    if still_there != there:
        answer.wrong("recount", got=still_there)


# ---- together ------------------------------------------------------------------------------------


def named_in(answer: Answer, name: str) -> set[str]:
    """The names that stand in the line `name = overlap(…)`; none if the line has another form."""
    for node in ast.parse(answer.code).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            arguments = node.value.args
            plain = [each.id for each in arguments if isinstance(each, ast.Name)]
            if ast.unparse(node.targets[0]) == name and len(plain) == len(arguments):
                return set(plain)
    return set()


@checks("cha-lab-together")
def together(answer: Answer) -> None:
    """How long all three were in office together after the summit."""
    found = answer.value("together")
    if isinstance(found, str):
        answer.wrong("in-quotes")
    if isinstance(found, int | float):
        answer.wrong("typed", got=found)
    if found is None:
        answer.wrong("only-shown")
    if not isinstance(found, Days):
        answer.wrong("not-counted")
    three = of_camp_david()
    after = Span("after", find(load_events("events.csv"), "e050").date)
    alone = sorted(overlap(after, leader) for leader in three)  # who left first, second, last
    if found == Days(0, 0):
        answer.wrong("no-time")
    if found.most > alone[2].most:
        answer.wrong("before-too", got=str(found))
    if found == alone[1]:
        answer.wrong("not-the-first", got=str(found))
    if found == alone[2]:
        answer.wrong("the-last", got=str(found))
    if found != overlap(after, *three):
        answer.wrong("other-days", got=str(found))
    used = named_in(answer, "together") & {"kishida", "biden", "yoon"}
    if 0 < len(used) < 3:
        answer.wrong("one-left-out")


# ---- what each step met --------------------------------------------------------------------------


def put_at_end(code: str) -> list[ast.expr]:
    """What stands between the brackets of each `met.append(…)`."""
    return [
        node.args[0]
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "met.append" and node.args
    ]


@checks("cha-lab-steps-met")
def steps_met(answer: Answer) -> None:
    """How many of the three each step met."""
    met = answer.value("met", list)
    three = of_camp_david()
    steps = select(
        load_events("events.csv"), track="agreements", country="JP KR US", start="2023-08-19"
    )
    right = [sum(covers(leader, step) is True for leader in three) for step in steps]
    if met == right:
        return
    if not met:
        answer.wrong("empty")
    if met == [3, 1, 1]:
        answer.wrong("example")
    mine = answer.names.get("steps")
    if isinstance(mine, list) and len(mine) != len(steps):
        answer.wrong("other-steps", got=len(mine), steps=len(steps))
    for each in put_at_end(answer.code):
        if isinstance(each, ast.Constant):
            answer.wrong("typed", got=ast.unparse(each))
    if len(met) == 1:
        answer.wrong("only-one")
    if len(met) in (3 * len(steps), sum(right)):
        answer.wrong("each-leader", got=len(met), steps=len(steps))
    if len(met) > len(steps):
        answer.wrong("too-many", got=len(met), steps=len(steps))
    if len(met) != len(steps):
        answer.wrong("too-short", got=len(met), steps=len(steps))
    if not all(type(number) is int for number in met):
        answer.wrong("no-numbers", got=met[0].name if isinstance(met[0], Span) else met[0])
    if met == [number + 1 for number in right]:
        answer.wrong("one-more")
    if max(met) > 3:
        answer.wrong("grows", got=max(met))
    if not any(met):
        answer.wrong("all-zero")
    if set(met) == {3}:
        answer.wrong("always-three")
    if set(met) <= {0, 1}:
        answer.wrong("never-above-one")
    if met == [3 - number for number in right]:
        answer.wrong("who-left")
    number = next(at for at, pair in enumerate(zip(met, right, strict=True)) if len({*pair}) > 1)
    answer.wrong("other-numbers", got=met[number], step=steps[number].title)


# ---- who led -------------------------------------------------------------------------------------


def on(when: str) -> Event:
    """Something that happened on a day, or in a month."""
    return Event("party", when, "A party")


def led(who_led: Callable[..., Any], country: str, when: str) -> Any:
    """What the function says of the club, whose list it is given."""
    return who_led(list(CLUB), country, on(when))


def parts_of_who_led(code: str) -> list[ast.AST]:
    """All that the function `who_led` is made of."""
    made = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef))
    return [part for node in made if node.name == "who_led" for part in ast.walk(node)]


def texts(nodes: Iterable[ast.AST | None]) -> set[str]:
    """Those that are text in quotes."""
    values = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return {value for value in values if isinstance(value, str)}


@checks("cha-lab-who-led")
def who_led(answer: Answer) -> None:
    """Who led a country when something happened, or that this is not known."""
    function = answer.function("who_led")
    plain = led(function, "US", "2021-06-01")
    if isinstance(plain, Span):
        answer.wrong("whole-span")
    if isinstance(plain, bool):
        answer.wrong("true-false", got=plain)
    if not isinstance(plain, str):
        answer.wrong("no-text", got=plain)
    parts = parts_of_who_led(answer.code)
    returned = [part.value for part in parts if isinstance(part, ast.Return)]
    words = {part.id for part in parts if isinstance(part, ast.Name)}
    own = {part.id for part in parts if isinstance(part, ast.Name) and type(part.ctx) is ast.Store}
    own |= {part.arg for part in parts if isinstance(part, ast.arg)}
    if plain in texts(returned) - {"not known"}:
        answer.wrong("written-in", got=plain)
    for name in sorted((words - own) & {"leader", "moment", "meeting", "camp_david", "three"}):
        answer.wrong("from-outside", got=name)
    if plain in {leader.name for leader in load_spans("leaders.csv")}:
        answer.wrong("other-list", got=plain)
    if plain == "US":
        answer.wrong("the-country")
    if plain == "not known":
        for text in sorted(texts(parts) & {"country", "event", "span", "span.country", "True"}):
            answer.wrong("in-quotes", got=text)
        if "print" in words and len(returned) == 1:
            answer.wrong("only-shown")
        if led(function, "KR", "2021-06-01") == "Ana":
            answer.wrong("only-korea")
        answer.wrong("finds-nobody")
    if plain == "Eun" and led(function, "JP", "2024-03-01") == "not known":
        answer.wrong("only-korea")
    if plain in {"Cy", "Di", "Eun"} or led(function, "JP", "2021-06-01") in {"Ana", "Eun"}:
        answer.wrong("any-country")
    if led(function, "US", "2023-06-01") == "Ana":
        answer.wrong("any-time")
    if led(function, "JP", "2021-06-01") == "not known":
        answer.wrong("first-only")
    gap, change = led(function, "JP", "2021-02-01"), led(function, "US", "2022-05-10")
    if gap in {leader.name for leader in CLUB}:
        answer.wrong("fills-gap", got=gap)
    if change in {leader.name for leader in CLUB}:
        answer.wrong("day-of-change", got=change)
    if gap != "not known":
        answer.wrong("other-words", got=gap)
    for country, when, name in (
        ("US", "2021-06-01", "Ana"),
        ("US", "2022-04", "Ana"),
        ("US", "2022-05", "not known"),
        ("US", "2030-01-01", "Bo"),
        ("JP", "2020", "Cy"),
        ("JP", "2021-06-01", "Di"),
        ("JP", "2024-07", "not known"),
        ("KR", "2021-06-01", "Eun"),
        ("CN", "2021-06-01", "not known"),
    ):
        found = led(function, country, when)
        if found != name:
            answer.wrong("other-name", got=found, country=country, when=on(when).when)
    if (found := function([], "US", on("2021-06-01"))) != "not known":
        answer.wrong("other-words", got=found)


# ---- two readers ---------------------------------------------------------------------------------


def share(seen: list[Event]) -> float:
    """How much of a list is filed under agreements: 0 to 1."""
    return len([event for event in seen if event.track == "agreements"]) / len(seen)


@checks("cha-lab-two-readers")
def two_readers(answer: Answer) -> None:
    """Two readers in one country, who see other kinds of events."""
    country = answer.value("country", str).strip()
    kinds = {name: answer.value(name, str) for name in ("kind_a", "kind_b")}
    events = load_events("events.csv")
    later = [event for event in select(events, start="2025-04-05") if event.confirmed]
    if country not in ("JP", "KR", "US"):
        answer.wrong("one-country", got=country)
    known = {event.kind for event in events}
    words = {name: set(text.replace(",", " ").split()) for name, text in kinds.items()}
    for found in words.values():
        for word in sorted(found - known):
            if word in TRACKS:
                answer.wrong("a-track", got=word)
            answer.wrong("unknown-kind", got=word)
    if twice := sorted(words["kind_a"] & words["kind_b"]):
        answer.wrong("in-both", got=twice[0])
    seen = {
        name: select(later, country=country, kind=text) if text.strip() else []
        for name, text in kinds.items()
    }
    a, b = seen["kind_a"], seen["kind_b"]
    if a and b and share(a) <= MOST_OF_B and share(b) >= LEAST_OF_A:
        answer.wrong("swapped")
    ready_a = len(a) >= FEWEST and share(a) >= LEAST_OF_A
    ready_b = len(b) >= FEWEST and share(b) <= MOST_OF_B
    if country == "US" and not (ready_a and ready_b):  # with these events, no kinds make Reader B
        answer.wrong("us-reader")
    if len(a) < FEWEST:
        answer.wrong("few-for-a", got=len(a))
    if share(a) < LEAST_OF_A:
        answer.wrong("a-doubts", got=round(share(a) * len(a)), all=len(a))
    if len(b) < FEWEST:
        answer.wrong("few-for-b", got=len(b))
    if share(b) > MOST_OF_B:
        answer.wrong("b-hopes", got=round(share(b) * len(b)), all=len(b))
