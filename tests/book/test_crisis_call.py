"""Crisis call: pages and script say the same about minutes, cards, roles and clauses."""

import re
from pathlib import Path

import pytest

from bookwork.model.seeds import load_seeds

ROOT = Path(__file__).parents[2]
PAGES = {
    name: (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("crisis-call", "crisis-call-roles", "crisis-call-events", "crisis-call-compare",
                 "teacher/facilitator")
}  # fmt: skip
LENGTHS = (90, 60, 45)
Minutes = tuple[str, ...]


def sheets(page: str, kind: str) -> dict[str, str]:
    """The sheets of a kind in a page: title and text."""
    found = re.findall(
        r"^:{3,}\{sheet\} (.*?)\n:kind: (\w+)\n(.*?)^:{3,}$", PAGES[page], re.M | re.S
    )
    return {title: text for title, sort, text in found if sort == kind}


def rows(page: str, first: str) -> list[list[str]]:
    """The rows of the table whose head begins with a word."""
    table = PAGES[page].split(f"| {first} |")[1].split("\n\n")[0]
    lines = table.splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def clock() -> dict[str, Minutes]:
    return {row[0]: tuple(row[1:]) for row in rows("crisis-call", "What happens")}


def on_the_clock(card: str) -> Minutes:
    return next(minutes for name, minutes in clock().items() if name.startswith(f"Card {card}: "))


def test_the_clock_runs_forward_and_ends_in_time() -> None:
    for number, length in enumerate(LENGTHS):
        minutes = [int(row[number]) for row in clock().values() if row[number].isdigit()]
        assert minutes == sorted(set(minutes))
        assert (minutes[0], minutes[-1]) == (0, length)


def test_cards_and_script_keep_to_the_clock() -> None:
    cards = sheets("crisis-call-events", "event")
    timed = {title: found for title, text in cards.items()
             if (found := re.search(r"Minute (\S+)/(\S+)/(\S+?)\.", text))}  # fmt: skip
    assert len(timed) >= 12
    for title, found in timed.items():
        number = title.split()[1].rstrip(":abc")
        assert found.groups() == on_the_clock(number), title
    script = PAGES["teacher/facilitator"]
    said = re.findall(r"\*\*Minute (\S+)/(\S+)/(\S+)\. Cards? (\d+)", script)
    assert [card for *_minutes, card in said] == [str(number) for number in range(1, 11)]
    for *minutes, card in said:
        assert tuple(minutes) == on_the_clock(card), card


def test_a_card_that_is_named_on_the_clock_has_its_name() -> None:
    named = [name for name in clock() if name.startswith("Card ")]
    titles = set(sheets("crisis-call-events", "event"))
    for name in named:
        assert (
            name in titles or name == "Card 4: Three pieces" or name == "Card 5: A step of your own"
        )
    assert len(named) == 10


@pytest.mark.parametrize("row", rows("crisis-call-roles", "Class"))
def test_the_parts_make_up_the_class(row: list[str]) -> None:
    size, each, *others = (int(cell) if cell.isdigit() else 0 for cell in row)
    assert size == 3 * each + sum(others)


def test_every_card_lets_its_holder_go_and_invents_nobody() -> None:
    cards = sheets("crisis-call-roles", "role")
    assert len(cards) == 16
    people = load_seeds(ROOT / "seeds").people.values()
    for title, text in cards.items():
        assert "*You may swap or hand back this card at any time. No reason is needed.*" in text
        assert "**On record.**" in text, title
        assert re.search(r"\{(event|commitment|cite:p|s)\}`", text.split("**On record.**")[1])
        assert not [person.name for person in people if person.name in text]


def test_the_real_text_stands_on_no_sheet_of_the_game() -> None:
    """What the class is to find for itself: each clause of the promise, word for word."""
    for clause in load_seeds(ROOT / "seeds").clauses.values():
        for page in ("crisis-call-events", "crisis-call-roles"):
            assert clause.says not in PAGES[page]


def test_the_clauses_to_compare_are_the_same_in_both_places() -> None:
    script = {row[0].split()[0]: row[4] for row in rows("teacher/facilitator", "You have")}
    every = {str(number) for number in range(1, 13)}
    compare = PAGES["crisis-call-compare"]
    left_out = re.search(r"60 minutes three, without (\d+), (\d+) and (\d+)", compare)
    assert left_out
    spans = script["60"].replace("1–7", "1, 2, 3, 4, 5, 6, 7").split(", ")
    assert set(spans) == every - set(left_out.groups())
    taken = re.search(r"with 45 minutes two, of ([\d, ]+) and (\d+)", compare)
    assert taken
    assert script["one"].split(", ") == [*taken[1].split(", "), taken[2]]
