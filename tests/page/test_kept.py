"""The reader's own store: what is kept, what is refused, and what happens if it fails."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.asking import Asked
from tests.page.conftest import Ask
from tests.page.keeping import KEY, answer_three, kept, status, until
from tests.support.chromium import Watch

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
    assert "3 of 12 answered · 2 of 18 points" in status(page)
    assert "Whole book: 3 of 13 answered" in status(page)
    assert page.locator(".bw-live").count() == 0, "what was heard before is not told again"


@pytest.mark.parametrize(
    "type", ["cloze", "claim", "matching", "ordering", "multiple", "open", "truefalse", "evidence"]
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
    assert "0 of 12 answered" in status(asked.page)
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
    assert "1 of 12 answered · 1 of 18 points" in status(asked.page)


def test_an_emptied_draft_leaves_nothing(ask: Ask) -> None:
    asked = ask("short")
    asked.fields.fill("Camp")
    until(asked.page, lambda: "all-short" in kept(asked.page))
    asked.fields.fill("")
    until(asked.page, lambda: "all-short" not in kept(asked.page))


def test_an_answer_to_an_older_question_is_told_and_kept_until_answered_anew(ask: Ask) -> None:
    asked = ask("single")
    asked.option("a").check()
    asked.check.click()
    asked.page.evaluate(
        f"""() => {{
            const all = JSON.parse(localStorage["{KEY}"]);
            all.items["all-single"].h = "older";
            localStorage["{KEY}"] = JSON.stringify(all);
        }}"""
    )
    asked.page.reload()
    asked.result("This question has changed since you answered it.")
    expect(asked.option("a")).not_to_be_checked()
    assert "0 of 12 answered" in status(asked.page)
    assert "Whole book: 0 of 13" in status(asked.page)
    assert kept(asked.page)["all-single"]["h"] == "older"
    asked.option("a").check()
    asked.check.click()
    assert kept(asked.page)["all-single"]["h"] != "older"
    assert kept(asked.page)["all-single"]["n"] == 1


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
        assert "0 of 12 answered · 0 of 18 points" in status(page), text
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
    assert "3 of 12 answered · 2 of 18 points" in status(page)
    notice = page.locator(".bw-notice")
    expect(notice).to_have_count(1)
    expect(notice).to_have_text(NOTICE)
    Asked(page, "all-single").option("b").check()
    Asked(page, "all-single").check.click()
    assert "3 of 12 answered · 1 of 18 points" in status(page)
    page.get_by_role("button", name="Erase my work").click()
    page.get_by_role("button", name="Erase this page").click()
    assert "0 of 12 answered" in status(page)
    page.get_by_role("button", name="Undo").click()
    assert "3 of 12 answered · 1 of 18 points" in status(page)


def test_two_tabs_share_the_work(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto("/quiz.html")
    first, second = Asked(one, "all-single"), Asked(two, "all-short")
    first.option("a").check()
    first.check.click()
    second.fields.fill("Camp David")
    second.check.click()
    for page in (one, two):
        expect(page.locator(".bw-status").first).to_contain_text("2 of 12 answered · 2 of 18")
    Asked(two, "all-single").result("Right. 1 of 1 point.")
    expect(Asked(one, "all-short").fields).to_have_value("Camp David")
    third = Asked(one, "all-number")
    third.fields.fill("59")
    third.check.click()
    assert set(kept(one)) == {"all-single", "all-short", "all-number"}
    context.close()
