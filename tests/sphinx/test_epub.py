"""The EPUB: no script, no answer for students, metadata for those who don't see, the same bytes."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bookwork.model.question import types
from tests.sphinx.small import Book, Built
from tests.support.epub import validate_epub


@pytest.fixture(scope="module")
def built(every: Book) -> Built:
    """The book of every type, built without a warning."""
    return every.strict("epub")


def archive(built: Built) -> Path:
    """The EPUB of a build."""
    (found,) = built.out.glob("*.epub")
    return found


def texts(path: Path) -> dict[str, str]:
    """Every text of an EPUB by its name."""
    with zipfile.ZipFile(path) as held:
        names = [name for name in held.namelist() if not name.endswith((".png", ".ttf"))]
        return {name: held.read(name).decode("utf-8") for name in names}


def test_it_is_valid(built: Built) -> None:
    assert validate_epub(archive(built)) == []


def test_it_carries_no_script_and_only_its_own_styles(built: Built) -> None:
    held = texts(archive(built))
    assert not [name for name in held if name.endswith(".js")]
    assert not [
        name for name, text in held.items() if re.search("<script|javascript:|onclick", text)
    ]
    styles = {Path(name).name for name in held if name.endswith(".css")}
    assert styles == {"basic.css", "bookwork-epub.css", "epub.css", "pygments.css"}


def test_a_students_epub_asks_and_does_not_answer(built: Built) -> None:
    held = "".join(texts(archive(built)).values())
    for tag in types():
        assert f"Nightingale answer of {tag}" not in held
    assert "Kingfisher hint" in held
    assert "Goldfinch feedback" not in held
    assert held.count("Question ") >= len(types())


def test_a_teachers_epub_answers(every: Book, tmp_path: Path) -> None:
    built = every.copy(tmp_path / "book").strict("epub", bookwork_edition="teacher")
    held = "".join(texts(archive(built)).values())
    for tag in types():
        assert f"Nightingale answer of {tag}" in held
    assert validate_epub(archive(built)) == []


def test_it_says_what_somebody_finds_who_does_not_see(built: Built) -> None:
    told = texts(archive(built))["content.opf"]
    for term in (
        "accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard",
        "accessibilitySummary",
    ):  # fmt: skip
        assert f'<meta property="schema:{term}">' in told
    assert re.search(r'<dc:identifier id="bookid">urn:uuid:[0-9a-f-]{36}</dc:identifier>', told)
    assert "unknown" not in told


def test_the_same_sources_give_the_same_bytes(every: Book, built: Built, tmp_path: Path) -> None:
    again = every.copy(tmp_path / "elsewhere").strict("epub")
    assert archive(again).read_bytes() == archive(built).read_bytes()


def identifier(path: Path) -> str:
    """What readers' programs tell a book by."""
    found = re.search(r'id="bookid">([^<]+)<', texts(path)["content.opf"])
    assert found
    return found[1]


def test_what_differs_has_another_identifier(every: Book, built: Built, tmp_path: Path) -> None:
    others: list[dict[str, Any]] = [
        {"bookwork_edition": "teacher"},
        {"bookwork_version": "B"},
        {"language": "de"},
        {"tags": ("teacher",), "bookwork_version": "C"},
    ]
    names = {identifier(archive(built))}
    for number, settings in enumerate(others):
        made = every.copy(tmp_path / str(number)).build("epub", **settings)
        names.add(identifier(archive(made)))
    assert len(names) == 1 + len(others)


def test_a_teachers_epub_is_the_same_book_by_tag_and_by_setting(
    every: Book, tmp_path: Path
) -> None:
    by_tag = every.copy(tmp_path / "tag").build("epub", tags=("teacher",))
    by_setting = every.copy(tmp_path / "setting").build("epub", bookwork_edition="teacher")
    assert identifier(archive(by_tag)) == identifier(archive(by_setting))


def test_a_book_with_a_new_title_leaves_no_old_file(every: Book, tmp_path: Path) -> None:
    book = every.copy(tmp_path / "book")
    old = archive(book.strict("epub", project="Old"))
    assert old.name == "Old.epub"
    new = archive(book.strict("epub", project="New"))
    assert new.name == "New.epub"
    assert not [name for name in texts(new) if name.endswith(".epub")]


def test_what_sphinx_remembers_is_not_in_it(every: Book, tmp_path: Path) -> None:
    source = every.copy(tmp_path / "book").root
    out = tmp_path / "out"
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "epub", str(source), str(out)]
    subprocess.run(command, check=True)
    assert (out / ".doctrees").is_dir()  # where it is, if nobody says otherwise
    (path,) = out.glob("*.epub")
    assert not [name for name in texts(path) if "doctree" in name or "/." in f"/{name}"]


def test_its_date_is_that_of_the_facts(
    every: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    copy = every.copy(tmp_path / "book")
    copy.edit("seeds/events.yml", 'as_of: "2026-11-23"', 'as_of: "2026-12-01"')
    told = texts(archive(copy.strict("epub")))["content.opf"]
    assert "<dc:date>2026-12-01T00:00:00Z</dc:date>" in told
