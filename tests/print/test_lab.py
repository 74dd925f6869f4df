"""A lab on paper: its tasks in the chapter's packet, whole, with room to write, hints behind."""

import re
from pathlib import Path

import pytest
from docutils import nodes

from bookwork.model.kit import load
from bookwork.model.lab import Lab
from bookwork.model.task import Task
from bookwork.print.code import code_block
from tests.print.test_outputs import printed as printed_notebook
from tests.print.test_pages import places
from tests.sphinx.lab_book import TEACHERS, change_task, for_teachers, lab_book
from tests.sphinx.small import Book, Built
from tests.support.leaks import ROOT, labs, normal, sentences, solutions
from tests.support.pdf import Tag, outline, tags, whole, words

HEADS = ["Id", "Date", "Event", "Countries", "Tier", "Years to go", "A"]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book's sources; tests build them, and leave them as they are."""
    return lab_book(tmp_path_factory.mktemp("lab") / "book")


@pytest.fixture(scope="module")
def built(sources: Book) -> Built:
    """What students print of it."""
    return sources.strict("pdf")


def running(path: Path) -> str:
    """The words of a PDF on one line."""
    return " ".join(" ".join(words(path)).split())


def table_of(path: Path) -> Tag:
    """The first table of a PDF that has room to write."""
    found = [tag for tag in tags(path).walk() if tag.kind == "Table"]
    assert found
    return found[0]


# A small book ------------------------------------------------------------------------------------


def test_the_tasks_of_a_lab_stand_in_the_packet_of_its_bank(built: Built) -> None:
    titles = [title for _depth, title in outline(built.out / "packet-one.pdf")]
    assert titles[:4] == ["Alone", "The lab", "Count them", "Say it"]
    assert "The lab" not in [title for _depth, title in outline(built.out / "packet-two.pdf")]
    everything = [title for _depth, title in outline(built.out / "packet-all.pdf")]
    assert everything.index("Alone") < everything.index("The lab") < everything.index("Quiz")


def test_a_lab_makes_a_packet_where_no_page_asks_a_question(sources: Book, tmp_path: Path) -> None:
    book = sources.copy(tmp_path / "book")
    (book.root / "alone.md").unlink()
    book.edit("index.md", "alone\n", "")
    assert "Tally the herons." in running(book.strict("pdf").out / "packet-one.pdf")


def test_a_task_is_printed_from_its_question_to_the_lines_for_its_finding(built: Built) -> None:
    shown = running(built.out / "packet-one.pdf")
    at = 0
    for part in (
        "How many, as", "Run it.", "Change count.", "seen = events", "count = ...", "On paper",
        "Tally the herons.", "The rows are few.", *HEADS, "18 August 2023",
        "Camp David trilateral summit", "What did you find? What does the number count?",
        "What does the code make?", "On paper", "Do it with a pencil.",
    ):  # fmt: skip
        assert part in shown[at:], part
        at = shown.index(part, at)
    assert "On paper:" not in shown  # it is a heading of its own


def test_hints_stand_behind_the_page_under_the_name_of_their_task(built: Built) -> None:
    shown = running(built.out / "packet-one.pdf")
    behind = shown[shown.index("Do it with a pencil.") :]
    told = r"Hints Count them 1. Kingfisher, use len. 2. Goldcrest hint. 3. Wren hint."
    assert behind.count("Count them") == 1
    assert told in behind.replace("Say it *loud* 1. Read it. 2. Read it again. ", "")
    assert "Hint 1 of 3" not in shown
    assert shown.count("Kingfisher") == 1


def test_a_table_to_fill_in_is_tagged_with_its_heads_and_its_empty_cells(built: Built) -> None:
    table = table_of(built.out / "packet-one.pdf")
    rows = [tag for tag in table.walk() if tag.kind == "TR"]
    assert [len([c for c in row.walk() if c.kind in ("TH", "TD")]) for row in rows] == [7, 7, 7]
    heads = [tag for tag in table.walk() if tag.kind == "TH"]
    assert [head.scope for head in heads] == ["/Column"] * len(HEADS)
    cells = [tag for tag in rows[1].walk() if tag.kind == "TD"]
    written = [any(each.pieces for each in cell.walk()) for cell in cells]
    assert written == [True] * 5 + [False] * 2


def test_a_longer_table_goes_over_pages_with_its_head(sources: Book, tmp_path: Path) -> None:
    book = sources.copy(tmp_path / "book")
    ids = re.findall(r"^- id: (e\d+)$", (book.root / "seeds/events.yml").read_text("utf-8"), re.M)
    events = {"ask": "Tally.", "events": ids[:60], "show": ["id", "title"], "fill": ["Osprey"]}
    change_task(book, paper=events)
    pages = words(book.strict("pdf").out / "packet-one.pdf")
    with_rows = [text for text in pages if re.search(r"^e\d\d\d\b", text, re.MULTILINE)]
    assert len(with_rows) >= 2
    assert all("Osprey" in text for text in with_rows)


def test_nothing_of_the_teachers_is_printed_for_students(built: Built) -> None:
    for path in built.out.glob("*.pdf"):
        held = whole(path)
        for secret in ("Nightingale", "Sandpiper", "Fieldfare", "wrong 3", "word.upper"):
            assert secret not in held, path


