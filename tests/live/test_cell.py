"""A cell in the reader's hands: keyboard, output, errors, loops without end."""

import pytest

from tests.live.steps import CELL, FOCUS, FREE, OUT, SAID, WAIT_S, press, put, run
from tests.support.driven import Driven


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
