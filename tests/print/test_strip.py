"""A tall drawing in slices: cut between things, no word lost, none said twice."""

import re

import pytest

from bookwork.drawing import bar_chart
from bookwork.model.seeds import load_seeds
from bookwork.model.tables import events_csv
from bookwork.print.strip import box, cuts, lines, pieces, said, told
from bookwork.spans import Span, draw_spans
from bookwork.timeline import draw, load_events
from tests.sphinx.small import ROOT

WORDS = re.compile(r"<text\b[^>]*>(.*?)</text>")


@pytest.fixture(scope="module")
def tall(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The timeline of all events of the real book."""
    path = tmp_path_factory.mktemp("strip") / "events.csv"
    path.write_text(events_csv(load_seeds(ROOT / "seeds")), encoding="utf-8")
    return draw(load_events(str(path)), title="All").svg


def test_every_word_stands_in_one_slice(tall: str) -> None:
    found = pieces(tall)
    assert len(found) > 40
    said = [words for piece in found for words in WORDS.findall(piece)]
    assert said == WORDS.findall(tall)


def test_slices_follow_each_other_without_a_gap(tall: str) -> None:
    whole = box(tall)
    assert whole
    end = whole.top
    for piece in pieces(tall):
        seen = box(piece)
        assert seen
        assert seen.top == pytest.approx(end, abs=0.01)
        assert (seen.left, seen.width) == (whole.left, whole.width)
        assert f'height="{seen.height:g}"' in piece.split(">", 1)[0]
        end = seen.top + seen.height
    assert end == pytest.approx(whole.top + whole.height, abs=0.01)


def test_a_date_stays_with_what_happened(tall: str) -> None:
    dates = re.compile(r"^(\d+ )?(\w+ )?\d{4}$")
    for piece in pieces(tall):
        said = WORDS.findall(piece)
        if any(dates.match(words) for words in said):
            assert len(said) >= 2, said
            assert not dates.match(said[-1]), said


def test_each_slice_says_what_is_in_it(tall: str) -> None:
    found = [said(piece) for piece in pieces(tall)]
    assert all(found)
    assert found[0].startswith("All Time runs down")
    assert any("Camp David trilateral summit" in words for words in found)
    assert not [words for words in found if "&#" in words or "&amp;" in words]


def test_a_whole_drawing_says_its_title_and_what_it_shows() -> None:
    assert told(bar_chart({"one & two": 1}, title="Few").svg) == "Few: one & two: 1"


def test_what_is_told_to_those_who_do_not_see_is_not_told_by_every_slice(tall: str) -> None:
    assert "<desc" in tall
    assert not [piece for piece in pieces(tall) if "<desc" in piece or "<title" in piece]


def test_a_drawing_that_fits_half_a_page_stays_whole() -> None:
    terms = [Span("Kestrel", "2020-06", "2025-06", "JP"), Span("Merlin", "2022-05", "", "KR")]
    chart = draw_spans(terms, title="Who was in office").svg
    assert (seen := box(chart))
    assert 1.4 < seen.height / seen.width < 1.8
    assert pieces(chart) == [chart]
    assert "Merlin" in told(chart)


def test_a_low_drawing_stays_whole() -> None:
    chart = bar_chart({"one": 1, "two": 2}).svg
    assert pieces(chart) == [chart]


def test_a_drawing_that_does_not_say_how_high_it_is_stays_whole() -> None:
    assert pieces("<svg><text>x</text></svg>") == ["<svg><text>x</text></svg>"]


def test_a_tall_drawing_without_words_stays_whole() -> None:
    svg = '<svg viewBox="0 0 10 90" height="90"><path d="M0 0"/></svg>'
    assert cuts(lines(svg)) == []
    assert len(pieces(svg)) == 1
