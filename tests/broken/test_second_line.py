"""Hostile content in built pages: nothing of it acts, even if the loader had let it through."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from bookwork.model.bank import Bank, load_banks
from bookwork.model.seeds import load_seeds
from tests.broken.second_line import PAGES, PARSED, PLAIN, parsed, plain, write

ADDRESSES = {
    "action", "background", "cite", "classid", "codebase", "data", "formaction", "href",
    "icon", "longdesc", "manifest", "ping", "poster", "profile", "src", "srcset", "usemap",
    "xlink:href",
}  # fmt: skip
ACTING = {
    "applet", "audio", "base", "canary", "embed", "frame", "iframe", "img", "math", "object",
    "param", "picture", "portal", "source", "style", "template", "track", "video",
}  # fmt: skip
JSON = '<script type="application/json">'


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the hostile book's pages."""
    folder = tmp_path_factory.mktemp("hostile")
    write(folder / "book")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "book", "html"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def pages(out: Path) -> dict[str, BeautifulSoup]:
    """The pages, parsed, by name."""
    return {
        name: BeautifulSoup((out / f"{name}.html").read_text(encoding="utf-8"), "html.parser")
        for name in [*PAGES, "search", "genindex"]
    }


@pytest.fixture(scope="module")
def bank(out: Path) -> Bank:
    """The bank of hostile texts that are never parsed, as the loader takes it."""
    book = out.parent / "book"
    return load_banks(book, load_seeds(book / "seeds"))["plain"]


def elements(pages: dict[str, BeautifulSoup]) -> Iterator[tuple[str, Tag]]:
    """Yield every element of every page, with the page's name."""
    for name, page in pages.items():
        for element in page.find_all(True):
            yield name, element


def attributes(element: Tag) -> Iterator[tuple[str, str]]:
    for name, value in element.attrs.items():
        yield name.lower(), " ".join(value) if isinstance(value, list) else str(value)


def test_every_hostile_text_is_in_the_book() -> None:
    placed = {text for _id, _tag, plan in parsed() for text in plan.values()}
    assert {text for text in PARSED if not any(text in each for each in placed)} == set()
    written = json.dumps(list(plain()))
    assert [text for text in PLAIN if json.dumps(text)[1:-1] not in written] == []


def test_no_element_that_acts_is_injected(pages: dict[str, BeautifulSoup]) -> None:
    # The theme's own: its colours, and its icons in a template.
    allowed = {("style", "head"), ("template", "body")}
    assert [
        (name, str(element)[:200])
        for name, element in elements(pages)
        if element.name in ACTING
        and (element.name, element.parent.name if element.parent else "") not in allowed
    ] == []


def test_no_attribute_acts(pages: dict[str, BeautifulSoup]) -> None:
    for name, element in elements(pages):
        for attribute, value in attributes(element):
            assert not attribute.startswith("on"), (name, str(element)[:200])
            # A drawing's words stand at an x that is a number.
            harmless = value == "Content-Security-Policy" or (
                attribute == "x" and element.name in ("text", "tspan") and value.isdigit()
            )
            assert attribute not in ("srcdoc", "x", "http-equiv") or harmless, (
                name,
                str(element)[:200],
            )
            assert re.fullmatch(r"[a-z][a-z0-9:_-]*", attribute), (name, str(element)[:200])
            if attribute == "style":
                assert "canary" not in value


def test_no_address_has_another_scheme(pages: dict[str, BeautifulSoup]) -> None:
    for name, element in elements(pages):
        for attribute, value in attributes(element):
            if attribute in ADDRESSES:
                bare = re.sub(r"[\x00-\x20]", "", value)  # as browsers read it
                scheme = urlsplit(bare).scheme.lower()
                assert scheme in ("", "http", "https", "mailto"), (name, str(element)[:200])


def test_the_only_scripts_are_the_books_and_the_themes(pages: dict[str, BeautifulSoup]) -> None:
    for name, element in elements(pages):
        if element.name != "script" or element.get("type") == "application/json":
            continue
        if source := element.get("src"):
            assert str(source).startswith(("_static/", "searchindex.js")), name
        else:
            assert "canary" not in element.text
            assert "document.body.dataset.theme" in element.text


def test_no_script_can_be_broken_out_of(out: Path) -> None:
    found = 0
    for path in out.rglob("*.html"):
        for rest in path.read_text(encoding="utf-8").split(JSON)[1:]:
            data = rest[: rest.index("</script>")]
            assert not re.search("[<>&\u2028\u2029]", data), data
            json.loads(data)
            found += 1
    assert found == len(list(parsed())) + len(list(plain()))


def test_the_data_is_what_was_written(pages: dict[str, BeautifulSoup], bank: Bank) -> None:
    for id, entry in bank.entries.items():
        question = pages["plain"].find("bw-question", id=id)
        assert isinstance(question, Tag)
        (script,) = question.find_all("script")
        assert json.loads(script.text) == entry.item.task()


def test_plain_text_is_shown_as_it_was_written(pages: dict[str, BeautifulSoup], bank: Bank) -> None:
    """Accepted answers, units and foreseen answers: not a letter more or less."""
    for id, entry in bank.entries.items():
        question = pages["plain"].find("bw-question", id=id)
        assert isinstance(question, Tag)
        # One text may stand in two blocks, between which no space is written.
        shown = "".join(question.text.split())
        fields = entry.question.model_dump()
        expected = [
            *fields.get("accept", ())[:1],
            *fields.get("units", ())[:1],
            *[answer for wrong in fields.get("wrong", ()) for answer in wrong.get("answers", ())],
        ]
        for text in expected:
            assert "".join(text.split()) in shown, (id, text)


def test_facts_are_shown_as_they_were_written(pages: dict[str, BeautifulSoup], out: Path) -> None:
    seeds = load_seeds(out.parent / "book" / "seeds")
    facts, promises = squeezed(pages["facts"].text), squeezed(pages["promises"].text)
    for event in (event for event in seeds.events.values() if event.tier == "core"):
        assert squeezed(event.title) in facts
        assert squeezed(event.description) in facts
    for sentence in seeds.sentences.values():
        for text in (sentence.text, sentence.speaker, sentence.reason, sentence.caveat):
            assert squeezed(text) in facts
    for commitment in seeds.commitments.values():
        for text in (commitment.pledged, commitment.wording, commitment.status):
            assert squeezed(text) in promises
    questions = squeezed(pages["plain"].text)
    for id in ("e001", "e004", "e008"):
        assert squeezed(seeds.events[id].title) in questions
    assert squeezed(seeds.sentences["s16"].text) in questions
    assert "<script>canary()</script> Commitment to Consult" in squeezed(pages["sources"].text)


def test_hostile_markdown_stands_as_words(pages: dict[str, BeautifulSoup]) -> None:
    """Of what was refused as HTML, the words are there to be read, and do nothing."""
    shown = squeezed(pages["parsed"].text)
    for text in ("<script>canary()</script>", "<iframe srcdoc=", "<bw-question data-x=canary>"):
        assert text in shown


def test_nothing_else_was_written(out: Path) -> None:
    assert not (out / "_downloads").exists()
    assert not (out / "_images").exists()


def squeezed(text: str) -> str:
    """The text with its white space as one space."""
    return " ".join(text.split())
