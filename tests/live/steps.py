"""What a reader of live code does and sees, as expressions for any browser."""

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


def begin(reader: Driven) -> None:
    """Press the button, and wait until every cell of the page has run."""
    reader.click("bw-code button")
    reader.wait_for(DONE, WAIT_S)
    assert reader.evaluate(STATUS) == "Python is ready."
