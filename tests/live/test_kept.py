"""What a reader has changed: kept in the browser, put back, and safe from whatever stands there."""

import json

import pytest

from tests.live.steps import CELL, DONE, FOCUS, OUT, PAGE, WAIT_S, begin, press, put, run
from tests.support.driven import Driven


def test_changes_are_kept_and_put_back(live: Driven) -> None:
    run(live, "print('mine')")
    live.open(PAGE)
    text = "document.querySelector('bw-code').textContent"
    assert "You have changed code on this page" in live.evaluate(text)
    live.click("bw-code button")
    area = f"{CELL.format(n=3)}.querySelector('textarea').value"
    live.wait_for(DONE, WAIT_S)
    assert live.evaluate(area) == "print('mine')"
    assert live.evaluate(OUT.format(n=3)).strip() == "mine"
    press(live, "Put everything back")
    assert "bar_chart" in live.evaluate(area)
    assert live.evaluate("localStorage.length") == 0
    # What the build showed is back, too.
    assert live.evaluate(f"!{CELL.format(n=3)}.querySelector('.cell_output').hidden")
    press(live, "Put everything back")  # twice: it is the reader's code that comes back
    press(live, "Undo: put my code back")
    assert live.evaluate(area) == "print('mine')"
    assert live.evaluate(FOCUS) == "Put everything back"
    press(live, "Put back", 3)
    assert "bar_chart" in live.evaluate(area)
    assert live.evaluate("Object.keys(localStorage)") == []
    press(live, "Undo: put my code back", 3)
    assert live.evaluate(area) == "print('mine')"
    press(live, "Put back", 3)


def test_code_that_the_book_has_changed_since_is_said_to_be_so(live: Driven) -> None:
    kept = json.dumps({"4": {"code": "print('mine')", "of": "what the book had"}})
    key = "bookwork:camp-david-2023:code:book/context-timeline"
    live.evaluate(f"localStorage.setItem({json.dumps(key)}, {json.dumps(kept)})")
    live.open(PAGE)
    begin(live)
    assert "The book has changed this code" in live.evaluate(f"{CELL.format(n=3)}.textContent")
    press(live, "Put back", 3)
    assert "The book has changed" not in live.evaluate(f"{CELL.format(n=3)}.textContent")


@pytest.mark.parametrize(
    "text", ["not json", "null", "3", '"x"', '{"4": 5}', '["x"]', '{"4": {"code": {"a": 1}}}']
)
def test_something_else_in_the_store_does_no_harm(live: Driven, text: str) -> None:
    key = json.dumps("bookwork:camp-david-2023:code:book/context-timeline")
    live.evaluate(f"localStorage.setItem({key}, {json.dumps(text)})")
    live.open(PAGE)
    begin(live)
    area = f"{CELL.format(n=3)}.querySelector('textarea').value"
    assert "bar_chart" in live.evaluate(area)
    put(live, "print('kept')")
    assert "print('kept')" in live.evaluate(f"localStorage.getItem({key})")


def test_two_tabs_keep_what_each_has_changed(live: Driven) -> None:
    key = json.dumps("bookwork:camp-david-2023:code:book/context-timeline")
    put(live, "print('here')")
    other = json.dumps({"2": {"code": "print('there')", "of": ""}})
    live.evaluate(
        f"""() => {{
        const kept = JSON.parse(localStorage.getItem({key}));
        localStorage.setItem({key}, JSON.stringify({{ ...kept, ...{other} }}));
        }}"""
    )
    put(live, "print('here again')")
    kept = json.loads(live.evaluate(f"localStorage.getItem({key})"))
    assert {id: each["code"] for id, each in kept.items()} == {
        "2": "print('there')", "4": "print('here again')",
    }  # fmt: skip
