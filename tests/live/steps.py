"""What a reader of live code does and sees, as expressions for any browser."""

import json

from tests.support.driven import Driven

WAIT_S = 120
"""The longest that Python may take to start on a busy machine; no test is decided by it."""
# Every cell that belongs to no task has a result, and nothing runs any more.
DONE = """() => {
const boxes = [...document.querySelectorAll(".cell")].filter(box => !box.closest("[data-task]"));
return boxes.length && !document.querySelector(".cell[aria-busy]")
    && boxes.every(box => box.querySelector(".bw-out")?.hidden === false);
}"""
STATUS = "document.querySelector('bw-code p').textContent"
RESULTS = """[...document.querySelectorAll(".cell")].filter(box => !box.closest("[data-task]"))
    .map(box => box.querySelector(".bw-out:not([hidden])") ?? box.querySelector(".cell_output"))
    .map(result => result.textContent)"""
ERRORS = "[...document.querySelectorAll('.bw-error')].map(error => error.textContent)"
PAGE = "/book/context-timeline.html"
CELL = "document.querySelectorAll('.cell')[{n}]"
OUT = f"{CELL}.querySelector('.bw-out').textContent"
FREE = "!document.querySelector('.cell[aria-busy]')"
SAID = "document.querySelector('.bw-live')?.textContent ?? ''"
FOCUS = "document.activeElement.textContent || document.activeElement.className"


def begin(reader: Driven) -> None:
    """Press the button, and wait until every cell of the page has run."""
    reader.click("bw-code button")
    reader.wait_for(DONE, WAIT_S)
    assert reader.evaluate(STATUS) == "Python is ready."


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
