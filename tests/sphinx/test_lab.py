"""Labs in a book: tasks in a page, solutions in the teacher's edition alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from tests.sphinx.html import one, said
from tests.sphinx.lab_book import FOLDER, TEACHERS, change_task, for_teachers, lab_book
from tests.sphinx.small import Book, Built
from tests.support.labs import COUNT, SHOUT

FILES = ("lab.yml", "lab.py", "model.py", "check_lab.py", "trials.yml")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book's sources; tests build them, and leave them as they are."""
    return lab_book(tmp_path_factory.mktemp("lab") / "book")


@pytest.fixture(scope="module")
def html(sources: Book) -> Built:
    """The student's book."""
    return sources.strict("html")


@pytest.fixture(scope="module")
def teachers(sources: Book, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The teacher's book."""
    copy = for_teachers(sources, tmp_path_factory.mktemp("teachers") / "book")
    return copy.strict("html", **TEACHERS)


@pytest.fixture
def task(html: Built) -> Tag:
    """The first task of the page."""
    return one(html.page("lab"), f"section.bw-task#{COUNT}")


# A task in a page --------------------------------------------------------------------------------


def test_a_task_is_a_section_with_a_name_and_its_cell(html: Built, task: Tag) -> None:
    assert [str(each["data-task"]) for each in html.page("lab").select(".bw-task")] == [
        COUNT, SHOUT,
    ]  # fmt: skip
    assert task["data-task"] == COUNT
    assert task["aria-label"] == "Count them"
    assert one(task, ":scope > p a.bw-chip").get_text() == "[article s04]"
    # As MyST-NB writes a cell: the scripts of live code go by it.
    code = one(task, ":scope > .cell > .cell_input > .highlight-python pre")
    assert code.get_text() == "seen = events\n\n\ncount = ...\nprint(count)\n"


def test_hints_lie_one_in_the_other_and_are_closed(task: Tag) -> None:
    lids = task.select("details.bw-task-hint")
    assert [said(one(each, ":scope > summary")) for each in lids] == [
        "Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3",
    ]  # fmt: skip
    assert [each.parent for each in lids[1:]] == lids[:-1]
    assert not [each for each in task.select("details") if each.has_attr("open")]
    assert said(one(lids[0], ":scope > p")) == "Kingfisher, use len ."
    assert said(one(lids[2], ":scope > p")) == "Wren hint."


def test_the_way_on_paper_is_a_lid_with_a_table_to_fill_in(task: Tag) -> None:
    paper = one(task, "details.bw-paper")
    assert said(one(paper, "summary")) == "Do it on paper"
    assert "Tally the herons." in said(paper)
    heads = [said(head) for head in paper.select("thead th")]
    assert heads == ["Id", "Date", "Event", "Countries", "Tier", "Years to go", "A"]
    rows = [[said(cell) for cell in row.select("td")] for row in paper.select("tbody tr")]
    assert [row[0] for row in rows] == ["e013", "e050"]
    assert rows[1][:2] == ["e050", "18 August 2023"]
    assert rows[1][2:5] == ["Camp David trilateral summit", "JP KR US", "core"]
    assert [row[5:] for row in rows] == [["", ""], ["", ""]]
    assert not paper.select("[style]")  # which a strict policy would refuse


def test_what_was_found_has_a_question_and_room(task: Tag) -> None:
    find = one(task, ".bw-find")
    assert said(one(find, "p")) == "What did you find? What does the number count?"
    assert len(find.select(".bw-lines[aria-hidden=true] > span")) == 3


def test_no_hint_is_found_by_the_search(html: Built) -> None:
    index = html.text("searchindex.js").casefold()
    assert "kingfish" not in index
    assert "goldcrest" not in index


def test_nothing_of_the_teachers_is_in_the_students_book(html: Built, teachers: Built) -> None:
    words = ("Nightingale", "Sandpiper", "Fieldfare", "wrong 3")
    for file in html.out.rglob("*"):
        if file.is_file():
            text = file.read_bytes().decode("utf-8", errors="replace")
            assert [word for word in words if word in text] == [], file
    assert [word for word in words if word not in teachers.text("labs.html")] == []


# Solutions ---------------------------------------------------------------------------------------


def test_solutions_begin_with_the_minutes_of_each_task_and_of_all(teachers: Built) -> None:
    rows = one(teachers.page("labs"), "table.bw-minutes").select("tr")
    assert [said(row) for row in rows] == [
        "Task Minutes", "Count them 5", "Say it *loud* 5", "All 2 tasks 10",
    ]  # fmt: skip


def test_a_solution_says_what_a_teacher_needs(teachers: Built) -> None:
    section = one(teachers.page("labs"), f"section.bw-solution#solution-{COUNT}")
    assert said(one(section, "h3")).startswith("Count them")
    assert said(one(section, ".bw-about")) == "5 minutes · Read the text."
    assert "How many, as [article s04] says?" in said(section)
    finding = said(one(section, ".bw-solution-finding"))
    assert finding.startswith("What students should find: Nightingale finding")
    assert said(one(section, ".bw-solution-note")) == "Note: Sandpiper note."


def test_the_lines_that_students_write_are_marked(teachers: Built) -> None:
    section = one(teachers.page("labs"), f"#solution-{COUNT}")
    assert [said(line) for line in section.select("pre .hll")] == [
        "count = len ( seen ) # Fieldfare",
    ]  # fmt: skip
    assert "print(count)" in one(section, "pre").get_text()


def test_each_message_stands_behind_the_wrong_answers_that_get_it(teachers: Built) -> None:
    said_to = one(teachers.page("labs"), f"#solution-{COUNT} .bw-solution-says")
    told = [said(item) for item in said_to.select("li")]
    # A gap is the student's own; what can be said of any task comes last.
    assert told[0] == "wrong 3 — You counted …"
    assert "wrong 1 — This task still has ... in it: put your own code there." in told
    assert [item.partition(" — ")[0] for item in told] == [
        "wrong 3", "wrong 4", "wrong 0", "wrong 2", "wrong 1",
    ]  # fmt: skip


def test_the_tasks_of_a_lab_stand_in_the_contents_of_the_teachers_page(teachers: Built) -> None:
    contents = [said(link) for link in teachers.page("labs").select(".toc-tree a")]
    assert contents[-2:] == ["Count them", "Say it *loud*"]


def test_a_solution_is_no_use_of_its_evidence(teachers: Built) -> None:
    uses = said(one(teachers.page("facts"), "#s04 p.bw-uses"))
    assert "The lab, Count them" in uses
    assert "Labs" not in uses


# Mistakes ----------------------------------------------------------------------------------------

MISTAKES = [
    ("```{task} one-cuont\n```", {}, "bookwork.lab", "no lab has a task 'one-cuont'"),
    ("```{solutions} tow\n```", TEACHERS, "bookwork.lab", "there is no lab 'tow' — use one of one"),
    ("```{solutions} one\n```", {}, "bookwork.edition", "solutions are for teachers"),
]


@pytest.mark.parametrize(("text", "edition", "subtype", "told"), MISTAKES)
def test_a_mistake_is_told_and_leaves_nothing(
    sources: Book, tmp_path: Path, text: str, edition: dict[str, Any], subtype: str, told: str
) -> None:
    book = sources.copy(tmp_path / "book")
    book.write("plain.md", f"# Plain\n\n{text}\n")
    built = book.build("html", **edition)
    assert "plain.md:3: " in built.warnings
    assert told in built.warnings
    assert f"[{subtype}]" in built.warnings
    page = one(built.page("plain"), "#plain")
    assert not page.select(".bw-task, .bw-solution, table, pre")
    assert "Nightingale" not in built.text("plain.html")


# Second builds -----------------------------------------------------------------------------------


@pytest.fixture
def book(sources: Book) -> Iterator[Book]:
    """The book, as it was when it was built: a test may edit it and build it again."""
    kept = {name: (sources.root / FOLDER / name).read_text(encoding="utf-8") for name in FILES}
    yield sources
    for name, text in kept.items():
        sources.write(f"{FOLDER}/{name}", text)


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_lab_is_read_again_by_the_page_that_shows_it(book: Book, name: str) -> None:
    book.strict("html")
    assert book.strict("html").read == ()
    text = (book.root / FOLDER / name).read_text(encoding="utf-8")
    book.write(f"{FOLDER}/{name}", f"{text}\n")
    assert book.strict("html").read == ("lab",)


def test_what_has_changed_is_shown(book: Book) -> None:
    change_task(book, ask="How many *now*?")
    built = book.strict("html")
    assert "How many now ?" in said(one(built.page("lab"), f"#{COUNT}"))


def test_pages_read_in_parallel_are_the_same(sources: Book, html: Built, tmp_path: Path) -> None:
    copy = sources.copy(tmp_path / "again")
    again = copy.strict("html", jobs=2)
    assert str(again.page("lab").article) == str(html.page("lab").article)
