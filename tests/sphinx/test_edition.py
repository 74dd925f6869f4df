"""The two editions of one book: what the teacher's has, and that the student's has none of it."""

import re
import zipfile
from pathlib import Path

import pytest
from sphinx.errors import ConfigError

from tests.sphinx.conftest import NewBook
from tests.sphinx.html import one, said, straight
from tests.sphinx.small import Book, Built
from tests.types.samples import authored, bank

BLOCK = """
:::{teacher} Which *way* round?
Kingfisher tells {s}`s05`.

```{question} two-a
```
:::
"""
TOC = """root: index
subtrees:
- entries:
  - file: facts
  - file: teacher/guide
    subtrees:
    - entries:
      - file: teacher/deep/keys.md
- entries:
  - glob: teacher/more*
"""
CONF = """
extensions += ["sphinx_external_toc"]
external_toc_exclude_missing = True
use_multitoc_numbering = False
myst_enable_extensions = ["colon_fence"]
bookwork_teacher_pages = ["teacher/*"]
"""


@pytest.fixture
def book(new_book: NewBook) -> Book:
    book = new_book()
    book.bank(bank("one", authored("single", "one-a", teacher="Woodpecker note.")))
    book.bank(bank("two", authored("single", "two-a")))
    book.write("conf.py", (book.root / "conf.py").read_text(encoding="utf-8") + CONF)
    book.write("_toc.yml", TOC)
    book.write(
        "index.md", f"# Small\n\nFirst {{s}}`s04`.\n{BLOCK}\nLast.\n\n```{{quiz}} one\n```\n"
    )
    book.write("facts.md", "# Facts\n\n```{article}\n```\n\n```{bibliography}\n```\n")
    book.write("teacher/guide.md", "# Nightingale\n\nGoldfinch {s}`s06`.\n")
    book.write("teacher/deep/keys.md", "# Sparrow\n\nSee {doc}`../guide`.\n")
    book.write("teacher/more1.md", "# Magpie\n\nMore.\n")
    return book


SECRETS = ("Kingfisher", "Nightingale", "Goldfinch", "Sparrow", "Magpie", "Woodpecker", "two-a")


