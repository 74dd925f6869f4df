"""The timeline notebooks: their code runs on the book's own events and answers its questions."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from bookwork.model.seeds import load_seeds
from bookwork.model.tables import events_csv
from bookwork.timeline import Drawing

ROOT = Path(__file__).parents[2]
CHAPTERS = ("context", "agreements", "challenges")
NOTEBOOKS = [*(f"{chapter}-timeline" for chapter in CHAPTERS), "timeline"]
CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    path = folder / "events.csv"
    path.write_text(events_csv(load_seeds(ROOT / "seeds")), encoding="utf-8")
    return path


def source(name: str) -> str:
    return (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")


def run(code: str, names: dict[str, Any]) -> object:
    """Run a cell as a notebook does; give back what its last line shows."""
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return None


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_cell_shows_something(
    name: str, csv: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(csv.parent)
    cells = CELL.findall(source(name))
    assert cells
    names: dict[str, Any] = {}
    for cell in cells:
        result = run(cell, names)
        assert isinstance(result, Drawing) or capsys.readouterr().out.strip()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_draws_a_timeline_of_readable_size(
    chapter: str, csv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(csv.parent)
    drawing = run(CELL.findall(source(f"{chapter}-timeline"))[0], {})
    assert 15 <= repr(drawing).count("\n") <= 25


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_question_has_code_a_reading_and_something_to_try(name: str) -> None:
    sections = source(name).split("\n## ")[1:]
    questions = [section for section in sections if not section.startswith("Every event")]
    assert len(questions) >= 2
    for question in questions:
        assert question.split("\n")[0].endswith("?")
        assert CELL.search(question)
        assert "**How to read it.**" in question
        assert "{admonition} Try it" in question


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_words_do_not_restate_what_the_code_prints(name: str) -> None:
    readings = re.findall(r"\*\*How to read it\.\*\*.*?\n\n", source(name), re.DOTALL)
    assert readings
    for reading in readings:
        assert not re.search(r"\d+ (?:days|years|events)", reading)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_python_and_says_where_its_facts_come_from(name: str) -> None:
    text = source(name)
    assert text.startswith("---\njupytext:\n")
    assert "name: python3\n---\n" in text
    assert "`seeds/events.yml`" in text
    assert "{event}`e050`" in text


def test_the_hotline_is_never_shown_as_certain(csv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(csv.parent)
    drawing = run(CELL.findall(source("agreements-timeline"))[0], {})
    assert "October 2023 (unconfirmed): Three-way hotline" in repr(drawing)
