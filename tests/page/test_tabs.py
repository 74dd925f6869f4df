"""One book in two tabs: each shows what the other keeps, and neither loses it."""

from playwright.sync_api import Browser, Page, expect

from tests.page.asking import Asked
from tests.page.keeping import KEY, kept, progress


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
        expect(page.locator(".bw-status").first).to_contain_text(progress(2, 2))
    Asked(two, "all-single").result("Right. 1 of 1 point.")
    expect(Asked(one, "all-short").fields).to_have_value("Camp David")
    third = Asked(one, "all-number")
    third.fields.fill("59")
    third.check.click()
    assert set(kept(one)) == {"all-single", "all-short", "all-number"}
    context.close()


def test_a_tab_in_the_background_shows_what_was_written_meanwhile(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(base_url=site)
    behind, front = context.new_page(), context.new_page()
    # The browser under test believes that every tab is in front.
    behind.add_init_script("document.hasFocus = () => false")
    essays = []
    for page in (behind, front):
        page.goto("/quiz.html")
        essays.append(Asked(page, "all-open").fields)
        essays[-1].focus()
    essays[1].fill("An essay")
    Asked(front, "all-open").check.click()
    expect(essays[0]).to_have_value("An essay")
    context.close()


def test_what_others_keep_is_none_of_ours(page: Page) -> None:
    page.goto("/quiz.html")
    page.evaluate(
        """() => {
            window.times = 0;
            document.addEventListener("bookwork:work", () => { window.times++; });
        }"""
    )
    for key in ("theme", "bookwork:another", KEY, None):
        page.evaluate("key => void dispatchEvent(new StorageEvent('storage', {key}))", key)
    assert page.evaluate("window.times") == 2
