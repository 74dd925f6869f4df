"""What each page loads, what a search finds, and what may run."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import Tag
from sphinx.search.en import SearchEnglish

from bookwork.model.bank import load_banks
from bookwork.model.item import Item
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.seeds import load_seeds
from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one
from tests.sphinx.small import Book, Built

ASKING = {"quiz", "alone"}
WORD = re.compile(r"[a-z]{4,}")


def loaded(page: Tag) -> set[str]:
    """The names of a page's own scripts and styles, without their hash."""
    found = [tag["src"] for tag in page.select("script[src]")]
    found += [tag["href"] for tag in page.select("link[rel=stylesheet]")]
    names = [str(name).split("?")[0].rsplit("/", 1)[-1] for name in found]
    return {re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in names if "bookwork" in name}


def test_only_pages_that_ask_load_the_quiz(html: Built) -> None:
    assert {"quiz", "alone", "index", "plain", "facts", "search"} <= set(html.pages)
    for name, page in html.pages.items():
        quiz = {"bookwork-quiz.css", "bookwork-quiz.js"}
        asks = name in ASKING or name == "index"  # the front page shows progress
        assert loaded(page) & quiz == (quiz if asks else set()), name
        assert "bookwork-book.css" in loaded(page)


def test_the_script_waits_for_the_page_and_is_no_module(html: Built) -> None:
    script = one(html.page("quiz"), "script[src*='bookwork-quiz.']")
    assert script.has_attr("defer")
    assert not script.has_attr("type")
    assert not script.has_attr("async")


def test_an_asset_is_named_by_what_it_holds(html: Built) -> None:
    for name in ("bookwork-quiz.*.js", "bookwork-quiz.*.css", "bookwork-book.*.css"):
        (path,) = (html.out / "_static").glob(name)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.name.split(".")[1] == digest[:8]


def test_every_file_that_a_page_names_is_there(html: Built) -> None:
    for name, page in html.pages.items():
        for tag in page.select("[src], link[href]"):
            address = str(tag.get("src") or tag["href"])
            assert not re.match(r"(?:[a-z]+:|//)", address), f"{name}: {tag}"  # nothing from afar
            assert (html.out / address.split("?")[0].split("#")[0]).exists(), f"{name}: {tag}"


# What a search finds ----------------------------------------------------------------------


def index(built: Built) -> dict[str, set[int]]:
    """The search index: in which pages a stem stands."""
    text = built.text("searchindex.js")
    data = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    found: dict[str, set[int]] = {}
    for table in ("terms", "titleterms"):
        for stem, pages in data[table].items():
            found.setdefault(stem, set()).update(pages if isinstance(pages, list) else [pages])
    return found


def secrets(item: Item) -> Iterator[str]:
    """What a reader must not meet before answering: hint, answer, feedback, rubric."""
    yield from (item.hint, item.answer)
    for part in item.parts:
        match part.task:
            case Choice(options=options) | Spans(options=options) | Match(left=options):
                yield from (option.feedback for option in options)
            case Order(options=options) | Region(areas=options):
                yield from (option.feedback for option in options)
            case Text() | Numeric():
                yield part.task.otherwise
                yield from (foreseen.feedback for foreseen in part.task.wrong)
                yield from (answer for foreseen in part.task.wrong for answer in foreseen.answers)
            case Survey():
                pass
            case Extended():
                yield from part.task.rubric
                yield from (sample.text for sample in part.task.samples)
                yield from (sample.why for sample in part.task.samples)


def words(text: str) -> set[str]:
    return set(WORD.findall(plain(text).lower()))


@pytest.fixture(scope="module")
def items(every: Book) -> list[Item]:
    banks = load_banks(every.root, load_seeds(every.root / "seeds"))
    return [item for bank in banks.values() for item in bank.items]


