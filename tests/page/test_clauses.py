"""The comparison: a class's draft beside the promise, with script and without, kept and erased."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support import axe
from tests.support.chromium import Watch

DRAFT = """
Clause 1. One object fell into the sea; we do not know who launched it.
Clause 2. When something happens, each of us calls the other two within two hours.
3) We will share what our radars show, and we speak to the press together.
(4) Each of us stays free to act alone. This text is not a treaty.
- Our older alliances remain.
Maybe we plan a picnic.
"""


@pytest.fixture
def compare(page: Page) -> Page:
    page.goto("/compare.html")
    return page


def paste(page: Page, draft: str = DRAFT) -> None:
    page.get_by_label("Paste your communiqué").fill(draft)
    page.get_by_role("button", name="Compare").click()


def clause(page: Page, id: str) -> Locator:
    return page.locator(f"section#{id}")


def found(page: Page, id: str) -> list[str]:
    return clause(page, id).locator(".bw-clause-found li").all_text_contents()


def kept(page: Page, key: str) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key) or "null")


def key_of(page: Page) -> str:
    book = page.locator("bw-clauses").get_attribute("data-book")
    return f"bookwork:{book}:clauses"


def test_a_draft_is_taken_apart_the_same_way_each_time(compare: Page) -> None:
    parts = compare.evaluate("draft => Bookwork.sentences(draft)", DRAFT)
    assert parts == [
        "One object fell into the sea; we do not know who launched it.",
        "When something happens, each of us calls the other two within two hours.",
        "We will share what our radars show, and we speak to the press together.",
        "Each of us stays free to act alone.",
        "This text is not a treaty.",
        "Our older alliances remain.",
        "Maybe we plan a picnic.",
    ]


@pytest.mark.parametrize(
    ("draft", "parts"),
    [
        ("", []),
        ("1. 2. 3.", []),
        ("One. Two! Three? “Four.” Five", ["One.", "Two!", "Three?", "“Four.”", "Five"]),
        ("我们会打电话。我们会见面。", ["我们会打电话。", "我们会见面。"]),
        ("24 hours are enough.", ["hours are enough."]),
        ("one\u2028two\r\nthree", ["one", "two", "three"]),
    ],
)
def test_sentences(compare: Page, draft: str, parts: list[str]) -> None:
    assert compare.evaluate("draft => Bookwork.sentences(draft)", draft) == parts


@pytest.mark.parametrize(
    ("sentence", "words", "is_found"),
    [
        ("We consult.", ["consult"], True),
        ("A CONSULTATION follows.", ["consult"], True),
        ("We reconsult.", ["consult"], False),
        ("All three of us meet.", ["all three"], True),
        ("All of us, three in all, meet.", ["all three"], False),
        ("It is our allies’ line.", ["allies' line"], True),
        ("", ["consult"], False),
        ("Ｃonsult us.", ["consult"], True),
    ],
)
def test_mentions(compare: Page, sentence: str, words: list[str], is_found: bool) -> None:
    args = [sentence, words]
    assert compare.evaluate("([s, w]) => Bookwork.mentions(s, w)", args) is is_found


def test_each_clause_shows_the_sentences_that_may_speak_of_it(compare: Page) -> None:
    paste(compare)
    assert found(compare, "k01") == [
        "When something happens, each of us calls the other two within two hours.",
        "We will share what our radars show, and we speak to the press together.",
    ]
    assert found(compare, "k03") == [
        "When something happens, each of us calls the other two within two hours.",
    ]
    assert found(compare, "k06") == ["Each of us stays free to act alone."]
    assert found(compare, "k07") == ["This text is not a treaty."]
    assert found(compare, "k08") == ["This text is not a treaty.", "Our older alliances remain."]
    assert found(compare, "k10") == []
    expect(clause(compare, "k10")).to_contain_text("It may still say it in others.")
    expect(clause(compare, "k10").get_by_text("annual")).to_be_hidden()
    clause(compare, "k10").locator("summary").click()
    expect(clause(compare, "k10").get_by_text("annual")).to_be_visible()
    expect(compare.get_by_role("status")).to_contain_text("clauses may be in your draft")


def test_the_class_judges_and_gets_a_report(compare: Page) -> None:
    report = compare.locator(".bw-report")
    expect(report).to_be_hidden()
    paste(compare)
    clause(compare, "k03").get_by_label("stronger").check()
    clause(compare, "k06").get_by_label("the same").check()
    clause(compare, "k10").get_by_label("not there").check()
    expect(report.locator(".bw-report-sum")).to_have_text(
        "Of 12 clauses, our draft says the same in 1, more in 1 and less in 0;"
        " 1 are not in it, and 9 are not judged yet."
    )
    row = report.locator(".bw-report-row").nth(2)
    expect(row).to_contain_text("Our draft: stronger")
    expect(row).to_contain_text("within two hours")
    expect(row).to_contain_text("They promised: Quickly.")
    expect(row).to_contain_text("Sources: promise 1: Commitment to consult; Commitment to Consult")
    with compare.expect_download() as started:
        report.get_by_role("button", name="Download the report").click()
    text = Path(started.value.path()).read_text(encoding="utf-8")
    assert "3. How fast?\nOur draft: stronger\n" in text
    assert "10. When do the leaders meet?\nOur draft: not there\n  – No sentence found." in text
    assert text.endswith(f"Our draft, whole:\n\n{DRAFT.strip()}\n")


def test_a_hostile_draft_stays_text(compare: Page) -> None:
    hostile = (
        "We call each other </script><script>window.hit = 1</script>"
        ' <img src=x onerror="window.hit=1"> & together.'
    )
    paste(compare, hostile)
    clause(compare, "k01").get_by_label("weaker").check()
    assert found(compare, "k01") == [hostile]
    compare.reload()
    assert found(compare, "k01") == [hostile]
    assert compare.evaluate("window.hit") is None
    expect(compare.locator(".bw-report img, .bw-clause img")).to_have_count(0)


def test_work_is_kept_and_can_be_erased_and_put_back(compare: Page) -> None:
    paste(compare)
    clause(compare, "k07").get_by_label("weaker").check()
    compare.reload()
    field = compare.get_by_label("Paste your communiqué")
    expect(field).to_have_value(DRAFT.strip())
    expect(clause(compare, "k07").get_by_label("weaker")).to_be_checked()
    compare.get_by_role("button", name="Erase the draft and the choices").click()
    expect(field).to_have_value("")
    expect(clause(compare, "k07").get_by_label("weaker")).not_to_be_checked()
    expect(compare.locator(".bw-report")).to_be_hidden()
    assert kept(compare, key_of(compare)) is None
    undo = compare.get_by_role("button", name="Undo: put my work back")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(field).to_have_value(DRAFT.strip())
    expect(clause(compare, "k07").get_by_label("weaker")).to_be_checked()


def test_two_tabs_lose_nothing(compare: Page) -> None:
    other = compare.context.new_page()
    other.goto("/compare.html")
    paste(compare)
    expect(other.get_by_label("Paste your communiqué")).to_have_value(DRAFT.strip())
    clause(other, "k02").get_by_label("stronger").check()
    clause(compare, "k04").get_by_label("weaker").check()
    work = kept(compare, key_of(compare))
    assert work["choices"] == {"k02": "stronger", "k04": "weaker"}
    assert work["draft"] == DRAFT.strip()
    other.close()


STORED = [
    "no JSON",
    "[]",
    '{"v": 2, "draft": "We call each other.", "choices": {}}',
    '{"v": 1, "draft": 7, "choices": []}',
    '{"v": 1, "draft": "", "choices": {"k01": "best", "k99": "same", "k02": {"a": 1}}}',
]


@pytest.mark.parametrize("stored", STORED)
def test_what_others_wrote_into_the_store_does_no_harm(compare: Page, stored: str) -> None:
    compare.evaluate("([k, v]) => localStorage.setItem(k, v)", [key_of(compare), stored])
    compare.reload()
    expect(compare.get_by_label("Paste your communiqué")).to_have_value("")
    expect(compare.locator(".bw-report")).to_be_hidden()
    paste(compare)
    assert found(compare, "k06") == ["Each of us stays free to act alone."]


def test_a_browser_that_keeps_nothing_costs_only_that(compare: Page, watch: Watch) -> None:
    watch.allow("exception: no")  # the theme's own script reads the reader's choice of colours
    compare.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    compare.reload()
    paste(compare)
    clause(compare, "k06").get_by_label("the same").check()
    clause(compare, "k03").get_by_label("stronger").check()
    expect(compare.locator(".bw-report-sum")).to_contain_text("the same in 1, more in 1")
    expect(compare.locator("bw-clauses .bw-notice")).to_be_visible()


def test_a_full_browser_costs_only_that(compare: Page) -> None:
    compare.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    compare.reload()
    expect(compare.locator("bw-clauses .bw-notice")).to_be_hidden()
    paste(compare)
    clause(compare, "k06").get_by_label("the same").check()
    expect(compare.locator(".bw-report-sum")).to_contain_text("the same in 1")
    expect(compare.locator("bw-clauses .bw-notice")).to_be_visible()


def test_the_keyboard_is_enough(compare: Page) -> None:
    compare.get_by_label("Paste your communiqué").focus()
    compare.keyboard.type("We meet each year.")
    compare.keyboard.press("Tab")
    compare.keyboard.press("Enter")
    assert found(compare, "k10") == ["We meet each year."]
    radio = clause(compare, "k10").get_by_label("the same")
    radio.focus()
    compare.keyboard.press("ArrowRight")
    expect(clause(compare, "k10").get_by_label("stronger")).to_be_checked()
    compare.get_by_role("button", name="Print the report").focus()
    compare.evaluate("window.print = () => { window.printed = document.documentElement.className }")
    compare.keyboard.press("Enter")
    assert "bw-print-report" in compare.evaluate("window.printed")


def test_printed_alone_the_report_is_all_there_is(compare: Page) -> None:
    paste(compare)
    compare.evaluate("document.documentElement.classList.add('bw-print-report')")
    compare.emulate_media(media="print")
    expect(compare.locator(".bw-report-sum")).to_be_visible()
    for selector in ("h1", "bw-clauses", "#k01", ".bw-report-bar"):
        for each in compare.locator(selector).all():
            expect(each).to_be_hidden()


def test_a_used_comparison_is_accessible(compare: Page) -> None:
    paste(compare)
    clause(compare, "k06").get_by_label("the same").check()
    assert axe.violations(compare) == []


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """The page in a browser without JavaScript."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/compare.html")
    yield page
    context.close()


def test_without_script_and_on_paper_there_is_room_to_write(plain: Page) -> None:
    expect(plain.locator("section.bw-clause")).to_have_count(12)
    expect(plain.get_by_text("They promised: Quickly.")).to_be_visible()
    clause(plain, "k03").get_by_label("stronger").check()
    expect(plain.locator("textarea, button:has-text('Compare')")).to_have_count(0)
    expect(clause(plain, "k03").locator(".bw-lines")).to_be_hidden()
    plain.emulate_media(media="print")
    expect(clause(plain, "k03").locator(".bw-lines")).to_be_visible()


def test_from_a_disk(browser: Browser, samples: Path) -> None:
    opened, watch = browser.new_page(), Watch("file://")
    watch.attach(opened)
    opened.goto((samples / "compare.html").as_uri())
    paste(opened)
    assert found(opened, "k06") == ["Each of us stays free to act alone."]
    opened.close()
    assert watch.unexpected() == []
