"""The page's files as they are joined: every word can be translated, and none weighs too much."""

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from bookwork.sphinx import assets
from tests.page.keeping import progress
from tests.support.built import ROOT

PAGE = ROOT / "src" / "bookwork" / "page"
JOINED = {
    path.stem: path.read_text(encoding="utf-8").split() for path in sorted(PAGE.glob("*.files"))
}
LISTED = sorted({name for names in JOINED.values() for name in names})
# What a reader waits for, in bytes before compression.
MOST = {
    "quiz.js": 26 * 1024,
    "quiz.css": 7 * 1024,
    "book.css": 5 * 1024,
    "clauses.js": 9 * 1024,
    "page.js": 7 * 1024,
    "page.css": 4 * 1024,
    "cards.js": 5 * 1024,
    "cards.css": 2 * 1024,
    "sheet.css": 4 * 1024,
    "clauses.css": 5 * 1024,
    "code.js": 11 * 1024,
    "code.css": 2 * 1024,
}


def words() -> dict[str, str]:
    """The words of the interface, as translators read them."""
    source = (PAGE / "words.js").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(source[source.index("= {") + 2 :].rstrip(";\n"))
    return found


def phrases() -> set[str]:
    """Every phrase that a script says."""
    found: set[str] = set()
    for name in LISTED:
        source = (PAGE / name).read_text(encoding="utf-8") if name != "words.js" else ""
        said = re.findall(r'(?<![#\w])say\(\s*("(?:[^"\\]|\\.)*")', source)
        said += re.findall(r'(?<=: )"[A-Z][a-z ]+"', source) if name == "feedback.js" else []
        found |= {json.loads(phrase) for phrase in said} - {""}
    return found


def test_every_phrase_stands_in_the_list_of_words() -> None:
    assert set(words()) == phrases()
    assert all(english == key for key, english in words().items())


def test_every_script_is_joined() -> None:
    assert sorted(LISTED) == sorted(path.name for path in PAGE.glob("*.js"))


@pytest.mark.parametrize("name", MOST)
def test_what_a_reader_waits_for_stays_light(name: str) -> None:
    text = assets.script(name[:-3]) if name.endswith(".js") else assets.styles(name)
    assert len(text.encode()) <= MOST[name]


def test_a_translation_reaches_every_word(
    browser: Browser, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "translated", lambda: {each: f"»{each}«" for each in words()})
    script = assets.script("quiz")
    page = browser.new_page(base_url=site)
    page.route(
        "**/bookwork-quiz.*.js*",
        lambda route: route.fulfill(body=script, content_type="text/javascript; charset=utf-8"),
    )
    page.goto("/quiz.html")
    single = page.locator("#all-single")
    single.locator("input").first.check()
    single.get_by_role("button", name="»Check«").click()
    expect(single.locator(".bw-result")).to_have_text("»Right.« »1 of 1 point.«")
    expect(page.locator(".bw-status").first).to_contain_text(f"»{progress(1)}«")
    for name in ("»Download my work«", "»Erase my work«", "»Keep this order«", "»Move up«"):
        expect(page.get_by_role("button", name=name).first).to_be_visible()
    page.close()
