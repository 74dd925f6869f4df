"""The checks of the lab on the agreements: how firm, and what came of it."""

import ast
import csv
from collections.abc import Iterable
from pathlib import Path

from bookwork.lab import Answer, Wrong, checks
from bookwork.timeline import Event, find, happened_before, load_events

Row = dict[str, str]
FIRM = ("sign", "commit", "will")
RUNGS = (*FIRM, "intend", "discuss", "restate")
MAY_COUNT = ("kept", "partly", "going on")  # outcomes that a reader may count as kept
OUTCOMES = (*MAY_COUNT, "unclear", "changed")
AHEAD = 5  # points, in per cent


def promises() -> list[Row]:
    """The promises as the table has them, whatever a student has done to the list."""
    with Path("commitments.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def firm_and_soft() -> tuple[list[Row], list[Row]]:
    """The promises with a firm wording, and the others."""
    rows = promises()
    return [row for row in rows if row["rung"] in FIRM], [
        row for row in rows if row["rung"] not in FIRM
    ]


def tally(rows: Iterable[Row], labels: Iterable[str]) -> int:
    """How many of the rows have one of the outcomes."""
    labels = list(labels)
    return sum(row["outcome"] in labels for row in rows)


@checks("agr-lab-rungs")
def rungs(answer: Answer) -> None:
    """The rung on which most promises stand, and how many do."""
    fullest = answer.value("fullest", str)
    on_it = answer.value("on_it", int)
    rows = promises()
    stand = {rung: sum(row["rung"] == rung for row in rows) for rung in RUNGS}
    most = max(stand.values())
    if fullest not in RUNGS:
        if fullest.strip(" .\"'“”‘’").casefold() in RUNGS:
            answer.wrong("spelled", got=fullest)
        answer.wrong("not-a-rung", got=fullest)
    if stand[fullest] != most:
        if fullest == RUNGS[0]:
            answer.wrong("firmest", got=fullest)
        answer.wrong("not-fullest", got=fullest)
    if on_it == len(rows):
        answer.wrong("all-promises", got=on_it)
    if on_it != most:
        answer.wrong("other-number", got=on_it, rung=fullest)


@checks("agr-lab-firm")
def firm(answer: Answer) -> None:
    """How many per cent of the firm promises are kept, and how many of the soft ones."""
    groups = firm_and_soft()
    whole = len(promises())
    for number, name in enumerate(("firm_share", "soft_share")):
        group, other = groups[number], groups[1 - number]
        if isinstance(answer.names.get(name), tuple):
            answer.wrong("comma", name=name)
        got = round(answer.value(name, float), 4)
        kept, size = tally(group, ["kept"]), len(group)
        if near(got, 100 * kept / size):
            continue
        if near(got, kept):
            answer.wrong("only-counted", name=name, got=got)
        if abs(got - kept / size) < 0.006:
            answer.wrong("part-of-one", name=name, got=got)
        if abs(got - kept / size / 100) < 0.0002:
            answer.wrong("hundred-below", name=name, got=got)
        if near(got, 100 * size / kept) or abs(got - size / kept) < 0.006:
            answer.wrong("upside-down", name=name, got=got)
        if near(got, 100 * kept / whole):
            answer.wrong("of-all", name=name, got=got)
        if near(got, 100 * kept / (size - kept)):
            answer.wrong("of-the-rest", name=name, got=got)
        if near(got, 100 * tally(other, ["kept"]) / len(other)):
            answer.wrong("other-group", name=name, got=got)
        mixed = (kept / len(other), tally(other, ["kept"]) / size)
        if any(near(got, 100 * each) for each in mixed):
            answer.wrong("mixed", name=name, got=got)
        answer.wrong("off", name=name, got=got)


def near(a: float, b: float) -> bool:
    """Whether two numbers are the same but for rounding to a whole number."""
    return abs(a - b) <= 0.5


@checks("agr-lab-after")
def after(answer: Answer) -> None:
    """The promises that have a step which surely came after the last leader had left."""
    later = answer.value("later", list)
    events, steps = load_events("events.csv"), load_events("steps.csv")
    end = find(events, "e090")
    right = {step.kind for step in steps if happened_before(end, step)}
    if not later:
        answer.wrong("empty")
    ids = {row["id"] for row in promises()}
    for each in later:
        if each in ("c40", "c41"):
            answer.wrong("example-id", got=each)
        if not isinstance(each, str) or each not in ids:
            answer.wrong("not-promises", got=each)
    found = set(later)
    if found == right:
        if len(later) > len(found):
            twice = next(each for each in later if later.count(each) > 1)
            answer.wrong("twice", got=twice)
        return
    if "is not None" in answer.code and found > right:
        answer.wrong("not-none")
    if found == {step.kind for step in steps if step.when > end.when}:
        answer.wrong("as-texts")
    if found == {step.kind for step in steps if happened_before(step, end)}:
        answer.wrong("backwards")
    if stepless := found - {step.kind for step in steps}:
        answer.wrong("no-step-at-all", got=min(stepless))
    for day in ("e050", "e081", "e088"):
        if found == {step.kind for step in steps if happened_before(find(events, day), step)}:
            answer.wrong("other-day")
    maybe = {step.kind for step in steps if happened_before(end, step) is None} - right
    if early := found - right - maybe:
        answer.wrong("too-early", got=min(early))
    if found - right:
        answer.wrong("maybe", got=min(found - right))
    answer.wrong("some-missing", got=len(found))


def quoted(error: str) -> str:
    """What stands between the first two quotation marks of an error: the name it speaks of."""
    return error.partition("'")[2].partition("'")[0]


def made_up(promise: str, *dates: str) -> list[Event]:
    """Steps that nobody took, about a promise that nobody made."""
    return [
        Event(f"{promise}-{number}", date, f"Something made up, {number}", kind=promise)
        for number, date in enumerate(dates, 1)
    ]


@checks("agr-lab-last")
def last(answer: Answer) -> None:
    """When the last step of a promise was, in words, or that none was found."""
    used = answer.function("last_known")

    def last_known(rows: list[Event], promise: str) -> object:
        try:
            return used(rows, promise)
        except Wrong as found:
            error = str(found.values.get("error", ""))
            is_there = any(step.kind == promise for step in rows)
            if not is_there and error.startswith(("IndexError", "ValueError: max()")):
                answer.wrong("empty-list")
            if "'list' object has no attribute 'when'" in error or "list indices must" in error:
                answer.wrong("list-when")
            if "select() takes" in error:
                answer.wrong("kind-named")
            if "'str' object is not callable" in error or "'Event' object is not sub" in error:
                answer.wrong("bare-when")
            if "'str' object has no attribute 'track'" in error:
                answer.wrong("swapped")
            if error.startswith("NameError"):
                answer.wrong("no-such-name", got=quoted(error))
            raise

    dates = (
        "2023-12-15",
        "2023-12-30",
        "2023-11-20",
        "2024-03-19",
        "2024-02-17",
        "2023-12-10",
    )
    rows = [*made_up("c90", *dates), *made_up("c91", "2025-06-01", "2024-07", "2024-06-29")]
    of_c90 = [step for step in rows if step.kind == "c90"]
    got = last_known(rows, "c90")
    if isinstance(got, Event | list | tuple):
        answer.wrong("a-step", got=got)
    got = str(got)
    if says_nothing(got):
        answer.wrong("sees-none", got=got)
    if got == "1 June 2025":
        answer.wrong("all-rows", got=got)
    if got == "20 November 2023":
        answer.wrong("earliest", got=got)
    if got == "10 December 2023":
        if stands_alone(answer.code, "in_order"):
            answer.wrong("order-lost", got=got)
        answer.wrong("bottom-row", got=got)
    if got == max(step.when for step in of_c90):
        answer.wrong("as-words", got=got)
    if got in dates:
        answer.wrong("as-written", got=got)
    if got != "19 March 2024":
        answer.wrong("other-text", got=got)
    got = str(last_known(made_up("c92", "2024-04-30", "2024-05"), "c92"))
    if got != "May 2024":
        answer.wrong("guessed", got=got)
    for empty in ([], of_c90):
        got = str(last_known(empty, "c93"))
        if got.strip(" .").casefold() != "not found":
            answer.wrong("no-step", got=got)


def stands_alone(code: str, tool: str) -> bool:
    """Whether a tool is used on a line of its own, so that its result is lost."""
    lines = [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Expr)]
    return any(isinstance(each, ast.Call) and ast.unparse(each.func) == tool for each in lines)


