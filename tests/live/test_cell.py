"""A cell in the reader's hands: keyboard, output, errors, loops without end, what is kept."""

import json
from collections.abc import Iterator

import pytest

from tests.live.steps import DONE, WAIT_S, begin
from tests.support.driven import Driven, Opener

PAGE = "/book/context-timeline.html"
CELL = "document.querySelectorAll('.cell')[{n}]"
OUT = f"{CELL}.querySelector('.bw-out').textContent"
FREE = "!document.querySelector('.cell[aria-busy]')"
SAID = "document.querySelector('.bw-live')?.textContent ?? ''"
FOCUS = "document.activeElement.textContent || document.activeElement.className"


@pytest.fixture(scope="module")
def started(opened: Opener, site: str) -> Iterator[Driven]:
    """A page whose cells have run: one for all tests, since Python takes seconds to start."""
    with opened(site) as page:
        page.open(PAGE)
        begin(page)
        yield page


@pytest.fixture
def live(started: Driven) -> Iterator[Driven]:
    """That page, with the book's own code in its cells; what goes wrong in it fails the test."""
    press(started, "Put everything back")
    yield started
    assert not started.watch.unexpected()


def put(page: Driven, code: str, n: int = 3) -> None:
    """Put code into a cell as if it was typed, and the focus there."""
    page.evaluate(
        f"""() => {{
        const area = {CELL.format(n=n)}.querySelector("textarea");
        area.focus();
        area.value = {json.dumps(code)};
        area.dispatchEvent(new Event("input"));
        }}"""
    )


def run(page: Driven, code: str, n: int = 3) -> str:
    """Run code in a cell by the keyboard; return what it shows."""
    put(page, code, n)
    page.press("Shift+Enter")
    page.wait_for(f"{FREE} && !{CELL.format(n=n)}.querySelector('.bw-out').hidden", WAIT_S)
    return str(page.evaluate(OUT.format(n=n)))


def press(page: Driven, words: str, n: int | None = None) -> None:
    """Click the button with these words: of a cell, or of the bar."""
    where = "document.querySelector('bw-code')" if n is None else CELL.format(n=n)
    page.evaluate(
        f"[...{where}.querySelectorAll('button')]"
        f".find(button => button.textContent === {json.dumps(words)}).click()"
    )


def test_every_control_is_reached_and_left_with_tab(live: Driven) -> None:
    live.evaluate("document.querySelector('bw-code button').focus()")
    passed = []
    for _step in range(40):
        passed.append(str(live.evaluate(FOCUS)))
        live.press("Tab")
    bar = ["Run all", "Download as a notebook", "Put everything back"]
    assert passed[:3] == bar
    assert passed.count("bw-editor") == 4  # into each editor once, and out again
    assert passed.count("Run") == passed.count("Put back") == 4


def test_shift_enter_runs_and_enter_keeps_the_indentation(live: Driven) -> None:
    assert run(live, "print(6 * 7)").strip() == "42"
    put(live, "")
    live.type("for n in [1, 2]:")
    live.press("Enter")
    live.type("print(n)")
    live.press("Enter")
    area = f"{CELL.format(n=3)}.querySelector('textarea').value"
    assert live.evaluate(area) == "for n in [1, 2]:\n    print(n)\n    "


def test_cells_share_names_and_a_changed_one_runs_again_first(live: Driven) -> None:
    put(live, "events = [1, 2, 3]", 0)
    assert run(live, "len(events)").strip() == "3"


def test_what_hangs_on_a_changed_cell_runs_again(live: Driven) -> None:
    put(live, "value = 1", 0)
    put(live, "twice = value * 2", 1)
    assert run(live, "print(twice)").strip() == "2"
    put(live, "value = 100", 0)
    live.evaluate(f"{CELL.format(n=3)}.querySelector('textarea').focus()")
    live.press("Shift+Enter")
    live.wait_for(f"{FREE} && {OUT.format(n=3)}.trim() === '200'", WAIT_S)


def test_what_is_asked_for_while_a_cell_runs_comes_after_it(live: Driven) -> None:
    put(live, "import time\ntime.sleep(1)", 0)
    put(live, "print('after')")
    press(live, "Run", 0)
    press(live, "Run", 3)
    live.wait_for(f"{FREE} && {OUT.format(n=3)}.trim() === 'after'", WAIT_S)


def test_code_put_back_while_it_runs_shows_nothing_any_more(live: Driven) -> None:
    put(live, "import time\ntime.sleep(1)\nprint('late')")
    live.press("Shift+Enter")
    live.wait_for(f"{CELL.format(n=3)}.hasAttribute('aria-busy')", WAIT_S)
    press(live, "Put back", 3)
    live.wait_for(FREE)
    assert "late" not in live.evaluate(f"{CELL.format(n=3)}.textContent")
    assert live.evaluate(f"!{CELL.format(n=3)}.querySelector('.cell_output').hidden")


def test_what_is_shown_is_said(live: Driven) -> None:
    run(live, "print('hello there')")
    live.wait_for(f"{SAID}.includes('Cell 4: hello there')")
    run(live, "bar_chart({'JP': 1}, title='One bar')")
    live.wait_for(f"{SAID}.includes('One bar')")
    run(live, "1 / 0")
    live.wait_for(f"{SAID}.includes('ZeroDivisionError')")


