"""The keys: every question of a bank with its answer, in the order of the book's pages."""

from pathlib import Path
from typing import Any

import pytest

from bookwork.model.question import types
from tests.sphinx.conftest import NewBook, banks
from tests.sphinx.html import one, said
from tests.sphinx.small import Book, Built
from tests.types.samples import authored, bank

KEYS = "# Keys\n\n```{keys} every\n```\n\n```{keys} one\n```\n"
TEACHERS: dict[str, Any] = {"bookwork_edition": "teacher"}


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book with every type of question, and its keys."""
    book = Book(tmp_path_factory.mktemp("keys"), "every")
    banks(book)
    book.edit("index.md", "plain\n", "plain\nbook/teacher/keys\n")
    book.write("book/teacher/keys.md", KEYS)
    return book


@pytest.fixture(scope="module")
def built(keyed: Book) -> Built:
    return keyed.strict(**TEACHERS)


def test_every_question_is_there_under_a_link_to_it(built: Built) -> None:
    page = built.page("book/teacher/keys")
    entries = page.select(".bw-entry")
    assert len(entries) == len(types()) + 1
    for number, (entry, tag) in enumerate(zip(entries, types(), strict=False), 1):
        assert entry["id"] == f"key-smp-{tag}"
        link = one(entry, "h3 > a")
        assert link["href"] == f"../../quiz.html#smp-{tag}"
        assert said(link) == f"Question {number}"
        words = said(entry)
        assert f"What of the type {tag} ?" in words or tag in ("truefalse", "cloze")
        assert f"Nightingale answer of {tag} , as" in words.replace(f"{tag},", f"{tag} ,")
        assert said(one(entry, ".bw-evidence")).startswith("Evidence: [")
        assert said(one(entry, ".bw-about")) == f"{tag} · recall · Read the text."
    assert [said(heading) for heading in page.select(".bw-keys > h2")] == ["Every type", "Alone"]


def test_the_contents_lead_to_every_entry(built: Built) -> None:
    page = built.page("book/teacher/keys")
    for keys in page.select(".bw-keys"):
        jumps = [link["href"] for link in keys.select(".bw-contents a")]
        assert jumps == [f"#{entry['id']}" for entry in keys.select(".bw-entry")]


@pytest.mark.parametrize(
    ("tag", "answer", "wrong"),
    [
        ("single", "A. Camp David", "B. Geneva — No: that is in Switzerland."),
        ("multiple", "A. Japan; C. South Korea", "B. "),
        (
            "cloze",
            "The three met at Camp David , and Biden was the host.",
            "gap 2: B. Kishida — No",
        ),
        ("date", "18 August 2023", "7 November 2023 — That is the article's date line."),
        ("number", "59 %", "Anything else — "),
        ("matching", "→ Tokyo", " — "),
        ("evidence", "[article s0", "[article s0"),
        (
            "categorise",
            "Three leaders attended. → A checkable fact",
            "The summit was a triumph. — ",
        ),
        ("matrix", "China's foreign ministry → Criticised it", "Japan's prime minister — He"),
        ("region", "A. An island south of a peninsula", "C. A capital in the north-west"),
        ("wordbank", "They pledged to consult quickly.", "gap 2: attack — No: nobody promised"),
        ("attribution", "C. A characterisation: a judgement", "B. A leader — No: no leader is"),
        ("claim", "A. They promised to consult.", "The claim: B. They signed a treaty. — No"),
    ],
)
def test_an_entry_has_the_answer_and_the_mistakes(
    built: Built, tag: str, answer: str, wrong: str
) -> None:
    entry = one(built.page("book/teacher/keys"), f"#key-smp-{tag}")
    assert answer in " ".join(said(each) for each in entry.select(".bw-entry-answer"))
    paired = tag in ("matching", "categorise", "matrix")
    told = [said(each) for each in entry.select(".bw-entry-mistakes")]
    placed = [said(each) for each in entry.select(".bw-entry-remarks")]
    assert any(wrong in each for each in (placed if paired else told))
    # What is paired is no wrong answer: what the page says to it has a title of its own.
    assert all(each.startswith("To one out of place the page says: ") for each in placed)
    assert bool(placed) == paired


def test_an_open_question_has_its_rubric_and_samples(built: Built) -> None:
    entry = one(built.page("book/teacher/keys"), "#key-smp-open")
    assert not entry.select(".bw-entry-answer")
    assert "It says how binding the promise is." in said(one(entry, ".bw-rubric"))
    assert [said(term) for term in entry.select(".bw-samples dt")] == ["Strong", "Middling", "Weak"]
    assert "Names and weighs it." in said(one(entry, ".bw-samples"))


@pytest.mark.parametrize(
    ("tag", "asked", "note"),
    [
        (
            "poll",
            ["The promise will be kept", "The promise will be forgotten", "I cannot tell yet"],
            "What the answers can show:",
        ),
        ("ticket", ["One thing I can now explain", "One question I still have"], "Note:"),
    ],
)
def test_what_is_only_kept_is_told_with_what_it_asks(
    built: Built, tag: str, asked: list[str], note: str
) -> None:
    entry = one(built.page("book/teacher/keys"), f"#key-smp-{tag}")
    assert [said(row) for row in entry.select(".bw-entry-offer > li")] == asked
    assert said(one(entry, ".bw-entry-why")).startswith(f"{note} Nightingale answer of {tag}")
    assert not entry.select(".bw-entry-answer, .bw-entry-mistakes, .bw-rubric")


def test_keys_are_the_same_when_pages_are_read_in_parallel(
    keyed: Book, built: Built, tmp_path: Path
) -> None:
    parallel = keyed.copy(tmp_path / "parallel").strict(jobs=2, **TEACHERS)
    assert parallel.read == ()  # read by other processes
    name = "book/teacher/keys.html"
    assert parallel.text(name) == built.text(name)


def test_keys_rest_nothing_on_evidence(built: Built) -> None:
    assert built.env.domaindata["bookwork"]["uses"]["book/teacher/keys"] == ()


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "man", "singlehtml"])
def test_keys_stand_in_every_format(keyed: Book, builder: str) -> None:
    built = keyed.strict(builder, **TEACHERS)
    texts = [
        path.read_text(encoding="utf-8")
        for path in built.out.rglob("*")
        if path.suffix in (".txt", ".tex", ".xhtml", ".1", ".html")
    ]
    words = " ".join("\n".join(texts).split())
    assert "Common wrong answers:" in words
    assert words.count("Nightingale answer of single") == 2  # behind the quiz, and among the keys


def test_the_note_and_the_dates_are_told(new_book: NewBook) -> None:
    book = new_book()
    told = {"teacher": "Many say *Geneva*.\n\nAsk why.", "as_of": "2026-11-23", "review_by": "2027"}
    book.bank(bank("one", authored("single", "one-b", **told), authored("single", "one-a")))
    book.write("index.md", "# Small\n\n```{toctree}\nfacts\nteacher\n```\n")
    book.write("facts.md", "# Facts\n\n```{quiz} one\n:ids: one-a\n```\n\n```{article}\n```\n"
               "\n```{bibliography}\n```\n")  # fmt: skip
    book.write("teacher.md", "# Keys\n\n```{keys} one\n```\n")
    page = book.strict(**TEACHERS).page("teacher")
    (first, second) = page.select(".bw-entry")
    assert first["id"] == "key-one-a"
    assert said(one(first, "h3")) == "Question 1"
    assert not first.select(".bw-entry-note")
    # A question that stands nowhere comes last, under its id.
    assert said(one(second, "h3")) == "one-b"
    assert said(one(second, ".bw-entry-note")) == "Note: Many say Geneva . Ask why."
    assert "As of 23 November 2026; look again by 2027." in said(second)
    # Moved to a page: the keys follow, though their own page has not changed.
    book.edit("facts.md", ":ids: one-a\n", "")
    page = book.strict(**TEACHERS).page("teacher")
    assert [said(h) for h in page.select(".bw-entry h3")] == ["Question 1", "Question 2"]


def test_keys_of_no_bank_are_a_warning(new_book: NewBook) -> None:
    book = new_book()
    book.bank(bank("one", authored("single", "one-a")))
    book.write("index.md", "# Small\n\n```{keys} two\n```\n")
    warnings = book.build(**TEACHERS).warnings
    assert (
        "index.md:3: WARNING: there is no bank 'two' — use one of one [bookwork.quiz]" in warnings
    )
