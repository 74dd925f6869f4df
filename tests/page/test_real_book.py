"""Every question of the built book, answered in its page: by its key, and by something else."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bookwork.mark import score
from tests.support import server
from tests.support.chromium import Watch

# Puts a reply into a question as a reader would, checks it, and reads what the page then says.
ANSWER = """([id, reply]) => {
    const root = document.getElementById(id);
    const change = e => e.dispatchEvent(new Event("input", {bubbles: true}));
    for (const [part, value] of Object.entries(reply)) {
        const box = root.querySelector(`[data-part="${part}"]`);
        if (typeof value === "string") {
            const field = box.querySelector("input, textarea");
            field.value = value;
            change(field);
        } else if (box.dataset.kind === "order") {
            value.forEach((step, place) => {
                for (let n = 0; n < 20; n++) {
                    const steps = [...box.querySelectorAll(".bw-order > li")];
                    const at = steps.findIndex(each => each.dataset.option === step);
                    if (at <= place) break;
                    steps[at].querySelector(".bw-move").click();
                }
            });
            box.querySelector(".bw-keep")?.click();
        } else if (Array.isArray(value)) {
            for (const select of box.querySelectorAll("select")) {
                select.value = value[0] ?? "";
                change(select);
            }
            for (const input of box.querySelectorAll("input")) {
                if (input.checked !== value.includes(input.value)) input.click();
            }
        } else {
            for (const [left, right] of Object.entries(value)) {
                const row = box.querySelector(`[data-option="${left}"]`);
                const select = row.querySelector("select");
                if (!select) { row.querySelector(`[value="${right}"]`).click(); continue; }
                select.value = right;
                change(select);
            }
        }
    }
    root.querySelector(".bw-check").click();
    return [root.dataset.state, root.querySelector(".bw-result").textContent,
        root.querySelectorAll(".bw-said").length, !!root.querySelector(".bw-rubric")];
}"""


def by_key(part: dict[str, Any]) -> Any:
    """The right value of a part."""
    match part["kind"]:
        case "choice" | "spans" | "region" | "match":
            return part["key"]
        case "survey":
            return part["options"][:1]
        case "order":
            earlier = {a: sum(b == a for _, b in part["before"]) for a in part["options"]}
            return sorted(part["options"], key=lambda step: earlier[step])
        case "text":
            return part["accept"][0]
        case "numeric":
            return part["value"] + (f" {part['units'][-1]}" if part["units"] else "")
        case _:
            return "An answer at length."


def otherwise(part: dict[str, Any]) -> Any:
    """Another value of a part."""
    match part["kind"]:
        case "survey":
            return []
        case "choice" | "spans" | "region":
            return [option for option in part["options"] if option not in part["key"]][:1]
        case "match":
            return dict.fromkeys(part["left"][:2], part["right"][0])
        case "order":
            return by_key(part)[::-1]
        case "text" | "numeric":
            return part["wrong"][0][0] if part["wrong"] else "nothing"
        case _:
            return ""


def words(mark: dict[str, Any], *, rubric: bool) -> str:
    """What the page says to a mark; an answer without a rubric is only kept."""
    said = {"right": "Right.", "partly": "Partly right.", "wrong": "Not yet."}
    if mark["state"] == "unmarked" and rubric:
        return "Written. Now compare it with the rubric and the samples."
    if mark["state"] == "unmarked":
        return "Your answer is kept. It is not marked."
    points = "1 point." if mark["possible"] == 1 else f"{mark['possible']} points."
    return f"{said[mark['state']]} {mark['earned']} of {points}"


@pytest.fixture(scope="module")
def book(browser: Browser, book_html: Path) -> Iterator[Page]:
    """A page of the real book."""
    with server.serve(book_html) as address:
        context = browser.new_context(base_url=address)
        page, watch = context.new_page(), Watch(address)
        watch.attach(page)
        yield page
        context.close()
        assert watch.unexpected() == []


def answer_all(book: Page, address: str) -> int:
    """Answer every question of a page, otherwise and by its key; return how many there are."""
    book.goto(address)
    tasks = {
        id: json.loads(text)
        for id, text in book.eval_on_selector_all(
            "bw-question", "all => all.map(q => [q.id, q.querySelector('script').textContent])"
        )
    }
    earned: dict[str, int] = {}
    for id, task in tasks.items():
        for value in (otherwise, by_key):
            reply = {part["id"]: value(part) for part in task["parts"]}
            mark = score(task, reply)
            state, said, notes, rubric = book.evaluate(ANSWER, [id, reply])
            if mark["state"] == "blank":
                continue
            assert (state, said) == (mark["state"], words(mark, rubric=rubric)), id
            assert notes or mark["state"] in ("right", "unmarked"), f"{id}: no feedback"
        assert mark["state"] in ("right", "unmarked"), id
        earned[id] = mark["possible"]
    for quiz in book.locator(".bw-quiz").all():
        ids = quiz.locator("bw-question").evaluate_all("all => all.map(q => q.id)")
        total, points = len(ids), sum(earned[id] for id in ids)
        told = f"{total} of {total} answered · {points} of {points} points"
        assert told in quiz.locator(".bw-status").inner_text()
    return len(tasks)


@pytest.mark.parametrize("chapter", ["context", "agreements", "challenges"])
def test_every_question_marks_as_python_does(book: Page, book_html: Path, chapter: str) -> None:
    asking = [
        file.name
        for file in sorted(book_html.glob(f"book/{chapter}*.html"))
        if "<bw-question" in file.read_text(encoding="utf-8")
    ]
    assert sum(answer_all(book, f"/book/{name}") for name in asking) >= 15


def test_progress_adds_up_over_the_chapters(book: Page) -> None:
    # The chapters were answered by the tests before.
    book.goto("/")
    found = book.locator("bw-progress")
    if not found.count():
        pytest.fail("the front page shows no progress")
    rows = found.locator("li[data-quiz]").all()
    assert rows
    total = sum(int(row.get_attribute("data-total") or 0) for row in rows)
    assert (
        found.locator(".bw-status")
        .inner_text()
        .split(":")[1]
        .strip()
        .startswith(f"{total} of {total} answered")
    )


def test_all_scripts_of_a_page_speak_through_one_live_region(book: Page) -> None:
    book.goto("/book/context.html")
    book.locator('[name="bw-reading"][value="short"]').check()
    expect(book.locator(".bw-live").filter(has_text="The short reading is shown.")).to_have_count(1)
    asked = book.locator("bw-question:visible").first
    asked.locator("input").first.check()
    asked.locator(".bw-check").click()
    result = asked.locator(".bw-result").inner_text()
    expect(book.locator(".bw-live").filter(has_text=result)).to_have_count(1)
    expect(book.locator(".bw-live")).to_have_count(1)
