"""The student's book holds nothing of the teacher's, and no answer but behind its question."""

import json
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.search.en import SearchEnglish

from bookwork.model.kit import load
from bookwork.model.lab import MODEL
from bookwork.model.tables import tables
from bookwork.sphinx.live import files
from tests.support.leaks import (
    ROOT,
    bare,
    behind_answers,
    index,
    lab_text,
    labs,
    leaks,
    normal,
    solutions,
    teachers_text,
)

SECRET = "Many will say that nobody at all had ever met before."
ENGLISH = SearchEnglish({})


def test_there_is_something_to_look_for() -> None:
    assert len(teachers_text()) > 200
    assert len(behind_answers()) > 50
    assert sum(len(found) for found in behind_answers().values()) > 300


@pytest.mark.parametrize("lab", [lab.id for lab in labs()])
def test_there_is_something_to_look_for_in_a_lab(lab: str) -> None:
    (found,) = [each for each in labs() if each.id == lab]
    secrets = set(lab_text(found, teachers=True)) & teachers_text()
    code = set(solutions(found))
    assert len(code & secrets) > 10
    assert code <= secrets
    assert len(secrets - code) > 50
    assert not any(normal(found.checks).count(secret) for secret in secrets)


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


@pytest.mark.parametrize("lab", [lab.id for lab in labs()])
def test_a_solution_planted_in_the_kit_of_live_code_is_found(tmp_path: Path, lab: str) -> None:
    """A page's checks are public, a model is not; what it prints may not stand beside them."""
    kit = load(ROOT)
    held = files(kit.labs, tables(kit.seeds))
    plant(tmp_path, "bookwork-kit.js", f"self.BookworkKit={json.dumps({'files': held})};")
    assert leaks(tmp_path, teachers_text()) == []
    model = (ROOT / "exercises" / lab / MODEL).read_text(encoding="utf-8")
    held[f"labs/{lab}-model.py"] = model
    plant(tmp_path, "bookwork-kit.js", f"self.BookworkKit={json.dumps({'files': held})};")
    found = {line.rpartition(" ")[2] for line in leaks(tmp_path, teachers_text())}
    assert found == set(solutions(kit.labs[lab]))


@pytest.mark.parametrize("kind", ["finding", "note"])
def test_what_teachers_know_of_a_lab_is_found(tmp_path: Path, kind: str) -> None:
    for lab in labs():
        for task in lab.tasks.values():
            text = getattr(task, kind) or ""
            plant(tmp_path, "lab.html", f"<p>{text}</p>")
            assert leaks(tmp_path, teachers_text()), task.id


def test_the_name_of_a_wrong_answer_is_found(tmp_path: Path) -> None:
    for lab in labs():
        names = [trial.name for trials in lab.trials.values() for trial in trials.wrong]
        for name in names:
            plant(tmp_path, "lab.txt", f"- {name}: no")
            is_told_apart = normal(name) in teachers_text()
            assert bool(leaks(tmp_path, teachers_text())) is is_told_apart, name
        assert sum(normal(name) in teachers_text() for name in names) > 0.9 * len(names)


def test_a_word_planted_in_the_index_is_found(book_html: Path, tmp_path: Path) -> None:
    text = (book_html / "searchindex.js").read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("Search.setIndex(").rstrip(")"))
    data["terms"]["kingfish"] = data["docnames"].index("book/context")
    for path in book_html.rglob("*.html"):
        plant(tmp_path, path.relative_to(book_html).as_posix(), path.read_text(encoding="utf-8"))
    plant(tmp_path, "searchindex.js", f"Search.setIndex({json.dumps(data)})")
    with pytest.raises(AssertionError, match="kingfish"):
        test_the_search_finds_no_word_that_is_not_seen(tmp_path)
