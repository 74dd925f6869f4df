"""What a page weighs: bytes and requests, counted as a browser fetches them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

KIB = 1024
CHAPTERS = ("context", "agreements", "challenges")
# An ordinary Jupyter Book page weighs 2.3 MB; the lightest peer's quiz page 348 KiB.
MOST_BYTES, MOST_REQUESTS = 170 * KIB, 12


def load(page: Page, address: str) -> list[Response]:
    """Every answer that a page needs, with nothing kept from before."""
    answers: list[Response] = []
    # A function of ours: Playwright cannot mark a list's own method as its handler.
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle")
    return answers


def weigh(page: Page, address: str) -> None:
    """Open a page and hold it to what a page may weigh."""
    answers = load(page, address)
    sizes = {answer.url: len(answer.body()) for answer in answers}
    # The icon of a page is fetched by a browser with a window, too.
    icon = page.locator("link[rel~=icon]").get_attribute("href")
    assert icon
    total = sum(sizes.values()) + len(page.request.get(icon.replace("..", "")).body())
    assert total <= MOST_BYTES, (total, sizes)
    assert len(answers) + 1 <= MOST_REQUESTS, sizes


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_pages_of_a_chapter_are_light(page: Page, book_html: Path, chapter: str) -> None:
    questions = 0
    for file in sorted(book_html.glob(f"book/{chapter}*.html")):
        if "<bw-question" in file.read_text(encoding="utf-8"):
            weigh(page, f"/book/{file.name}")
            questions += page.locator("bw-question").count()
    assert questions >= 20


def assets(page: Page, address: str) -> set[str]:
    """The names of a page's assets."""
    return {Path(answer.url.split("?")[0]).name for answer in load(page, address)}


def test_pages_load_only_what_they_use(page: Page) -> None:
    plain = assets(page, "/book/sources.html")
    assert not [name for name in plain if "quiz" in name or "pygments" in name or "nb" in name]
    quiz = assets(page, "/book/context.html")
    assert [name for name in quiz if name.startswith("bookwork-quiz")]
    assert not [name for name in quiz if "pygments" in name or "nb" in name or "design" in name]
    notebook = assets(page, "/book/context-timeline.html")
    assert [name for name in notebook if "pygments" in name]
    assert not [name for name in notebook if "quiz" in name]


def test_nothing_is_fetched_twice(browser: Browser, site: str) -> None:
    opened = browser.new_page(base_url=site)
    answers = load(opened, "/book/context.html")
    urls = [answer.url for answer in answers]
    opened.close()
    assert len(urls) == len(set(urls))
