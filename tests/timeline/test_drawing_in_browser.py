"""Drawings as a browser shows them: nothing is cut off, on a phone and on a large screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bookwork.drawing import Drawing
from bookwork.model.seeds import load_seeds
from bookwork.model.tables import events_csv, leaders_csv
from bookwork.spans import draw_spans, load_spans
from bookwork.timeline import bar_chart, count_by, draw, load_events

ROOT = Path(__file__).parents[2]
OVERFLOW = """() => [...document.querySelectorAll("svg text, svg rect, svg path")]
    .map(part => [part.textContent, part.getBoundingClientRect(), part.closest("svg")])
    .filter(([, box, svg]) => {
        const frame = svg.getBoundingClientRect();
        return box.right > frame.right + 1 || box.bottom > frame.bottom + 1
            || box.left < frame.left - 1 || box.top < frame.top - 1;
    })
    .map(([words]) => words)"""


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> list[Drawing]:
    path = tmp_path_factory.mktemp("book") / "events.csv"
    seeds = load_seeds(ROOT / "seeds")
    path.write_text(events_csv(seeds), encoding="utf-8")
    events = load_events(str(path))
    leaders = path.with_name("leaders.csv")
    leaders.write_text(leaders_csv(seeds), encoding="utf-8")
    return [
        draw(events, title="Every event of the book, with a title that needs two lines"),
        bar_chart(count_by(events, "kind"), title="Kinds"),
        bar_chart(count_by(events, "decade"), title="Decades"),
        draw_spans(load_spans(str(leaders)), title="In office", marks=events[:1]),
    ]


@pytest.mark.parametrize("width", [320, 700])
@pytest.mark.parametrize("font", ["sans-serif", "serif", "DejaVu Sans"])
def test_nothing_is_cut_off(
    browser: Browser, drawings: list[Drawing], width: int, font: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    try:
        page.set_content(
            f"<body style='margin: 0 16px; font-family: {font}'>"
            + "".join(drawing.svg for drawing in drawings)
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OVERFLOW) == []
    finally:
        page.close()


def test_words_are_large_enough_on_a_small_phone(browser: Browser, drawings: list[Drawing]) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    try:
        page.set_content(f"<body style='margin: 0 16px'>{drawings[0].svg}")
        scale = page.evaluate("document.querySelector('svg').getScreenCTM().a")
        assert 14 * scale >= 12
    finally:
        page.close()
