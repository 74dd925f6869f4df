"""The reader's own store: what is kept, what is refused, and what happens if it fails."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bookwork.mark.answers import load_answers
from tests.page.asking import Asked
from tests.page.conftest import Ask
from tests.support.chromium import Watch

KEY = "bookwork:samples"
NOTICE = "This browser does not keep your answers: they last until you close the page."


def kept(page: Page) -> dict[str, Any]:
    """The entries in the store."""
    found: dict[str, Any] = page.evaluate(
        f"JSON.parse(localStorage['{KEY}'] ?? '{{}}').items ?? {{}}"
    )
    return found


def until(page: Page, true: Callable[[], bool]) -> None:
    """Wait for something to become true (a strict policy forbids the browser to wait for it)."""
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it has not become true")


def status(page: Page) -> str:
    """What the quiz says of progress."""
    return page.locator(".bw-status").first.inner_text()


def answer_three(page: Page) -> None:
    """Check three questions: 1, 1 and 0 points."""
    single, short, number = (Asked(page, f"all-{tag}") for tag in ("single", "short", "number"))
    single.option("a").check()
    single.check.click()
    short.fields.fill("Camp David")
    short.check.click()
    number.fields.fill("7")
    number.check.click()


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


def erase(page: Page, what: str) -> None:
    """Erase, by the dialog."""
    page.get_by_role("button", name="Erase my work").click()
    expect(page.get_by_role("dialog", name="Erase my work?")).to_be_visible()
    page.get_by_role("button", name=what).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_erasing_asks_first_and_can_be_undone(page: Page) -> None:
    page.goto("/quiz.html")
    answer_three(page)
    before = kept(page)
    erase(page, "Keep my work")
    assert kept(page) == before
    page.get_by_role("button", name="Erase my work").click()
    page.keyboard.press("Escape")
    assert kept(page) == before
    erase(page, "Erase this page")
    assert kept(page) == {}
    assert "0 of 12 answered · 0 of 18 points" in status(page)
    single = Asked(page, "all-single")
    expect(single.option("a")).not_to_be_checked()
    single.result("")
    expect(Asked(page, "all-short").fields).to_have_value("")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    single.option("b").check()  # answered since: it stays
    single.check.click()
    undo.click()
    assert "3 of 12 answered · 1 of 18 points" in status(page)
    single.result("Not yet. 0 of 1 point.")
    Asked(page, "all-short").result("Right. 1 of 1 point.")
    assert kept(page)["all-short"] == before["all-short"]
    expect(undo).to_be_hidden()


def test_one_page_or_the_whole_book_is_erased(page: Page) -> None:
    page.goto("/alone.html")
    alone = Asked(page, "more-single")
    alone.option("a").check()
    alone.check.click()
    page.goto("/quiz.html")
    answer_three(page)
    erase(page, "Erase this page")
    assert set(kept(page)) == {"more-single"}
    page.get_by_role("button", name="Undo").click()
    erase(page, "Erase the whole book")
    assert kept(page) == {}
    page.get_by_role("button", name="Undo").click()
    assert len(kept(page)) == 4


def test_the_progress_page_tells_of_every_quiz(page: Page) -> None:
    page.goto("/quiz.html")
    answer_three(page)
    page.goto("/alone.html")
    alone = Asked(page, "more-single")
    alone.option("a").check()
    alone.check.click()
    page.goto("/progress.html")
    rows = page.locator("bw-progress li")
    expect(rows.nth(0)).to_contain_text("3 of 12 answered · 2 points")
    expect(rows.nth(1)).to_contain_text("1 of 1 answered · 1 point")
    expect(page.locator("bw-progress .bw-status")).to_have_text("Whole book: 4 of 13 answered")
    bar = page.get_by_role("progressbar", name="3 of 12 answered")
    assert (bar.get_attribute("max"), bar.get_attribute("value")) == ("12", "3")
    page.get_by_role("button", name="Erase my work").click()
    expect(page.get_by_role("button", name="Erase this page")).to_have_count(0)
    page.get_by_role("button", name="Erase the whole book").click()
    expect(rows.nth(0)).to_contain_text("0 of 12 answered")


def test_the_download_is_an_answers_file(page: Page, tmp_path: Path) -> None:
    page.goto("/quiz.html")
    answer_three(page)
    cloze = Asked(page, "all-cloze")
    cloze.root.get_by_label("Gap 1").fill("Camp Dav")  # a draft, not yet saved
    Asked(page, "all-date").root.get_by_text("Answer and why").click()  # seen, not answered
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my work").click()
    assert download.value.suggested_filename == "samples-answers.json"
    path = tmp_path / "work.json"
    download.value.save_as(path)
    work = load_answers(path).data
    assert work["book"] == "samples"
    assert work["answers"] == {
        "all-single": {"answer": ["a"]},
        "all-short": {"answer": "Camp David"},
        "all-number": {"answer": "7"},
        "all-cloze": {"place": "Camp Dav"},
    }
    hashes = {id: page.locator(f"#{id}").get_attribute("data-hash") for id in work["answers"]}
    assert work["versions"] == hashes


def test_everything_works_from_a_disk(browser: Browser, samples: Path) -> None:
    context = browser.new_context()
    page, watch = context.new_page(), Watch("file://")
    watch.attach(page)
    page.goto((samples / "quiz.html").as_uri())
    answer_three(page)
    page.reload()
    assert "3 of 12 answered · 2 of 18 points" in status(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my work").click()
    assert json.loads(download.value.path().read_text())["book"] == "samples"
    context.close()
    assert watch.unexpected() == []
