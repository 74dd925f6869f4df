"""Reading events and asking questions about them."""

import json
from pathlib import Path
from typing import Any

import pytest

from bookwork.timeline import (
    Event,
    count_by,
    find,
    group_by,
    load_events,
    select,
)

HEAD = "id,date,precision,title,track,countries,kind,tier,description,confidence\n"
ROWS = """\
a1,1994-11,month,Leaders meet,context,JP KR US,summit,core,Beside a conference.,unconfirmed
a2,2023-08-18,day,Summit,agreements,JP KR US,summit,core,"On their own, at Camp David.",seen
a3,2023-08-21,day,China protests,challenges,CN JP KR US,protest,core,,seen
a4,2023-10,month,Hotline,agreements,JP KR US,institution,extra,,unconfirmed
a5,2024,year,A plan,agreements,JP US,policy,core,,established
"""


def write(folder: Path, text: str, name: str = "events.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def events(tmp_path: Path) -> list[Event]:
    return load_events(write(tmp_path, HEAD + ROWS))


def ids(events: list[Event]) -> str:
    return " ".join(event.id for event in events)


# ---- reading ------------------------------------------------------------------------------------


def test_a_row_becomes_an_event(events: list[Event]) -> None:
    assert events[1] == Event(
        id="a2",
        date="2023-08-18",
        title="Summit",
        track="agreements",
        countries=("JP", "KR", "US"),
        kind="summit",
        tier="core",
        description="On their own, at Camp David.",
        confidence="seen",
    )


def test_the_order_of_the_file_is_kept(events: list[Event]) -> None:
    assert ids(events) == "a1 a2 a3 a4 a5"


def test_a_json_list_is_read_as_well(tmp_path: Path) -> None:
    rows = [{"id": "a", "date": 2023, "title": "T", "countries": ["JP", "KR"]}]
    [found] = load_events(write(tmp_path, json.dumps(rows), "events.json"))
    assert (found.when, found.precision, found.countries) == ("2023", "year", ("JP", "KR"))


def test_a_file_saved_by_a_spreadsheet_program_is_read(tmp_path: Path) -> None:
    [found] = load_events(write(tmp_path, "\ufeffid,date,title\r\na,2023,T\r\n"))
    assert found.id == "a"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,2023-02-30,day,T,,,,,,", "event 1 (a): '2023-02-30' is not a date"),
        ("a,18 August 2023,day,T,,,,,,", "'18 August 2023' is not a date"),
        ("a,2023-08,day,T,,,,,,", "2023-08 names a month, but its precision is given as 'day'"),
        ("a,2023,year,,,,,,,", "event 1 (a): nothing is written for title"),
        (",,,,,,,,,", "event 1 (no id): nothing is written for id and date and title"),
        ("a,2023,year,T,,,,,,\na,2024,year,U,,,,,,", "event 2 (a): this id is used twice"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"events\.csv, event") as problem:
        load_events(write(tmp_path, HEAD + rows))
    assert said in str(problem.value)


# ---- filters and groups -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({}, "a1 a2 a3 a4 a5"),
        ({"track": "context"}, "a1"),
        ({"track": "context challenges"}, "a1 a3"),
        ({"track": ["context", "challenges"]}, "a1 a3"),
        ({"country": "US"}, "a1 a2 a3 a4 a5"),
        ({"country": "JP KR US"}, "a1 a2 a3 a4"),
        ({"country": "JP, KR, CN"}, "a3"),
        ({"country": "RU"}, ""),
        ({"kind": "summit policy"}, "a1 a2 a5"),
        ({"tier": "extra"}, "a4"),
        ({"words": "camp DAVID"}, "a2"),
        ({"words": "david camp"}, "a2"),
        ({"words": "camp tokyo"}, ""),
        ({"start": "2023-08-18", "end": "2023-08-18"}, "a2"),
        ({"start": "2023-08-19"}, "a3 a4 a5"),
        ({"start": "2023-10-15"}, "a4 a5"),  # October can be after the 15th
        ({"end": "2023-10-15"}, "a1 a2 a3 a4"),  # and before it
        ({"start": "2024-06", "end": "2024-06"}, "a5"),
        ({"end": "2023"}, "a1 a2 a3 a4"),
        ({"track": "agreements", "kind": "summit", "tier": "core"}, "a2"),
    ],
)
def test_an_event_must_pass_every_filter(
    events: list[Event], filters: dict[str, str], left: str
) -> None:
    assert ids(select(events, **filters)) == left


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (
            {"track": "contxt"},
            "There is no track 'contxt'. Choose from: context, agreements, chall",
        ),
        ({"country": "Japan"}, "'Japan' is not a country code. Write two capitals, as in 'JP'."),
        ({"country": "jp"}, "'jp' is not a country code"),
        ({"start": "soon"}, "'soon' is not a date"),
        ({"start": "2024", "end": "2023"}, "The start, 2024, is later than the end, 2023."),
    ],
)
def test_a_filter_that_cannot_work_is_explained(
    events: list[Event], filters: dict[str, str], said: str
) -> None:
    with pytest.raises(ValueError) as problem:  # noqa: PT011 - the text is compared below
        select(events, **filters)
    assert said in str(problem.value)


def test_a_track_may_be_missing_from_a_selection(events: list[Event]) -> None:
    assert select(select(events, track="context"), track="challenges") == []


def test_find_gives_the_event_or_says_what_is_wrong(events: list[Event]) -> None:
    assert find(events, "a3").title == "China protests"
    with pytest.raises(ValueError, match="No event here has the id 'a9'"):
        find(events, "a9")


def test_an_event_is_in_the_group_of_each_of_its_countries(events: list[Event]) -> None:
    groups = group_by(events, "country")
    assert {name: ids(group) for name, group in groups.items()} == {
        "JP": "a1 a2 a3 a4 a5",
        "KR": "a1 a2 a3 a4",
        "US": "a1 a2 a3 a4 a5",
        "CN": "a3",
    }


def test_the_largest_group_is_counted_first(events: list[Event]) -> None:
    assert list(count_by(events, "kind").items()) == [
        ("summit", 2),
        ("protest", 1),
        ("institution", 1),
        ("policy", 1),
    ]


def test_a_decade_without_events_is_counted_too(events: list[Event]) -> None:
    assert list(count_by(events, "decade").items()) == [
        ("1990s", 1),
        ("2000s", 0),
        ("2010s", 0),
        ("2020s", 4),
    ]


def test_years_are_in_order(events: list[Event]) -> None:
    assert list(count_by(reversed(events[1:]), "year").items()) == [("2023", 3), ("2024", 1)]


def test_an_event_without_a_kind_is_in_a_group_of_its_own() -> None:
    assert count_by([Event("a", "2023", "T")], "kind") == {"none": 1}


def test_no_events_make_no_groups() -> None:
    assert group_by([], "year") == {}


def test_what_cannot_be_grouped_by_is_said(events: list[Event]) -> None:
    with pytest.raises(ValueError, match="cannot be grouped by 'colour'"):
        group_by(events, "colour")


@pytest.mark.parametrize("given", [("e050", []), ([], 50), ("e050", "e051")])
def test_what_find_needs_is_said(given: tuple[Any, Any]) -> None:
    with pytest.raises(TypeError, match="find needs the events and then an id in quotes"):
        find(*given)
