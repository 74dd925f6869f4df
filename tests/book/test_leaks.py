"""The student's book holds nothing of the teacher's, and no answer but behind its question."""

import json
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.search.en import SearchEnglish

from tests.support.leaks import bare, behind_answers, index, leaks, normal, teachers_text

SECRET = "Many will say that nobody at all had ever met before."
ENGLISH = SearchEnglish({})


def test_there_is_something_to_look_for() -> None:
    assert len(teachers_text()) > 200
    assert len(behind_answers()) > 50
    assert sum(len(found) for found in behind_answers().values()) > 300


def test_the_book_holds_nothing_of_the_teachers(book_html: Path) -> None:
    assert leaks(book_html, teachers_text()) == []


def test_notebooks_as_run_hold_nothing_of_the_teachers(book_html: Path) -> None:
    run = book_html.parent / "jupyter_execute"
    assert list(run.rglob("*.ipynb"))
    assert leaks(run, teachers_text()) == []


def pages(book: Path) -> dict[str, Tag]:
    """Every page, parsed."""
    found: dict[str, Tag] = {}
    for path in sorted(book.rglob("*.html")):
        name = path.relative_to(book).with_suffix("").as_posix()
        if not name.startswith("_static/"):
            found[name] = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    return found


def test_answers_stand_behind_their_questions_alone(book_html: Path) -> None:
    secrets = [piece for found in behind_answers().values() for piece in found]
    shown = set()
    for name, page in pages(book_html).items():
        for question in page.select("bw-question"):
            shown.add(str(question["id"]))
            for behind in question.select(":scope > details.bw-key, :scope > script"):
                behind.decompose()
        letters = bare(f"{name}.html", str(page))
        assert [f"{name}: {piece}" for piece in secrets if piece in letters] == []
    assert shown == set(behind_answers())


def test_answers_stand_behind_their_questions_whole(book_html: Path) -> None:
    # What the test above looks for is really there: it would be blind if it were not.
    for page in pages(book_html).values():
        for question in page.select("bw-question"):
            letters = normal(question.select(":scope > details.bw-key")[0].get_text())
            missing = [p for p in behind_answers()[str(question["id"])] if p not in letters]
            assert missing == [], question["id"]


def test_no_other_file_holds_an_answer(book_html: Path) -> None:
    secrets = [piece for found in behind_answers().values() for piece in found]
    others = [path for path in book_html.rglob("*") if path.is_file() and path.suffix != ".html"]
    assert {"searchindex.js", "objects.inv"} <= {path.name for path in others}
    for path in others:
        letters = bare(path.name, path.read_bytes().decode("utf-8", errors="replace"))
        assert [f"{path.name}: {piece}" for piece in secrets if piece in letters] == []


def stems(text: str) -> set[str]:
    """A text's words as the search index keeps them."""
    words = [word.lower() for word in ENGLISH.split(text)]
    return {*words, *(ENGLISH.stem(word) for word in words)}


def test_the_search_finds_no_word_that_is_not_seen(book_html: Path) -> None:
    found = index(book_html)
    for number, name in enumerate(found["docnames"]):
        text = (book_html / f"{name}.html").read_text(encoding="utf-8")
        page = BeautifulSoup(text, "html.parser")
        for hidden in page.select("details.bw-key, details.bw-hint, script"):
            hidden.decompose()
        seen = stems(page.get_text(" "))
        for drawing in re.findall("<svg.*?</svg>", text, re.DOTALL):
            # Sphinx reads a drawing as raw HTML: without its tags, its words run together.
            seen |= stems(re.sub("<[^<]+?>", "", drawing))
        for term, at in found["terms"].items():
            if number in (at if isinstance(at, list) else [at]):
                assert term.lower() in seen, (name, term)


# The tests above, seen failing -----------------------------------------------------------------


def plant(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<p>Many will say that <em>nobody</em>\n at all had ever met before.</p>"),
        ("page.html", '<p title="Many will say that nobody at all had ever met before.">x</p>'),
        ("page.html", "<script>{'a': 'Many will say that nobody at all had ever met before.'}"),
        ("index.js", r'"Many will say that nobody at all had \u0065ver met before."'),
        (
            "book.tex",
            r"Many will say that \sphinxstyleemphasis{nobody} at all had ever met before.",
        ),
        ("book.1", "Many will say that \\fInobody\\fP at all\nhad ever met before."),
        ("book.txt", "Many will say that *nobody* at all\n   had ever met before."),
        ("book.pot", '"Many will say that *nobody* at all "\n"had ever met before."'),
        ("run.ipynb", r'["Many will say that *nobody* at all\n", "had ever met before."]'),
        ("_sources/page.md.txt", "Many will say that nobody at all had ever met before."),
    ],
)
def test_a_leak_is_found(tmp_path: Path, name: str, text: str) -> None:
    plant(tmp_path, "other.html", "<p>Nothing here.</p>")
    assert leaks(tmp_path, {normal(SECRET)}) == []
    plant(tmp_path, name, text)
    assert leaks(tmp_path, {normal(SECRET)}) == [f"{name}: {normal(SECRET)}"]


def test_a_leak_is_found_in_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.epub", "w") as archive:
        archive.writestr("page.xhtml", f"<p>{SECRET}</p>")
    assert leaks(tmp_path, {normal(SECRET)}) == [f"book.epub/page.xhtml: {normal(SECRET)}"]


def test_a_page_for_teachers_is_found_in_names_and_inventories(tmp_path: Path) -> None:
    plant(tmp_path, "book/teacher/guide.html", "x")
    head = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# zlib\n"
    names = b"book/teacher/guide std:doc -1 book/teacher/guide.html Guide\n"
    (tmp_path / "objects.inv").write_bytes(head + zlib.compress(names))
    assert leaks(tmp_path, ()) == [
        "book/teacher/guide.html: book/teacher",
        "objects.inv: book/teacher",
    ]


def test_a_leak_planted_in_the_book_is_found(book_html: Path, tmp_path: Path) -> None:
    """A note, a block's sentence, an answer: each put where it must not stand."""
    page = (book_html / "book" / "article.html").read_text(encoding="utf-8")
    notes = sorted(teachers_text())
    answers = sorted(piece for found in behind_answers().values() for piece in found)
    for secret in (notes[0], notes[-1], answers[0], answers[-1]):
        plant(tmp_path, "article.html", re.sub("</main>|</article>", f"{secret}\\g<0>", page))
        assert leaks(tmp_path, {*notes, *answers}) == [f"article.html: {secret}"]


def test_a_word_planted_in_the_index_is_found(book_html: Path, tmp_path: Path) -> None:
    text = (book_html / "searchindex.js").read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("Search.setIndex(").rstrip(")"))
    data["terms"]["kingfish"] = data["docnames"].index("book/context")
    for path in book_html.rglob("*.html"):
        plant(tmp_path, path.relative_to(book_html).as_posix(), path.read_text(encoding="utf-8"))
    plant(tmp_path, "searchindex.js", f"Search.setIndex({json.dumps(data)})")
    with pytest.raises(AssertionError, match="kingfish"):
        test_the_search_finds_no_word_that_is_not_seen(tmp_path)