def test_an_error_names_the_line_of_the_cell_and_nothing_of_ours(live: Driven) -> None:
    told = run(live, "x = 1\ny = x.nothing")
    assert "Cell 4, line 2" in told
    assert "y = x.nothing" in told
    assert "AttributeError" in told
    assert "harness" not in told
    assert "pyodide" not in told.lower()
    assert "SyntaxError" in run(live, "print('a'")


def test_names_of_other_files_stay_out_of_an_error(live: Driven) -> None:
    told = run(live, "find(events, 'e9999')")
    assert "No event here has the id 'e9999'" in told
    assert "timeline.py" not in told


def test_an_endless_loop_is_stopped_and_the_page_goes_on(live: Driven) -> None:
    put(live, "while True:\n    pass")
    live.press("Shift+Enter")
    live.wait_for(f"{CELL.format(n=3)}.hasAttribute('aria-busy')")
    assert live.evaluate("1 + 1") == 2  # the page itself is not held up
    press(live, "Stop", 3)
    live.wait_for(FREE)
    assert "Stopped" in live.evaluate(OUT.format(n=3))
    # Python is new: the cells before are run again without being asked for.
    assert run(live, "print(len(context))").strip().isdigit()


def test_what_was_printed_before_an_endless_loop_is_shown(live: Driven) -> None:
    put(live, "print('one')\nprint('two')\nprint('three')\nwhile True:\n    pass")
    live.press("Shift+Enter")
    live.wait_for(f"{OUT.format(n=3)}.includes('three')", WAIT_S)
    press(live, "Stop", 3)
    live.wait_for(FREE)


def test_an_endless_print_is_cut_and_stopped(live: Driven) -> None:
    put(live, "while True:\n    print('again')")
    live.press("Shift+Enter")
    live.wait_for(f"{OUT.format(n=3)}.includes('There is more')", WAIT_S)
    press(live, "Stop", 3)
    live.wait_for(FREE)
    assert len(live.evaluate(OUT.format(n=3))) < 25_000
    assert run(live, "print('on')").strip() == "on"


def test_huge_output_is_cut(live: Driven) -> None:
    told = run(live, "print('x' * 50_000_000)\nprint('end')")
    assert told.count("x") == 20_000
    assert told.rstrip().endswith("… (There is more. It is not shown.)")


@pytest.mark.parametrize(
    "code",
    ["list(range(10 ** 6))", "raise ValueError('x' * 10 ** 6)", "for n in range(3000): display(n)"],
)
def test_whatever_is_shown_has_an_end(live: Driven, code: str) -> None:
    assert len(run(live, code)) < 25_000


def test_input_says_that_nobody_can_type(live: Driven) -> None:
    assert "input() does not work here" in run(live, "name = input('Who? ')")


def test_more_memory_than_there_is_does_not_end_the_page(live: Driven) -> None:
    told = run(live, "x = [bytearray(10 ** 8) for _ in range(100)]")
    assert "MemoryError" in told or "broke down" in told
    live.wait_for("document.querySelector('bw-code p').textContent === 'Python is ready.'", WAIT_S)
    assert run(live, "print('on')").strip() == "on"


def test_deep_recursion_is_told_as_an_error(live: Driven) -> None:
    told = run(live, "def f():\n    return f()\nf()")
    assert "RecursionError" in told or "broke down" in told
    assert run(live, "print('on')").strip() == "on"


def test_a_display_in_the_middle_is_shown_in_its_place(live: Driven) -> None:
    run(live, "print('before')\ndisplay('middle')\nprint('after')")
    parts = (
        f"[...{CELL.format(n=3)}.querySelectorAll('.bw-out pre')].map(p => p.textContent.trim())"
    )
    assert live.evaluate(parts) == ["before", "'middle'", "after"]


def test_nothing_active_gets_into_the_page(live: Driven) -> None:
    markup = (
        "<p onclick='alert(1)' style='color:red'>words<script>window.hurt = 1</script></p>"
        "<img src=x onerror='window.hurt = 1'><iframe src='data:text/html,x'></iframe>"
        "<svg><a href='javascript:alert(1)'><rect fill='url(https://example.org/x)'/></a>"
        "<circle fill='red' r='3'/><foreignObject><p>x</p></foreignObject></svg>"
        "<form action='https://example.org'><input></form><style>body{display:none}</style>"
    )
    live.watch.allow("inline")  # refused where it is parsed, before it is removed
    run(live, f"class Bad:\n    def _repr_html_(self):\n        return {markup!r}\nBad()")
    html = live.evaluate(f"{CELL.format(n=3)}.querySelector('.bw-out').innerHTML")
    assert "words" in html
    assert "<circle" in html
    for part in ("script", "onclick", "style", "img", "iframe", "href", "url(", "foreign", "form"):
        assert part not in html, part
    assert live.evaluate("window.hurt ?? 0") == 0


def test_no_id_stands_twice(live: Driven) -> None:
    run(live, "display(bar_chart({'a': 1}))\nbar_chart({'a': 1})")
    twice = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return ids.filter((id, number) => ids.indexOf(id) !== number);
    }"""
    assert live.evaluate(twice) == []
    named = """[...document.querySelectorAll(".bw-out svg")].every(svg =>
        document.getElementById(svg.getAttribute("aria-labelledby"))?.textContent)"""
    assert live.evaluate(named)


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