def says_nothing(text: str) -> bool:
    """Whether a text holds no date: there is no figure in it."""
    return not any(sign.isdigit() for sign in text)


def made_up_rows(*outcomes: str) -> list[Row]:
    """Promises that nobody made, with what came of them."""
    return [
        {"id": f"c{90 + number}", "name": "made up", "rung": "will", "outcome": outcome}
        for number, outcome in enumerate(outcomes)
    ]


@checks("agr-lab-label")
def label(answer: Answer) -> None:
    """A function that counts by labels, and labels with which either group is ahead."""
    how_many = answer.function("how_many")
    rows = made_up_rows("changed", "kept", "going on", "kept", "partly", "kept", "going on")

    def count(rows: list[Row], *labels: str) -> int:
        try:
            got = how_many(rows, list(labels))
        except Wrong as found:
            error = str(found.values.get("error", ""))
            if "requires string as left operand" in error or "unhashable" in error:
                answer.wrong("turned-round")
            if "'dict' object has no attribute" in error:
                answer.wrong("dot")
            if error.startswith("NameError"):
                answer.wrong("no-such-name", got=quoted(error))
            raise
        if not isinstance(got, int) or isinstance(got, bool):
            answer.wrong("no-number", got=got)
        return got

    one, two = count(rows, "kept"), count(rows, "kept", "going on")
    other = count(rows, "partly", "changed")
    if one == two == other == len(rows):
        answer.wrong("every-row")
    if one > len(rows):
        answer.wrong("other-list", got=one)
    if one == two == other == 0:
        if "==" in answer.code:
            answer.wrong("word-and-list")
        answer.wrong("never-in")
    if max(one, two, other) <= 1:
        answer.wrong("stops-early", got=one)
    if one == two == 3 or one == two == other:
        answer.wrong("one-label")
    for labels, most in ((["kept"], 3), (["kept", "going on"], 5), (["partly", "changed"], 2)):
        for each, wanted in ((rows, most), ([], 0)):
            if (got := count(each, *labels)) != wanted:
                answer.wrong("miscounts", got=got, labels=labels, size=len(each))

    for name in ("firm_ahead", "soft_ahead"):
        if isinstance(answer.names.get(name), tuple):
            answer.wrong("brackets", name=name)
        labels = answer.value(name, list)
        for each in labels:
            if each not in OUTCOMES:
                answer.wrong("no-label", got=each, name=name)
            if each not in MAY_COUNT:
                answer.wrong("too-wide", got=each, name=name)
        if "kept" not in labels:
            answer.wrong("without-kept", name=name)
        firm, soft = (100 * tally(group, labels) / len(group) for group in firm_and_soft())
        lead = firm - soft if name == "firm_ahead" else soft - firm
        if 0 < lead < AHEAD:
            answer.wrong("too-close", name=name, firm=round(firm), soft=round(soft))
        if lead <= 0 and name == "firm_ahead":
            answer.wrong("firm-behind", firm=round(firm), soft=round(soft))
        if lead <= 0:
            answer.wrong("soft-behind", firm=round(firm), soft=round(soft))
