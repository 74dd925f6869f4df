"""The book in every other format that the command offers: built whole, with its questions."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bookwork.cli.build import FORMATS
from tests.support.epub import validate_epub
from tests.support.leaks import behind_answers, leaks, teachers_text

ROOT = Path(__file__).parents[2]
SOURCES = ("_config.yml", "_toc.yml", "index.md", "book", "seeds", "exercises")
# Where a format keeps the text of a chapter.
CHAPTER = {
    "singlehtml": "index.html",
    "epub": "book/context.xhtml",
    "latex": "*.tex",
    "text": "book/context.txt",
    "man": "*.1",
    "gettext": "book.pot",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the book's sources: building must not disturb what stands in _build."""
    folder = tmp_path_factory.mktemp("book")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def test_no_format_is_forgotten() -> None:
    # HTML and PDF have tests of their own.
    assert {*CHAPTER, "html", "pdf", "packets"} == set(FORMATS)


@pytest.mark.builders
@pytest.mark.parametrize("format", sorted(CHAPTER))
def test_the_book_is_built_with_its_questions(copy: Path, format: str) -> None:
    bookwork = Path(sys.executable).with_name("bookwork")
    run = subprocess.run(
        [bookwork, "build", format, "--book", copy], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    texts = [path.read_text("utf-8") for path in (copy / "_build" / format).rglob(CHAPTER[format])]
    assert any("Check yourself" in text for text in texts)
    assert any("Camp David" in text for text in texts)
    # Answers stand behind each quiz in these formats; what is for teachers stands nowhere.
    assert leaks(copy / "_build" / format, teachers_text()) == []


@pytest.mark.builders
def test_the_epub_is_valid_and_asks_without_answering(copy: Path) -> None:
    bookwork = Path(sys.executable).with_name("bookwork")
    subprocess.run([bookwork, "build", "epub", "--book", copy], check=True)
    (path,) = (copy / "_build" / "epub").glob("*.epub")
    assert validate_epub(path) == []
    secrets = [piece for found in behind_answers().values() for piece in found]
    assert leaks(copy / "_build" / "epub", secrets) == []
