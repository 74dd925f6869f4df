"""Every notebook and lab of the book, run where readers may: each browser, a server and a disk."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.labwords import GENERAL
from bookwork.mark.lab import Tried, try_lab
from bookwork.model.kit import load
from bookwork.model.tables import tables
from tests.live.steps import ERRORS, RESULTS, begin
from tests.support.built import ROOT
from tests.support.driven import Driven

LABS = ("context", "agreements", "challenges")
# Put code into a task's cell, press Check, wait, and read what is said.
CHECK = """async ([task, code, first]) => {
const area = (box) => box.querySelector(".bw-editor");
const put = (box, text) => {
    area(box).value = text;
    area(box).dispatchEvent(new Event("input"));
};
const cell = document.querySelector(`[data-task="${task}"] .cell`);
const top = document.querySelector(".cell");
const before = area(top).value;
if (first) put(top, first);
put(cell, code);
[...cell.querySelectorAll("button")].find(button => button.textContent === "Check").click();
while (cell.hasAttribute("aria-busy")) await new Promise(done => setTimeout(done, 5));
if (first) put(top, before);
const said = cell.querySelector(".bw-out :is(.bw-passed, .bw-not-yet)");
return [said?.className, said?.textContent];
}"""


def notebooks(book: Path) -> list[str]:
    """The pages with code."""
    found = [p.stem for p in sorted(book.glob("book/*.html")) if "<bw-code" in p.read_text("utf-8")]
    assert {f"{chapter}-{kind}" for chapter in LABS for kind in ("timeline", "lab")} <= {*found}
    return found


def squeezed(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def test_every_page_with_code_runs_to_its_end(reader: Driven, place: str, book_html: Path) -> None:
    for name in notebooks(book_html):
        reader.open(f"{place}/book/{name}.html")
        built = squeezed(reader.evaluate(RESULTS))
        assert all(built)
        begin(reader)
        assert reader.evaluate(ERRORS) == []
        assert squeezed(reader.evaluate(RESULTS)) == built, name
        assert reader.evaluate(
            "[...document.querySelectorAll('.cell_output')].every(o => o.hidden)"
        )


@pytest.fixture(scope="module")
def trials() -> dict[str, list[Tried]]:
    """What each lab's checks say on this side."""
    kit = load(ROOT)
    assert set(kit.labs) == set(LABS)
    return {id: try_lab(lab, tables(kit.seeds)) for id, lab in kit.labs.items()}


@pytest.mark.parametrize("lab", LABS)
def test_every_trial_is_told_in_the_page_what_it_is_told_elsewhere(
    reader: Driven, place: str, trials: dict[str, list[Tried]], lab: str
) -> None:
    reader.open(f"{place}/book/{lab}-lab.html")
    begin(reader)
    wrong = []
    for tried in trials[lab]:
        given = json.dumps([tried.task, tried.trial.code, tried.trial.first])
        said: tuple[Any, str] = reader.evaluate(f"({CHECK})({given})")
        if not is_said(said, tried):
            wrong.append((tried.task, tried.trial.name, said, tried.result.message))
    assert wrong == []


def is_said(said: tuple[Any, str], tried: Tried) -> bool:
    """Whether the page says what it should: another Python may word its own errors otherwise."""
    name, words = said
    if tried.result.passed:
        return bool(name == "bw-passed")
    told = tried.result.message
    pattern = re.escape(told)
    if tried.result.says in GENERAL:
        parts = re.split(r"\{\w+\}", GENERAL[tried.result.says])
        pattern = ".*".join(map(re.escape, parts))
    return name == "bw-not-yet" and bool(
        re.fullmatch(f"Not yet. {pattern.replace('`', '')}", words, re.DOTALL)
    )
