"""What only teachers get: blocks cut from pages, pages by pattern, and what counts for whom."""

import json
from pathlib import Path

import pytest

from bookwork.model.bank import load_bank
from bookwork.model.coverage import read_page
from bookwork.model.edition import for_students, is_teachers, notebook_for_students
from tests.cli.conftest import seeds
from tests.types.samples import authored, bank

BLOCK = "Before.\n\n:::{teacher} A title\nSecret {s}`s01`.\n\n```{note}\nDeep.\n```\n:::\nAfter.\n"


def test_a_block_is_cut_and_every_line_keeps_its_number() -> None:
    assert for_students(BLOCK) == "Before.\n\n" + "\n" * 7 + "After.\n"


@pytest.mark.parametrize(
    "text",
    [
        "````{note}\n```{teacher}\nSecret.\n```\nKept.\n````\n",
        "- one\n\n  :::{teacher}\n  Secret.\n  :::\n\nKept.\n",
        "~~~{teacher}\nSecret.\n~~~\nKept.\n",
        "```{teacher}\n:class: x\n\nSecret.\n```\nKept.\n",
        "::::{teacher}\n:::{teacher}\nSecret.\n:::\nSecret.\n::::\nKept.\n",
    ],
)
def test_a_block_is_cut_wherever_it_stands(text: str) -> None:
    cut = for_students(text)
    assert "Secret" not in cut
    assert "{teacher}" not in cut
    assert "Kept." in cut


def test_what_only_looks_like_a_block_stays() -> None:
    for text in ("```text\n:::{teacher}\n```\nKept.\n", "A `{teacher}` block.\n", "% {teacher}\n"):
        assert for_students(text) == text


def test_a_block_that_never_ends_takes_all_that_follows() -> None:
    assert for_students("Kept.\n:::{teacher}\nSecret.\n\nSecret.\n") == "Kept.\n\n\n\n\n"


def test_a_notebooks_blocks_are_cut() -> None:
    cells = [
        {"cell_type": "markdown", "source": [":::{teacher}\n", "Secret.\n", ":::\n", "Kept."]},
        {"cell_type": "markdown", "source": "```{teacher}\nSecret.\n```\nKept."},
        {"cell_type": "code", "source": ["print(':::{teacher}')"]},
    ]
    cut = json.loads(notebook_for_students(json.dumps({"cells": cells, "nbformat": 4})))
    assert "Secret" not in json.dumps(cut)
    assert ["".join(cell["source"]).strip() for cell in cut["cells"]] == [
        "Kept.", "Kept.", "print(':::{teacher}')",
    ]  # fmt: skip
    assert cut["nbformat"] == 4


def test_pages_are_teachers_by_pattern() -> None:
    patterns = ("book/teacher/*", "*-answers.md")
    for page in ("book/teacher/guide", "book/teacher/deep/er.md", "book/x-answers"):
        assert is_teachers(page, patterns)
    for page in ("book/teacher", "book/teachers/guide", "book/context", "x-answers-not"):
        assert not is_teachers(page, patterns)


def test_chips_and_quizzes_know_for_whom_they_are(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        BLOCK + "{s}`s02`\n\n:::{teacher}\n```{quiz} one\n:ids: a\n```\n:::\n```{quiz} one\n```\n",
        encoding="utf-8",
    )
    read = read_page(page)
    assert [(chip.id, chip.line, chip.teachers) for chip in read.chips] == [
        ("s01", 4, True),
        ("s02", 11, False),
    ]
    assert [(quiz.line, quiz.options, quiz.teachers) for quiz in read.placements] == [
        (14, {"ids": "a"}, True),
        (18, {}, False),
    ]
    whole = read_page(page, teachers=True)
    assert all(chip.teachers for chip in whole.chips)
    assert all(quiz.teachers for quiz in whole.placements)


def test_what_a_teacher_is_told_is_no_part_of_the_item(tmp_path: Path) -> None:
    told = {"teacher": "Many say *Geneva*.", "as_of": "2026-11-23", "review_by": "2027-03-01"}
    path = tmp_path / "one" / "bank.yml"
    path.parent.mkdir()
    items = []
    for more in ({}, told):
        path.write_text(json.dumps(bank("one", authored("single", "one-a", **more))), "utf-8")
        (entry,) = load_bank(path, seeds()).entries.values()
        items.append(entry.item)
    assert entry.question.teacher == told["teacher"]
    assert str(entry.question.as_of) == told["as_of"]
    assert str(entry.question.review_by) == told["review_by"]
    assert items[0] == items[1]
    assert items[0].digest() == items[1].digest()
    assert "Geneva" not in json.dumps(items[1].task())
