"""Stretches of time: read, asked about, counted and drawn, never more exact than their dates."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookwork.model.seeds import load_seeds
from bookwork.model.tables import leaders_csv
from bookwork.spans import Span, covers, draw_spans, find_span, load_spans, overlap
from bookwork.timeline import Days, Drawing, Event

ROOT = Path(__file__).parents[2]
FIRST = Span("Ana Sol", "2020-03", "2022-05-10", "US", "president")
SECOND = Span("Bo Lind", "2022-05-10", country="US", office="president")
OTHER = Span("Cy Fu", "2021-01-01", "2022-01-01", "JP")


def event(when: str) -> Event:
    return Event("x", when, "Something")


def shown(drawing: Drawing) -> str:
    return " ".join(re.findall("<text[^>]*>([^<]*)</text>", drawing.svg))


def write(folder: Path, text: str) -> str:
    path = folder / "leaders.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


# ---- reading ------------------------------------------------------------------------------------


def test_a_row_becomes_a_span(tmp_path: Path) -> None:
    rows = "name,country,office,start,end\nAna Sol,US,president,2020-03,2022-05-10\nB,,,2022,\n"
    found = load_spans(write(tmp_path, rows))
    assert found == [FIRST, Span("B", "2022")]
    assert [span.still_on for span in found] == [False, True]
    assert str(found[0]) == "Ana Sol (US, president): March 2020 to 10 May 2022"
    assert str(found[1]) == "B: since 2022"


def test_a_file_saved_by_a_spreadsheet_program_is_read(tmp_path: Path) -> None:
    assert load_spans(write(tmp_path, "\ufeffname,start\r\nA,2020\r\n")) == [Span("A", "2020")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A,2022-02-30,", "row 1 (A): '2022-02-30' is not a date"),
        ("A,2022,soon", "row 1 (A): 'soon' is not a date"),
        ("A,,2022", "row 1 (A): nothing is written for start"),
        (",,", "row 1 (no name): nothing is written for name and start"),
        ("A,2022-02,2021", "row 1 (A): A: the end, 2021, is before the start, 2022-02"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"leaders\.csv, row 1") as problem:
        load_spans(write(tmp_path, f"name,start,end\n{row}\n"))
    assert said in str(problem.value)


def test_a_span_is_found_by_its_name_or_a_word_of_it() -> None:
    spans = [FIRST, SECOND, Span("Lin", "2020"), Span("Lin Wu", "2021")]
    assert find_span(spans, "Ana Sol") is FIRST
    assert find_span(iter(spans), "lind") is SECOND
    assert find_span(spans, "Lin") == Span("Lin", "2020")  # the whole name goes first


@pytest.mark.parametrize(
    ("name", "said"), [("Li", "No span here has the name 'Li'"), ("Sol", "2 spans here have")]
)
def test_a_name_of_none_or_of_several_is_explained(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        find_span([FIRST, SECOND, Span("Sol Ito", "2020")], name)


# ---- asking -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "first", "second"),
    [
        ("2020-02-29", False, False),
        ("2020-03-01", None, False),  # the day of the start is not known
        ("2020-03", None, False),
        ("2020-04-01", True, False),
        ("2022-05-09", True, False),
        ("2022-05-10", None, None),  # the day of the change: the hour is not known
        ("2022-05-11", False, True),
        ("2022-05", None, None),
        ("2022-04", True, False),
        ("2021", True, False),
        ("2022", None, None),
        ("2030", False, True),  # no end
        ("2019", False, False),
    ],
)
def test_an_event_is_in_a_span_or_not_or_nobody_can_tell(
    when: str, first: bool | None, second: bool | None
) -> None:
    assert covers(FIRST, event(when)) is first
    assert covers(SECOND, event(when)) is second


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([OTHER], Days(365, 365)),
        ([FIRST], Days(770, 800)),  # a month of doubt about the start
        ([FIRST, OTHER], Days(365, 365)),
        ([FIRST, OTHER, Span("C", "2021-12-22")], Days(10, 10)),
        ([FIRST, Span("C", "2022-05")], Days(0, 9)),
        ([FIRST, SECOND], Days(0, 0)),
        ([OTHER, SECOND], Days(0, 0)),
        ([SECOND, Span("C", "2021", "2022-05-12")], Days(2, 2)),
        ([Span("C", "2020", "2020")], Days(0, 365)),
    ],
)
def test_days_in_common_are_counted(spans: list[Span], days: Days) -> None:
    assert overlap(*spans) == days
    assert overlap(*reversed(spans)) == days


dates = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)).flatmap(
    lambda day: st.sampled_from([f"{day}", f"{day:%Y-%m}", f"{day:%Y}"])
)
ended = (
    st.tuples(dates, dates)
    .map(sorted)
    .filter(lambda two: two[0] <= two[1])
    .map(lambda two: Span("s", *two))
)


@given(ended, ended)
def test_days_in_common_are_a_range_and_never_more_than_a_span_has(a: Span, b: Span) -> None:
    both = overlap(a, b)
    assert 0 <= both.least <= both.most
    assert both.most <= min(overlap(a).most, overlap(b).most)


def test_what_cannot_be_counted_is_explained() -> None:
    with pytest.raises(ValueError, match="still go on"):
        overlap(SECOND, Span("C", "2021"))
    with pytest.raises(ValueError, match="Name the spans"):
        overlap()
    with pytest.raises(TypeError, match=r"'Ana' is no span\. find_span\(\.\.\.\) gives you one"):
        overlap(FIRST, "Ana")  # type: ignore[arg-type]  # what a beginner writes


def test_the_books_leaders_are_read(tmp_path: Path) -> None:
    leaders = load_spans(write(tmp_path, leaders_csv(load_seeds(ROOT / "seeds"))))
    assert {leader.country for leader in leaders} == {"JP", "KR", "US"}
    summit = event("2023-08-18")
    assert {leader.name for leader in leaders if covers(leader, summit)} == {
        "Kishida Fumio",
        "Yoon Suk Yeol",
        "Joe Biden",
    }
    # No fact names who led in this gap: it must not close by itself.
    assert not any(covers(each, event("2025-05-01")) for each in leaders if each.country == "KR")


# ---- drawing; what holds for every drawing is in test_drawing.py --------------------------------


def test_a_drawing_tells_spans_in_order_and_then_its_marks() -> None:
    drawing = draw_spans([SECOND, OTHER, FIRST], title="Who", marks=[event("2021-08-18")])
    assert repr(drawing) == (
        "Who\n"
        "1. Ana Sol (US, president): March 2020 to 10 May 2022\n"
        "2. Cy Fu (JP): 1 January 2021 to 1 January 2022\n"
        "3. Bo Lind (US, president): since 10 May 2022\n"
        "4. 18 August 2021: Something"
    )
    assert "Hollow: the day is not known. Dots: still going on." in shown(drawing)
    plain = shown(draw_spans([OTHER]))
    assert "Hollow" not in plain
    assert "Dots" not in plain


def test_what_is_not_known_to_the_day_is_hollow() -> None:
    fills = re.findall(r'<path d="M0 [^>]*fill="([^"]+)"', draw_spans([FIRST]).svg)
    assert [fill == "none" for fill in fills] == [True, False]  # the whole, then its sure part
    vague = draw_spans([Span("A", "2020", "2020")]).svg
    assert re.findall(r'<path d="M0 [^>]*fill="([^"]+)"', vague) == ["none"]


def test_no_span_to_draw_is_explained() -> None:
    with pytest.raises(ValueError, match="no span to draw"):
        draw_spans([])


def test_a_span_and_an_event_that_are_swapped_are_told() -> None:
    span, event = Span("Ada", "2021", "2023"), Event("e1", "2022", "One")
    with pytest.raises(TypeError, match="covers needs a span and then an event"):
        covers(event, span)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="covers needs a span and then an event"):
        covers(span, "e1")  # type: ignore[arg-type]


def test_a_list_of_spans_is_told_to_be_one() -> None:
    spans = [Span("Ada", "2021", "2023"), Span("Bo", "2022")]
    with pytest.raises(TypeError, match="one by one"):
        overlap(spans)  # type: ignore[arg-type]