def test_a_search_finds_the_questions(html: Built) -> None:
    found = index(html)
    stem = SearchEnglish({}).stem
    for word in ("Geneva", "treaty", "Beijing", "paragraph"):
        assert stem(word.lower()) in found


def test_a_search_finds_no_hint_answer_or_feedback(html: Built, items: list[Item]) -> None:
    """Words that stand nowhere but in hints, answers and feedback are not in the index."""
    visible = set()
    for page in html.pages.values():
        for folded in page.select("bw-question details, script"):
            folded.extract()
        visible |= words(page.get_text(" "))
    html.parsed.clear()  # the pages were taken apart
    found, stem = index(html), SearchEnglish({}).stem
    public = {stem(word) for word in visible}
    for item in items:
        hidden = {stem(word) for text in secrets(item) for word in words(text)} - public
        assert hidden, item.id
        assert hidden & set(found) == set(), item.id


def test_no_sources_stand_beside_the_pages(html: Built) -> None:
    """Copies of the sources would hold what only teachers get."""
    assert not (html.out / "_sources").exists()
    assert "_sources" not in html.text("quiz.html")


def test_no_other_file_holds_the_answers(html: Built) -> None:
    """The pages that ask hold them folded away; downloads, indexes and inventories don't."""
    holders = {
        path.relative_to(html.out).as_posix()
        for path in html.out.rglob("*")
        if path.is_file() and b"Nightingale" in path.read_bytes()
    }
    assert holders == {"quiz.html"}


# What may run -----------------------------------------------------------------------------


def policy(page: Tag) -> dict[str, list[str]]:
    """A page's Content-Security-Policy, by directive."""
    (meta,) = page.select("head > meta[http-equiv='Content-Security-Policy']")
    parts = (part.split() for part in str(meta["content"]).split(";"))
    return {name: values for name, *values in parts}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_every_page_has_the_policy(html: Built) -> None:
    for name, page in html.pages.items():
        found = policy(page)
        assert found["default-src"] == ["'self'"], name
        assert found["base-uri"] == ["'none'"]
        assert found["object-src"] == ["'none'"]
        loose = {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "blob:", "https:", "http:"}
        assert not loose & {value for values in found.values() for value in values}, name


def test_the_policy_allows_each_inline_text_by_its_hash(html: Built) -> None:
    seen = set()
    for name, page in html.pages.items():
        found = policy(page)
        for tag in page.select("script:not([src]), style"):
            if tag.get("type") == "application/json":
                continue  # data, which never runs
            source = found["script-src" if tag.name == "script" else "style-src"]
            assert digest(tag.text) in source, f"{name}: {tag.text[:80]}"
            assert "'self'" in source
            seen.add(tag.name)
    assert seen == {"script", "style"}


def test_nothing_needs_what_the_policy_forbids(html: Built) -> None:
    for name, page in html.pages.items():
        handlers = [
            tag for tag in page.select("*") if any(str(key).startswith("on") for key in tag.attrs)
        ]
        assert handlers == [], name
        assert page.select("[href^='javascript:'], [src^='data:'], [href^='data:']") == []
        assert page.select("[style]") == [], name
    for sheet in (html.out / "_static").glob("bookwork-*.css"):
        assert "data:" not in sheet.read_text(encoding="utf-8"), sheet.name


def test_the_policy_stands_before_what_it_governs(html: Built) -> None:
    for name, page in html.pages.items():
        first = page.select_one("script, style, link, meta[http-equiv='Content-Security-Policy']")
        assert first is not None
        assert first.name == "meta", name


def test_the_policy_can_be_left_to_the_server(new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", "# Small\n")
    built = book.strict(bookwork_csp=False)
    assert built.page("index").select("[http-equiv='Content-Security-Policy']") == []


def test_other_themes_build_too(new_book: NewBook) -> None:
    book = new_book("every")
    for path in ("quiz.md", "alone.md"):
        book.write(path, f"# {Path(path).stem}\n")
    book.strict(html_theme="alabaster")
