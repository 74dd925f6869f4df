"""What a reader does besides answering: readings, words, cards, lessons, the checked article."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

CHAPTER = "/book/context.html"
FULL, SHORT = "section.bw-reading-full", "section.bw-reading-short"


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A browser without JavaScript."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("chapter", ["context", "agreements", "challenges"])
def test_a_chapter_shows_one_reading_and_keeps_the_choice(page: Page, chapter: str) -> None:
    page.goto(f"/book/{chapter}.html")
    expect(page.locator(FULL)).to_be_visible()
    expect(page.locator(f"{SHORT} > section").first).to_be_hidden()
    choices = page.get_by_role("group", name="Reading").get_by_role("radio")
    assert choices.count() == 2
    choices.nth(0).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{SHORT} > section").first).to_be_visible()
    expect(page.locator(f"{FULL} > section").first).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("The short reading is shown.")
    page.goto("/book/agreements.html")
    expect(page.locator(f"{FULL} > section").first).to_be_hidden()


def test_an_address_in_the_hidden_reading_shows_it(page: Page) -> None:
    page.goto(f"{CHAPTER}#the-short-reading")
    expect(page.locator(f"{SHORT} > section").first).to_be_visible()
    expect(page.locator(f"{FULL} > section").first).to_be_hidden()
    # The contents of the page lead to what is shown.
    entries = page.locator(".toc-tree a", has_text="The full reading").locator("xpath=..")
    expect(entries.first).to_be_hidden()


def test_both_readings_stand_on_paper(page: Page) -> None:
    page.goto(CHAPTER)
    page.emulate_media(media="print")
    for reading in (FULL, SHORT):
        expect(page.locator(f"{reading} > section").first).to_be_visible()
    expect(page.locator(".bw-readings")).to_be_hidden()


def test_both_readings_stand_without_a_script(plain: Page) -> None:
    plain.goto(CHAPTER)
    for reading in (FULL, SHORT):
        expect(plain.locator(f"{reading} > section").first).to_be_visible()
    expect(plain.locator("div.bw-reading").first).to_contain_text("Go to the short reading")


def test_a_choice_that_cannot_be_kept_holds_on_the_page(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    context.add_init_script(refuse)
    page = context.new_page()
    page.goto(CHAPTER)
    page.get_by_role("radio", name="Short").check()
    expect(page.locator(f"{SHORT} > section").first).to_be_visible()
    context.close()


def test_a_word_is_explained_while_it_has_the_focus(page: Page) -> None:
    page.goto(CHAPTER)
    word = page.locator(f"{FULL} a.bw-term").first
    bubble = page.locator(".bw-bubble")
    word.focus()
    expect(bubble).to_be_visible()
    described = word.get_attribute("aria-describedby")
    assert bubble.text_content() == page.locator(f"#{described}").text_content()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(word).to_be_focused()


def test_the_pointer_may_move_into_the_explanation(page: Page) -> None:
    page.goto(CHAPTER)
    page.locator(f"{FULL} a.bw-term").first.hover()
    bubble = page.locator(".bw-bubble")
    bubble.hover()
    page.wait_for_timeout(400)  # longer than the pause after which it would go
    expect(bubble).to_be_visible()
    page.mouse.move(0, 0)
    expect(bubble).to_be_hidden()


def test_the_explanation_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(CHAPTER)
    for word in page.locator(f"{FULL} a.bw-term").all()[:4]:
        word.focus()
        box = page.locator(".bw-bubble").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_a_word_leads_to_the_glossary_without_a_script(plain: Page) -> None:
    plain.goto(CHAPTER)
    word = plain.locator(f"{FULL} a.bw-term").first
    address = word.get_attribute("href") or ""
    word.click()
    assert plain.url.endswith(address)
    expect(plain.locator(f"[id='{address.split('#')[1]}']")).to_be_visible()


def test_cards_are_turned_and_known_by_keyboard(page: Page) -> None:
    page.goto("/book/flash-cards.html")
    deck = page.locator("bw-cards").first
    first = deck.locator(".bw-front").text_content()
    expect(deck.locator(".bw-back")).to_be_hidden()
    deck.get_by_role("button", name="Turn the card").press("Enter")
    expect(deck.locator(".bw-back")).to_be_visible()
    expect(deck.get_by_role("button", name="I knew it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(deck.locator(".bw-count")).to_contain_text("1 of")
    assert deck.locator(".bw-front").text_content() != first
    page.reload()
    expect(deck.locator(".bw-count")).to_contain_text("1 of")
    deck.get_by_role("button", name="Start again").click()
    expect(deck.locator(".bw-count")).to_contain_text("0 of")


def test_a_card_not_known_comes_again(page: Page) -> None:
    page.goto("/book/flash-cards.html")
    deck = page.locator("bw-cards").first
    first = deck.locator(".bw-front").text_content() or ""
    cards = deck.locator("[data-card]").count()
    for turn in range(cards):
        deck.get_by_role("button", name="Turn the card").click()
        deck.get_by_role("button", name="Not yet" if turn == 0 else "I knew it").click()
    expect(deck.locator(".bw-front")).to_have_text(first)


def test_all_cards_stand_on_paper_and_open_without_a_script(page: Page, plain: Page) -> None:
    page.goto("/book/flash-cards.html")
    page.emulate_media(media="print")
    expect(page.locator("bw-cards li p").first).to_be_visible()
    plain.goto("/book/flash-cards.html")
    expect(plain.locator("bw-cards li p").first).to_be_hidden()
    plain.locator("bw-cards summary").first.click()
    expect(plain.locator("bw-cards li p").first).to_be_visible()


def test_a_lesson_is_followed_from_page_to_page(page: Page) -> None:
    page.goto("/book/lessons.html")
    bar = page.get_by_role("navigation", name="Lesson")
    assert bar.count() == 0
    page.locator("bw-lesson").nth(1).get_by_role("link").first.click()
    expect(bar).to_contain_text("Lesson 1: why they met – step 1 of 4")
    bar.get_by_role("link", name="Next step").click()
    assert page.url.endswith("/book/context-timeline.html")
    expect(bar).to_contain_text("step 2 of 4")
    bar.get_by_role("link", name="Previous step").click()
    expect(bar).to_contain_text("step 1 of 4")
    page.goto("/book/people.html")
    assert bar.count() == 0  # no page of a lesson
    page.goto("/book/commitments.html")
    bar.get_by_role("link", name="Back to the lesson").click()
    assert page.url.endswith(CHAPTER)
    bar.get_by_role("button", name="Leave the lesson").click()
    assert bar.count() == 0
    page.reload()
    assert bar.count() == 0


def test_a_stored_lesson_of_anybody_does_nothing(page: Page) -> None:
    page.goto(CHAPTER)
    evil = '{"title":"x","steps":["javascript:alert(1)"],"at":0}'
    for text in (evil, "{", "[]", '{"title":1,"steps":[],"at":0}'):
        page.evaluate("text => localStorage.setItem('bookwork:lesson:camp-david-2023', text)", text)
        page.reload()
        assert page.get_by_role("navigation", name="Lesson").count() == 0


def test_the_checked_reading_is_shown_and_remembered(page: Page) -> None:
    page.goto("/book/article.html")
    notes = page.locator(".bw-article details")
    switch = page.get_by_role("button", name="Show the checked reading")
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.locator(".bw-article details[open]").count() == 0
    switch.press("Enter")
    assert page.locator(".bw-article details[open]").count() == notes.count() == 17
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    assert page.locator(".bw-article details[open]").count() == 0


def test_questions_of_a_page_can_be_reached_and_say_how_they_stand(page: Page) -> None:
    page.goto("/book/context-practice.html")
    ways = page.get_by_role("navigation", name="Questions on this page").get_by_role("link")
    assert ways.count() == page.locator("bw-question").count()
    expect(ways.first).to_have_accessible_name("Question 1: Not answered")
    question = page.locator("bw-question").first
    for box in question.locator("input[type=checkbox]").all():
        box.check()
    question.get_by_role("button", name="Check").click()
    expect(ways.first).not_to_have_accessible_name("Question 1: Not answered")
