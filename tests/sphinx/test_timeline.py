"""The directive timeline: events in order, filtered, and how surely they are known."""

from collections.abc import Callable

import pytest
from bs4 import Tag

from bookwork.model.event import Event
from bookwork.model.partialdate import PartialDate
from bookwork.model.seeds import Seeds, load_seeds
from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said, straight
from tests.sphinx.small import ROOT, Book, Built

Test = Callable[[Event], bool]
YEAR, MONTH = PartialDate(2023), PartialDate(2023, 8)

# A timeline each: its options, and which events it holds, said in other words than the engine's.
FILTERS: dict[str, tuple[str, Test]] = {
    "track": (":track: challenges", lambda e: e.track == "challenges"),
    "tracks": (":track: context, agreements", lambda e: e.track != "challenges"),
    "one country": (":countries: RU", lambda e: "RU" in e.countries),
    "any of two countries": (
        ":countries: CN KP",
        lambda e: "CN" in e.countries or "KP" in e.countries,
    ),
    "kind": (":kind: summit", lambda e: e.kind == "summit"),
    "tier": (":tier: core", lambda e: e.tier == "core"),
    "from": (":from: 2024-06-15", lambda e: str(e.date.latest) >= "2024-06-15"),
    "to": (":to: 1965", lambda e: str(e.date.earliest) <= "1965-12-31"),
    "in a year": (
        ":from: 2023\n:to: 2023",
        lambda e: e.date.year == 2023,
    ),
    "in a month": (
        ":from: 2023-08\n:to: 2023-08",
        lambda e: str(e.date.earliest) <= "2023-08-31" and str(e.date.latest) >= "2023-08-01",
    ),
    "in a month of which the day is not known": (
        ":from: 2023-10-15\n:to: 2023-10-16",
        lambda e: str(e.date.earliest) <= "2023-10-16" and str(e.date.latest) >= "2023-10-15",
    ),
    "ids": (":ids: e050 e010, e001", lambda e: e.id in ("e001", "e010", "e050")),
    "all at once": (
        ":track: agreements\n:countries: JP\n:tier: core\n:from: 2023-08\n:to: 2024",
        lambda e: (
            e.track == "agreements"
            and "JP" in e.countries
            and e.tier == "core"
            and str(e.date.latest) >= "2023-08-01"
            and str(e.date.earliest) <= "2024-12-31"
        ),
    ),
}


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds(ROOT / "seeds")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One page with all those timelines, and an index of events on another."""
    book = Book(tmp_path_factory.mktemp("timeline"))
    sections = [
        f"## {name}\n\n```{{timeline}}\n{options}\n:brief:\n```\n"
        for name, (options, _test) in FILTERS.items()
    ]
    book.write("index.md", "# Lines\n\n```{toctree}\nwhole\n```\n\n" + "\n".join(sections))
    book.write("whole.md", "# Whole\n\n```{timeline}\n```\n\n```{bibliography}\n```\n")
    return book.strict()


def events(section: Tag) -> list[str]:
    """The ids of a timeline's events, by the chips that lead to the index."""
    return [str(chip["href"]).rpartition("#")[2] for chip in section.select("a.bw-chip")]


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_lets_its_events_pass(name: str, built: Built, seeds: Seeds) -> None:
    wanted = [event.id for event in seeds.events.values() if FILTERS[name][1](event)]
    assert 0 < len(wanted) < len(seeds.events)
    section = one(built.page("index"), f"section#{name.replace(' ', '-')}")
    assert events(section) == wanted


def test_the_index_holds_all_and_is_where_chips_lead(built: Built, seeds: Seeds) -> None:
    rows = one(built.page("whole"), "ol.bw-timeline").select(":scope > li")
    assert [row["id"] for row in rows] == list(seeds.events)
    assert one(built.page("whole"), "ol.bw-timeline").select("a.bw-chip") == []
    chip = built.page("index").select("a.bw-chip")[0]
    assert str(chip["href"]).startswith("whole.html#e")


def test_an_event_says_when_what_and_how_surely(built: Built, seeds: Seeds) -> None:
    for row in one(built.page("whole"), "ol.bw-timeline").select(":scope > li"):
        event = seeds.events[str(row["id"])]
        assert said(one(row, ".bw-date")) == event.date.words()
        assert said(one(row, ".bw-title")) == straight(event.title)
        assert said(one(row, ".bw-track")) == f"({seeds.chronicle.tracks[event.track]})"
        assert f"bw-track-{event.track}" in row["class"]
        body = said(one(row, ".bw-body"))
        assert body.startswith(straight(event.description)[:40])
        assert ("A detail is not confirmed." in body) == (event.confidence == "unconfirmed")
        assert ("Reported second-hand; not confirmed." in body) == (event.basis == "second-hand")
        assert row.select(".bw-body a")  # its sources


def test_a_brief_one_is_brief(built: Built) -> None:
    assert built.page("index").select(".bw-body") == []


def test_what_is_listed_in_brief_is_no_target(built: Built) -> None:
    assert built.page("index").select("li[id^=e]") == []


MISTAKES = [
    (":ids: e050 e999", "there is no event 'e999' — see seeds/events.yml [bookwork.timeline]", 1),
    (":kind: picnic", "no event passes the filter — widen it [bookwork.timeline]", 0),
    (":from: 2024\n:to: 1900", "no event passes the filter — widen it [bookwork.timeline]", 0),
]


@pytest.mark.parametrize(("options", "warning", "shown"), MISTAKES)
def test_a_mistake_is_a_warning(options: str, warning: str, shown: int, new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", f"# Line\n\n```{{timeline}}\n{options}\n:brief:\n```\n")
    built = book.build()
    assert built.warnings == f"{book.root / 'index.md'}:3: WARNING: {warning}"
    assert len(built.page("index").select("ol.bw-timeline > li")) == shown


@pytest.mark.parametrize("option", [":from: 18 August 2023", ":to: 2023-13", ":year: 2023"])
def test_an_option_that_is_none_is_told(option: str, new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", f"# Line\n\n```{{timeline}}\n{option}\n:brief:\n```\n")
    warnings = book.build().warnings
    assert "index.md:3: " in warnings
    assert option.split(":")[1] in warnings
