"""The reader's own store: what is kept, what is refused, and what happens if it fails."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bookwork.model.question import types
from tests.page.asking import Asked
from tests.page.conftest import Ask
from tests.page.keeping import KEY, answer_three, kept, progress, status, until, whole
from tests.support.chromium import Watch

OLDER = "This question has changed since you answered it."
NOTICE = "This browser does not keep your answers: they last until you close the page."


def test_answers_marks_and_progress_outlast_a_reload(page: Page) -> None:
    page.goto("/quiz.html")
    answer_three(page)
    page.reload()
    single = Asked(page, "all-single")
    expect(single.option("a")).to_be_checked()
    single.result("Right. 1 of 1 point.")
    expect(single.said("a")).to_be_visible()
    Asked(page, "all-number").result("Not yet. 0 of 1 point.")
    assert progress(3, 2) in status(page)
    assert whole(3) in status(page)
    assert page.locator(".bw-live").count() == 0, "what was heard before is not told again"


@pytest.mark.parametrize(
    "type", [tag for tag in types() if tag not in ("single", "short", "number", "date")]
)
def test_every_kind_of_answer_is_kept_as_a_draft(ask: Ask, type: str) -> None:
    asked = ask(type)
    asked.page.evaluate(
        """id => {
            const root = document.getElementById(id);
            const change = (e) => e.dispatchEvent(new Event("input", {bubbles: true}));
            for (const e of root.querySelectorAll("input:not([type=text]), [type=radio]")) {
                e.checked = true; change(e);
            }
            for (const e of root.querySelectorAll("[type=text], textarea")) {
                e.value = "words"; change(e);
            }
            for (const e of root.querySelectorAll("select")) { e.selectedIndex = 1; change(e); }
            root.querySelector(".bw-move[aria-disabled=false]")?.click();
        }""",
        asked.id,
    )
    state = """id => [...document.querySelectorAll(`#${id} :is(input, select, textarea)`)]
        .map(e => [e.value, e.checked]).concat(
            [...document.querySelectorAll(`#${id} .bw-order li`)].map(e => e.dataset.option))"""
    before = asked.page.evaluate(state, asked.id)
    asked.page.reload()  # at once: a draft that waits to be saved is saved as the page goes
    assert asked.page.evaluate(state, asked.id) == before
    asked.result("")
    assert progress(0) in status(asked.page)
    asked.check.click()
    assert asked.root.get_attribute("data-state") in ("right", "partly", "wrong", "unmarked")


def test_a_draft_after_a_check_keeps_the_score_and_says_so(ask: Ask) -> None:
    asked = ask("single")
    asked.option("a").check()
    asked.check.click()
    asked.option("b").check()
    asked.page.reload()
    expect(asked.option("b")).to_be_checked()
    asked.result("Changed since you checked it. Check again.")
    assert progress(1, 1) in status(asked.page)


def test_an_emptied_draft_leaves_nothing(ask: Ask) -> None:
    asked = ask("short")
    asked.fields.fill("Camp")
    until(asked.page, lambda: "all-short" in kept(asked.page))
    asked.fields.fill("")
    until(asked.page, lambda: "all-short" not in kept(asked.page))


def grow_old(asked: Asked) -> None:
    """Let what is kept of a question be an answer to an older version of it."""
    asked.page.evaluate(
        """([key, id]) => {
            const all = JSON.parse(localStorage[key]);
            all.items[id].h = "older";
            localStorage[key] = JSON.stringify(all);
        }""",
        [KEY, asked.id],
    )
    asked.page.reload()


def test_an_answer_to_an_older_question_stays_as_a_draft_without_marks(ask: Ask) -> None:
    asked = ask("single")
    asked.option("a").check()
    asked.check.click()
    grow_old(asked)
    asked.result(OLDER)
    expect(asked.option("a")).to_be_checked()
    expect(asked.said("a")).to_have_count(0)
    assert progress(0) in status(asked.page)
    assert whole(0) in status(asked.page)
    assert kept(asked.page)["all-single"]["h"] == "older"
    asked.check.click()
    assert kept(asked.page)["all-single"]["h"] != "older"
    assert kept(asked.page)["all-single"]["n"] == 1


def test_a_changed_question_does_not_cost_the_essay(ask: Ask) -> None:
    asked = ask("open")
    asked.fields.fill("A long essay")
    asked.check.click()
    grow_old(asked)
    asked.result(OLDER)
    expect(asked.fields).to_have_value("A long essay")
    asked.fields.press("End")
    asked.fields.press_sequentially("!")
    asked.page.reload()
    expect(asked.fields).to_have_value("A long essay!")
    entry = kept(asked.page)["all-open"]
    assert (entry["s"], entry["n"]) == ("draft", 0)


@pytest.mark.parametrize("text", ['{"v": 2, "work": "mine"}', "no JSON"])
def test_what_is_not_understood_is_laid_aside(page: Page, text: str) -> None:
    page.goto("/quiz.html")
    page.evaluate("([key, text]) => localStorage[key] = text", [KEY, text])
    answer_three(page)
    assert page.evaluate(f"localStorage['{KEY}:old']") == text
    assert len(kept(page)) == 3


def test_a_store_that_recovers_keeps_what_waited(page: Page) -> None:
    page.goto("/quiz.html")
    page.evaluate(
        """() => {
            const set = Storage.prototype.setItem;
            Storage.prototype.setItem = () => { throw new Error("no room") };
            window.mend = () => { Storage.prototype.setItem = set; };
        }"""
    )
    single = Asked(page, "all-single")
    single.option("a").check()
    single.check.click()
    single.hear(f"{NOTICE} Right. 1 of 1 point.")
    expect(single.root.locator(".bw-notice")).to_be_visible()
    answer_three(page)
    assert kept(page) == {}
    page.evaluate("mend()")
    single.option("b").check()
    single.check.click()
    assert set(kept(page)) == {"all-single", "all-short", "all-number"}


def test_erasing_works_where_nothing_can_be_written(page: Page) -> None:
    page.goto("/quiz.html")
    answer_three(page)
    page.evaluate(f"() => {{ {BROKEN['quota']} }}")
    page.get_by_role("button", name="Erase my work").click()
    page.get_by_role("button", name="Erase the whole book").click()
    assert kept(page) == {}


GOOD = {"h": "HASH", "r": {}, "e": 0, "p": 1, "s": "wrong", "n": 1, "q": "all"}


BAD: list[dict[str, Any]] = [
    {"e": -1}, {"e": 2}, {"e": "1"}, {"p": None}, {"n": 1.5}, {"n": 1e9}, {"s": "won"},
    {"r": None}, {"r": ["a"]}, {"r": "a"}, {"h": 1}, {"q": {}},
]  # fmt: skip


STRANGE = [
    "", "no JSON", "null", "[]", "7", '{"v": 1}', '{"v": 2, "items": {}}',
    '{"v": 1, "items": [1]}', '{"v": 1, "items": {"all-single": null}}',
    '{"v": 1, "items": {"__proto__": {"h": 1}, "constructor": {}, "all-single": 3}}',
    *(json.dumps({"v": 1, "items": {"all-single": {**GOOD, **bad}}}) for bad in BAD),
]  # fmt: skip


def test_what_others_wrote_into_the_store_is_not_trusted(page: Page) -> None:
    page.goto("/quiz.html")
    asked = Asked(page, "all-single")
    hash = asked.root.get_attribute("data-hash") or ""
    for text in STRANGE:
        page.evaluate(
            "([key, text]) => localStorage[key] = text", [KEY, text.replace("HASH", hash)]
        )
        page.reload()
        assert progress(0, 0) in status(page), text
        asked.option("a").check()
        asked.check.click()
        asked.result("Right. 1 of 1 point.")
    page.reload()
    asked.result("Right. 1 of 1 point.")


@pytest.mark.parametrize(
    "reply", [{"answer": ["z"]}, {"answer": "a"}, {"answer": ["a", "b"]}, {"nobody": ["a"]}]
)
def test_a_stored_answer_that_nobody_can_give_is_left_out(page: Page, reply: Any) -> None:
    page.goto("/quiz.html")
    hash = page.locator("#all-single").get_attribute("data-hash")
    entry = {**GOOD, "h": hash, "r": reply}
    work = json.dumps({"v": 1, "items": {"all-single": entry}})
    page.evaluate("([key, text]) => localStorage[key] = text", [KEY, work])
    page.reload()
    asked = Asked(page, "all-single")
    expect(asked.root.locator(":checked")).to_have_count(0)
    asked.option("a").check()
    asked.check.click()
    asked.result("Right. 1 of 1 point.")


BROKEN = {
    "access": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})",
    "reading": "Storage.prototype.getItem = () => { throw new Error('no') }",
    "quota": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaError') }",
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_store_that_fails_costs_persistence_only(page: Page, watch: Watch, how: str) -> None:
    watch.allow("exception: no")  # the theme's own script asks for the reader's choice of colours
    page.add_init_script(BROKEN[how])
    page.goto("/quiz.html")
    answer_three(page)
    assert progress(3, 2) in status(page)
    notice = page.locator(".bw-notice")
    expect(notice).to_have_count(1)
    expect(notice).to_have_text(NOTICE)
    Asked(page, "all-single").option("b").check()
    Asked(page, "all-single").check.click()
    assert progress(3, 1) in status(page)
    page.get_by_role("button", name="Erase my work").click()
    page.get_by_role("button", name="Erase this page").click()
    assert progress(0) in status(page)
    page.get_by_role("button", name="Undo").click()
    assert progress(3, 1) in status(page)
