"""Drawings: well-formed, told in words, harmless, and the same each time."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookwork.drawing import PLAIN, WIDTH, Drawing, Style, break_lines, width_of
from bookwork.spans import Span, draw_spans
from bookwork.timeline import TRACKS, Event, bar_chart, draw

SVG = "{http://www.w3.org/2000/svg}"
HARMFUL = "<script>alert('1')</script> & \"x\" ]]> <b onload=x>"


def event(when: str, title: str = "Something", track: str = "context", sure: str = "seen") -> Event:
    return Event(f"{when}-{title}", when, title, track=track, confidence=sure)


SUMMIT = event("2023-08-18", "Summit", "agreements")
PROTEST = event("2023-08-21", "Protest", "challenges")
HOTLINE = event("2023-10", "Hotline", "agreements", "unconfirmed")


def parsed(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(drawing.svg)  # our own output; a parser of strict XML


def said(drawing: Drawing) -> str:
    desc = parsed(drawing).find(f"{SVG}desc")
    assert desc is not None
    return desc.text or ""


def shown(drawing: Drawing) -> list[str]:
    return [text.text or "" for text in parsed(drawing).iter(f"{SVG}text")]


def marks(drawing: Drawing) -> list[ElementTree.Element]:
    return [path for path in parsed(drawing).iter(f"{SVG}path") if path.get("transform")]


DRAWINGS = [
    draw([SUMMIT, PROTEST, HOTLINE], title="Three"),
    draw([event("1905"), event("2023")], title="Far apart"),
    draw([event("2023", HARMFUL, "agreements")], title=HARMFUL),
    bar_chart({"JP": 3, "KR": 0}, title="Counts"),
    bar_chart({HARMFUL: 1}, title=HARMFUL),
    draw_spans([Span("A", "2020", "2021-03", "JP"), Span("B", "2021-03")], marks=[SUMMIT]),
    draw_spans([Span(HARMFUL, "2020-01-01", "2020-01-02", HARMFUL)], title=HARMFUL),
]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_it_is_an_image_with_a_name_and_a_description(drawing: Drawing) -> None:
    svg = parsed(drawing)
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    title, desc = list(svg)[:2]
    assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text
    assert desc.text
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == desc.get("id")


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_strict_page_can_show_it(drawing: Drawing) -> None:
    for element in parsed(drawing).iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "desc", "text", "path", "rect"}
        for name, value in element.attrib.items():
            assert name != "style"
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_words_have_the_colour_of_the_page(drawing: Drawing) -> None:
    assert {text.get("fill") for text in parsed(drawing).iter(f"{SVG}text")} == {"currentColor"}


def test_ids_do_not_collide() -> None:
    ids = [i for drawing in DRAWINGS for i in re.findall(r' id="([^"]+)"', drawing.svg)]
    assert len(ids) == 2 * len(DRAWINGS)
    assert len(set(ids)) == len(ids)


def test_the_same_events_make_the_same_drawing() -> None:
    again = draw(iter([SUMMIT, PROTEST, HOTLINE]), title="Three")
    assert again == DRAWINGS[0]


def test_events_are_told_in_order_of_time() -> None:
    drawing = draw([HOTLINE, PROTEST, SUMMIT], title="Three")
    assert said(drawing) == (
        "18 August 2023: Summit [agreements]; 21 August 2023: Protest [challenges]; "
        "October 2023 (unconfirmed): Hotline [agreements]"
    )
    assert repr(drawing) == (
        "Three\n"
        "1. 18 August 2023: Summit [agreements]\n"
        "2. 21 August 2023: Protest [challenges]\n"
        "3. October 2023 (unconfirmed): Hotline [agreements]"
    )


def test_a_notebook_gets_the_drawing_and_the_words() -> None:
    drawing = DRAWINGS[0]
    # The names of the arguments are Jupyter's.
    bundle = drawing._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"text/html": drawing.svg, "text/plain": repr(drawing)}
    assert drawing._repr_html_() == drawing.svg


def test_the_track_is_named_only_where_there_are_several() -> None:
    assert "18 August 2023 · agreements" in shown(draw([SUMMIT, PROTEST]))
    assert "18 August 2023" in shown(draw([SUMMIT, HOTLINE]))


def test_tracks_differ_in_shape_as_well_as_in_colour() -> None:
    shapes = [event("2023", track=track) for track in [*TRACKS, "another"]]
    found = marks(draw(shapes))
    assert len({mark.get("d") for mark in found}) == len(shapes)
    assert len({mark.get("stroke") for mark in found}) == len(shapes)


@pytest.mark.parametrize("colour", [colour for _, colour in TRACKS.values()])
@pytest.mark.parametrize("ground", ["#ffffff", "#131416"])
def test_marks_can_be_seen_on_light_and_on_dark(colour: str, ground: str) -> None:
    def luminance(hex_colour: str) -> float:
        parts = [int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_a_mark_is_hollow_if_the_day_is_not_known() -> None:
    drawing = draw([SUMMIT, HOTLINE])
    assert [mark.get("fill") == "none" for mark in marks(drawing)] == [False, True]
    assert "Hollow mark: the day is not known." in " ".join(shown(drawing))
    assert "Hollow" not in " ".join(shown(draw([SUMMIT])))


def test_what_is_unconfirmed_says_so() -> None:
    assert "unconfirmed" in shown(draw([HOTLINE]))
    assert "unconfirmed" not in shown(draw([SUMMIT]))


def test_events_of_one_day_share_its_date() -> None:
    drawing = draw([SUMMIT, event("2023-08-18", "Statement", "agreements")])
    assert shown(drawing).count("18 August 2023") == 1
    assert len(marks(drawing)) == 2


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ("2001-01-01", "about 1 year"),
        ("2009-12-31", "about 10 years"),
        ("2002-12", "about 3 years"),
        ("2003", "about 3 years"),  # the least that it can be
    ],
)
def test_a_long_gap_is_cut_short_and_named(later: str, words: str) -> None:
    drawing = draw([event("2000-01-01"), event(later)])
    assert words in shown(drawing)
    assert "stroke-dasharray" in drawing.svg
    assert "Dotted line: a year or more." in " ".join(shown(drawing))


def test_within_a_year_space_grows_with_time() -> None:
    heights = [
        int(parsed(draw([event("2000-01-01"), event(later, "Next")])).get("height", ""))
        for later in ("2000-01-02", "2000-06-01", "2000-12-29")
    ]
    assert heights[0] < heights[1] < heights[2]
    assert "stroke-dasharray" not in draw([event("2000-01-01"), event("2000-12-29")]).svg


def test_it_grows_with_the_number_of_events() -> None:
    few, many = (draw([event(f"20{n:02}-01-01") for n in range(number)]) for number in (2, 20))
    assert int(parsed(many).get("height", "")) > 5 * int(parsed(few).get("height", ""))


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_all_words_stand_inside(drawing: Drawing) -> None:
    svg = parsed(drawing)
    left, top, width, height = (int(number) for number in svg.get("viewBox", "").split())
    assert (left, top, width) == (0, 0, WIDTH)
    for text in svg.iter(f"{SVG}text"):
        style = Style(int(text.get("font-size", "")), text.get("font-weight", ""))
        assert 0 < int(text.get("y", "")) <= height
        assert int(text.get("x", "")) + width_of(text.text or "", style) <= WIDTH


@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_any_words_make_well_formed_xml(title: str, name: str) -> None:
    title = f"A {title}"
    assert said(draw([event("2023-08-18", title)], title=title)).startswith("18 August 2023: A")
    assert parsed(bar_chart({name: 1}, title=title)).tag == f"{SVG}svg"


@given(st.text(max_size=200), st.integers(min_value=40, max_value=WIDTH))
def test_lines_fit_and_lose_nothing(words: str, room: int) -> None:
    lines = break_lines(words, room, PLAIN)
    assert all(width_of(line, PLAIN) <= room for line in lines)
    kept = "".join(c for c in "".join(words.split()) if c.isprintable())
    assert "".join("".join(lines).split()) == kept


def test_bars_are_as_long_as_their_numbers() -> None:
    drawing = bar_chart({"JP": 4, "KR": 2, "US": 0}, title="Counts")
    lengths = [int(bar.get("width", "")) for bar in parsed(drawing).iter(f"{SVG}rect")]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=1)
    assert lengths[2] == 0
    assert repr(drawing) == "Counts\n1. JP: 4\n2. KR: 2\n3. US: 0"
    assert {"JP", "4", "KR", "2", "US", "0"} <= set(shown(drawing))


def test_counts_of_nothing_can_be_drawn() -> None:
    assert "0" in shown(bar_chart({"JP": 0}))


@pytest.mark.parametrize(
    ("counts", "said"),
    [({}, "nothing to count"), ({"JP": -1}, "below zero")],
)
def test_what_is_no_count_is_refused(counts: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        bar_chart(counts)


def test_nothing_to_draw_is_explained() -> None:
    with pytest.raises(ValueError, match=r"no event to draw\. Make the filters"):
        draw([])


def test_a_drawing_needs_a_title() -> None:
    with pytest.raises(ValueError, match="needs a title"):
        draw([SUMMIT], title=" ")