def test_solutions_stand_in_the_guide(sources: Book, tmp_path: Path) -> None:
    book = for_teachers(sources, tmp_path / "book")
    path = book.strict("pdf", **TEACHERS).out / "guide.pdf"
    shown = running(path)
    for part in (
        "All 2 tasks 10", "5 minutes · Read the text.", "count = len(seen)",
        "Nightingale finding", "Sandpiper note", "wrong 3 — You counted …",
    ):  # fmt: skip
        assert part in shown, part
    titles = [title for _depth, title in outline(path)]
    assert titles[-3:] == ["One", "Count them", "Say it *loud*"]


# Code --------------------------------------------------------------------------------------------


def test_marks_stay_with_their_lines_where_empty_lines_are_left_out() -> None:
    block = nodes.literal_block("", "a\n\n\n\nb\nc\n", language="python", marked=[5, 6])
    assert code_block(block) == (
        '#code-block(lines: 5, marked: (3, 4, ), "a\\n\\nb\\nc\\n", "python")'
    )
    output = nodes.literal_block("", "a\n\n\nb", language="none")
    assert code_block(output) == '#code-block(lines: 4, marked: (), "a\\n\\n\\nb", "text")'


@pytest.mark.parametrize(("count", "most"), [(24, 1), (70, 1), (200, 3)])
def test_a_long_list_that_code_printed_is_compact(tmp_path: Path, count: int, most: int) -> None:
    lines = "\n".join(f"e{number:03} Kestrel" for number in range(count))
    path, warnings = printed_notebook(tmp_path, {"text/plain": lines})
    assert not warnings
    pages = [text for text in words(path) if "Kestrel" in text]
    assert sum(text.count("Kestrel") for text in pages) == count
    assert len(pages) <= most


# The real packets --------------------------------------------------------------------------------


def asked(task: Task) -> list[str]:
    """What a task asks, and how it is done on paper: the sentences that can be told apart."""
    return [*sentences(task.ask), *sentences(task.paper.ask), *sentences(task.find)]


def of_labs() -> list[tuple[str, str]]:
    """Each lab with the packets in which it stands."""
    return [(lab.id, name) for lab in labs() for name in (f"packet-{lab.id}", "packet-all")]


def lab_of(id: str) -> Lab:
    """A lab of the book."""
    (found,) = [lab for lab in labs() if lab.id == id]
    return found


def letters(path: Path) -> str:
    """The letters of a PDF's pages, without the lines at their heads and feet."""
    pages = (text.splitlines()[1:-1] for text in words(path))
    return normal(" ".join(line for lines in pages for line in lines))


@pytest.mark.parametrize(("id", "name"), of_labs())
def test_a_packet_holds_its_lab_whole(book_pdf: Path, id: str, name: str) -> None:
    path, lab = book_pdf / f"{name}.pdf", lab_of(id)
    titles = [title for _depth, title in outline(path)]
    held, events = letters(path), load(ROOT).seeds.events
    checked = 0
    for task in lab.tasks.values():
        assert task.title in titles
        wanted = asked(task) + [piece for hint in task.hints for piece in sentences(hint)]
        for event in (events[id] for id in task.paper.events):
            wanted.append(normal(f"{event.date.words()} {event.title}"))
        wanted += [normal(head) for head in task.paper.fill]
        wanted += [normal(line) for line in lab.starters[task.id].strip().splitlines()[1:]]
        missing = [piece for piece in wanted if piece not in held]
        assert missing == [], task.id
        checked += len(wanted)
    assert checked > 100


@pytest.mark.parametrize(("id", "name"), of_labs())
def test_a_packet_holds_no_solution(book_pdf: Path, id: str, name: str) -> None:
    held = normal(whole(book_pdf / f"{name}.pdf"))
    secrets = set(solutions(lab_of(id)))
    assert len(secrets) > 10
    assert [secret for secret in sorted(secrets) if secret in held] == []


@pytest.mark.parametrize("id", [lab.id for lab in labs()])
def test_a_lab_stands_behind_the_questions_of_its_chapter(book_pdf: Path, id: str) -> None:
    pages = {place.title: place.page for place in places(book_pdf / f"packet-{id}.pdf")}
    lab = next(page for title, page in pages.items() if title.endswith(": the lab"))
    before = [page for title, page in pages.items() if title.endswith(": weigh the evidence")]
    assert before
    assert max(before) < lab < pages["The article"]


@pytest.mark.parametrize("id", [lab.id for lab in labs()])
def test_no_task_is_torn_over_pages(book_pdf: Path, id: str) -> None:
    pages = [normal(text) for text in words(book_pdf / f"packet-{id}.pdf")]
    lab, events = lab_of(id), load(ROOT).seeds.events
    for task in lab.tasks.values():
        code = [normal(line) for line in lab.starters[task.id].strip().splitlines()[1:]]
        opening = [normal(task.title), next(sentences(task.ask)), *code]
        assert any(all(line in page for line in opening) for page in pages), task.id
        rows = [normal(events[each].title) for each in task.paper.events]
        first = next(sentences(task.paper.ask))
        assert any(all(row in page for row in [first, *rows]) for page in pages), task.id


def test_rows_and_hints_are_told_apart() -> None:
    # What the tests above look for is there to be found.
    for lab in labs():
        for task in lab.tasks.values():
            assert list(sentences(task.ask)), task.id
            assert list(sentences(task.paper.ask)), task.id