def held(folder: Path) -> str:
    """Every byte of a build, what is packed into an archive, too; names of files come first."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(path.relative_to(folder).as_posix().encode())
        if path.is_file():
            found.append(path.read_bytes())
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    found += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(found).decode("utf-8", errors="replace")


@pytest.mark.parametrize("builder", ["html", "singlehtml", "text", "latex", "epub", "gettext"])
def test_students_get_nothing_of_the_teachers(book: Book, builder: str) -> None:
    # html_copy_source is on by default: a copy of a page's source would hold it all.
    built = book.strict(builder)
    text = held(built.out)
    assert "First" in text
    assert [secret for secret in SECRETS if secret in text] == []
    assert not [docname for docname in built.env.found_docs if docname.startswith("teacher/")]


@pytest.mark.parametrize("builder", ["html", "singlehtml", "text", "latex", "epub", "gettext"])
def test_teachers_get_it_all(book: Book, builder: str) -> None:
    text = held(book.strict(builder, bookwork_edition="teacher").out)
    assert [secret for secret in SECRETS[:-2] if secret not in text] == []


def test_a_block_uses_nothing_in_the_students_edition(book: Book) -> None:
    assert "s05" not in used(book.strict())
    assert "s05" in used(book.strict(bookwork_edition="teacher"))


def used(built: Built) -> set[str]:
    uses = built.env.domaindata["bookwork"]["uses"]
    return {use.evidence for page in uses.values() for use in page}


def test_a_block_is_an_admonition_with_its_title(book: Book) -> None:
    page = book.strict(bookwork_edition="teacher").page("index")
    block = one(page, ".bw-teacher")
    assert said(one(block, ".admonition-title")) == "For the teacher : Which way round?"
    assert one(block, "bw-question")["id"] == "two-a"
    assert not page.select("bw-question[id='one-a'] .bw-teacher")


def test_the_tag_and_the_setting_mean_the_same(book: Book) -> None:
    book.write("index.md", "# Small\n\n```{only} teacher\nTagged.\n```\n" + BLOCK)
    with book.app(tags=("teacher",)) as app:
        assert app.config.bookwork_edition == "teacher"
        assert app.config.project == "Small book (teacher's edition)"
        assert app.config.html_title.count("(teacher's edition)") == 1
    built = book.build(bookwork_edition="teacher")
    assert "Tagged." in built.text("index.html")


@pytest.mark.parametrize("edition", ["Teacher", "teachers", ""])
def test_an_unknown_edition_stops_the_build(book: Book, edition: str) -> None:
    with pytest.raises(ConfigError, match="write student or teacher"):
        book.build(bookwork_edition=edition)


def test_the_first_page_cannot_be_the_teachers(book: Book) -> None:
    with pytest.raises(ConfigError, match="the first page, index, is in bookwork_teacher_pages"):
        book.build(bookwork_teacher_pages=["*"])


@pytest.mark.parametrize(
    "text",
    ["{doc}`teacher/guide`", "{doc}`/teacher/guide`"],
)
def test_a_students_page_may_not_lead_to_a_teachers(book: Book, text: str) -> None:
    book.edit("index.md", "Last.", text)
    assert book.build().warnings.endswith(
        "index.md:12: WARNING: the page 'teacher/guide' is in the teacher's edition only — take it"
        " out, or put it into a {teacher} block [bookwork.edition]"
    )
    assert not book.build(bookwork_edition="teacher").warnings


@pytest.mark.parametrize(
    "text", ["[the guide](teacher/guide.md)", "{doc}`teacher/gide`", "{ref}`nightingale`"]
)
def test_other_links_to_nothing_are_told_as_ever(book: Book, text: str) -> None:
    book.edit("index.md", "Last.", text)
    assert "index.md:12: WARNING: " in book.build().warnings


@pytest.mark.parametrize(
    "text",
    [
        "{download}`Guide <teacher/guide.md>`",
        "{download}`Sheet <teacher/sheet.txt>`",
        "```{include} teacher/guide.md\n:start-line: 2\n```",
        "```{literalinclude} teacher/sheet.txt\n```",
    ],
)
def test_a_students_page_may_not_take_a_teachers_file(book: Book, text: str) -> None:
    book.write("teacher/sheet.txt", "Sparrow sheet.")
    book.edit("index.md", "Last.", text)
    built = book.build()
    assert re.search(
        r"index\.md: WARNING: the page takes 'teacher/(guide|sheet)(\.md|\.txt)?'"
        r" from the teacher's edition — take it out",
        built.warnings,
    )
    assert not list(built.out.rglob("sheet.txt"))
    assert not list(built.out.rglob("guide.md"))


@pytest.mark.parametrize("directive", ["{keys} one", "{freshness}"])
def test_what_is_for_teachers_alone_is_not_shown_to_students(book: Book, directive: str) -> None:
    book.edit("index.md", "Last.", f"```{directive}\n```")
    built = book.build()
    assert "is for teachers" in built.warnings or "are for teachers" in built.warnings
    assert "[bookwork.edition]" in built.warnings
    assert not built.page("index").select(".bw-keys, .bw-freshness")


def test_every_page_for_teachers_says_so(book: Book) -> None:
    built = book.strict(bookwork_edition="teacher")
    for name, page in built.pages.items():
        assert said(one(page, ".bw-edition")) == "Teacher's edition — do not give to students", name
        assert one(page, "meta[name=bookwork-edition]")["content"] == "teacher"
        assert "(teacher's edition)" in straight(one(page, "title").get_text())
        assert page.select("link[href*='bookwork-teacher.']")


def test_no_page_for_students_says_so(book: Book) -> None:
    built = book.strict()
    for name, page in built.pages.items():
        assert not page.select(".bw-edition, meta[name=bookwork-edition]"), name
    assert not list(built.out.rglob("bookwork-teacher*"))


def test_a_block_of_an_included_file_is_left_out(book: Book) -> None:
    book.write("seeds-note.txt", BLOCK.replace("two-a", "one-a"))
    book.write("facts.md", "# Facts\n\n```{include} seeds-note.txt\n```\n\n```{article}\n```\n"
               "\n```{bibliography}\n```\n")  # fmt: skip
    built = book.strict()
    assert "Kingfisher" not in held(built.out)


def test_the_students_edition_is_not_built_over_the_teachers(book: Book) -> None:
    # Sphinx would leave the teacher's pages there, and their words in the search index.
    book.strict()
    book.strict()
    book.strict(bookwork_edition="teacher")
    with pytest.raises(ConfigError, match="holds the teacher's edition: delete it"):
        book.build()
