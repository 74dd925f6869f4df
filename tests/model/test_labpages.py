"""Labs and pages: each task stands on one page, and pages ask for nothing that is not there."""

from pathlib import Path

import pytest

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.coverage import pages
from bookwork.model.kit import load
from bookwork.model.lab import Lab
from bookwork.model.labpages import check_labs

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def labs() -> dict[str, Lab]:
    return dict(load(ROOT).labs)


def told(tmp_path: Path, labs: dict[str, Lab], text: str) -> list[tuple[int, str, str, str]]:
    """What is wrong with a page of this text, beside the book's own."""
    page = tmp_path / "more.md"
    page.write_text(text, encoding="utf-8")
    found = check_labs([*pages(ROOT), page], labs)
    return [(each.line, each.id, each.what, each.mend) for each in found]


def directive(name: str, argument: str) -> str:
    return f"# More\n\n```{{{name}}} {argument}\n```\n"


def test_the_books_own_labs_and_pages_agree(labs: dict[str, Lab]) -> None:
    assert check_labs(pages(ROOT), labs) == []


def test_a_task_of_no_lab_is_named_with_the_one_that_is_near(
    tmp_path: Path, labs: dict[str, Lab]
) -> None:
    found = told(tmp_path, labs, directive("task", "ctx-lab-wai"))
    assert found == [(3, "", "there is no task 'ctx-lab-wai'", "did you mean 'ctx-lab-wait'?")]


def test_solutions_of_no_lab_are_named(tmp_path: Path, labs: dict[str, Lab]) -> None:
    found = told(tmp_path, labs, directive("solutions", "xyz"))
    assert found == [(3, "", "there is no lab 'xyz'", "check the id")]


def test_a_task_stands_on_one_page(tmp_path: Path, labs: dict[str, Lab]) -> None:
    ((line, _id, what, mend),) = told(tmp_path, labs, directive("task", "ctx-lab-wait"))
    assert line == 3
    assert what.startswith("the task 'ctx-lab-wait' already stands in book/context-lab.md:")
    assert mend == "show it once"


def test_a_task_that_no_page_shows_is_named(labs: dict[str, Lab]) -> None:
    shown = [page for page in pages(ROOT) if page.name != "context-lab.md"]
    found = check_labs(shown, labs)
    assert [each.id for each in found] == list(labs["context"].tasks)
    assert {each.what for each in found} == {"no page shows the task"}
    assert found[0].file == "exercises/context/lab.yml"
    assert found[0].mend.startswith("add {task} ctx-lab-")
