"""The reader's work as a whole: shown, erased and put back, downloaded, taken along on a stick."""

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from bookwork.mark.answers import load_answers
from tests.page.asking import Asked
from tests.page.keeping import QUESTIONS, answer_three, kept, progress, status, whole
from tests.support.chromium import Watch


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
    assert progress(0, 0) in status(page)
    single = Asked(page, "all-single")
    expect(single.option("a")).not_to_be_checked()
    single.result("")
    expect(Asked(page, "all-short").fields).to_have_value("")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    single.option("b").check()  # answered since: it stays
    single.check.click()
    undo.click()
    assert progress(3, 1) in status(page)
    single.result("Not yet. 0 of 1 point.")
    Asked(page, "all-short").result("Right. 1 of 1 point.")
    assert kept(page)["all-short"] == before["all-short"]
    expect(undo).to_be_hidden()


def test_what_was_erased_twice_comes_back_whole(page: Page) -> None:
    page.goto("/quiz.html")
    answer_three(page)
    before = kept(page)
    erase(page, "Erase the whole book")
    erase(page, "Erase this page")
    page.get_by_role("button", name="Undo").click()
    assert kept(page) == before


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
    expect(rows.nth(0)).to_contain_text(f"{progress(3)} · 2 points")
    expect(rows.nth(1)).to_contain_text("1 of 1 answered · 1 point")
    expect(page.locator("bw-progress .bw-status")).to_have_text(whole(4))
    bar = page.get_by_role("progressbar", name=progress(3))
    assert (bar.get_attribute("max"), bar.get_attribute("value")) == (str(QUESTIONS), "3")
    page.get_by_role("button", name="Erase my work").click()
    expect(page.get_by_role("button", name="Erase this page")).to_have_count(0)
    page.get_by_role("button", name="Erase the whole book").click()
    expect(rows.nth(0)).to_contain_text(progress(0))


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
    assert progress(3, 2) in status(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my work").click()
    assert json.loads(download.value.path().read_text())["book"] == "samples"
    context.close()
    assert watch.unexpected() == []
