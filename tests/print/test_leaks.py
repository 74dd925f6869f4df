"""What students print holds no key, reason or note, anywhere; what teachers print holds all."""

from pathlib import Path
from typing import Any

import pytest

from bookwork.model.edition import is_teachers
from bookwork.model.kit import teacher_pages
from bookwork.print.shortkey import short_key
from tests.sphinx.small import Book
from tests.support.leaks import (
    ROOT,
    banks,
    behind_answers,
    lists_keys,
    normal,
    sentences,
    teachers_text,
    text_of_keys,
)
from tests.support.pdf import outline, whole, words


def letters(path: Path) -> str:
    """The letters and digits of all that a PDF holds."""
    return normal(whole(path))


def test_no_students_pdf_holds_an_answer_or_a_note(book_pdf: Path) -> None:
    paths = sorted(book_pdf.glob("*.pdf"))
    names = {path.name for path in paths}
    packets = {f"packet-{each}.pdf" for each in ("all", *(bank.id for bank in banks()))}
    assert packets | {"book.pdf", "sheets-crisis-call.pdf"} <= names
    secrets = [piece for found in behind_answers().values() for piece in found]
    secrets += sorted(teachers_text())
    for path in paths:
        held = letters(path)
        assert [piece for piece in secrets if piece in held] == [], path


def test_no_other_file_lies_beside_them(book_pdf: Path, teacher_pdf: Path) -> None:
    for folder in (book_pdf, teacher_pdf):
        others = {path.name for path in folder.iterdir() if path.suffix != ".pdf"}
        assert others <= {".bookwork-teacher"}, folder  # the mark of a teacher's build


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_a_teachers_packet_holds_every_answer_of_its_bank(teacher_pdf: Path, bank: str) -> None:
    # A page's foot may come between two words: what runs over one is looked for without it.
    whole_packet = _running(teacher_pdf / f"packet-{bank}.pdf")
    everything = _running(teacher_pdf / "packet-all.pdf")
    (found,) = [each for each in banks() if each.id == bank]
    behind = behind_answers()
    assert sum(len(behind[item.id]) for item in found.items) > 100
    for item in found.items:
        for held in (whole_packet, everything):
            missing = [piece for piece in behind[item.id] if piece not in held]
            assert missing == [], item.id


def test_teachers_pdfs_hold_every_note(teacher_pdf: Path) -> None:
    held = "".join(_running(path) for path in sorted(teacher_pdf.glob("*.pdf")))
    wanted = teachers_text() - text_of_keys()
    assert len(wanted) > 300
    assert [piece for piece in sorted(wanted) if piece not in held] == []


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_a_teachers_packet_holds_the_notes_on_its_questions(teacher_pdf: Path, bank: str) -> None:
    (found,) = [each for each in banks() if each.id == bank]
    notes = [entry.question.teacher for entry in found.entries.values() if entry.question.teacher]
    assert len(notes) >= 3
    held = _running(teacher_pdf / f"packet-{bank}.pdf")
    said = [piece for note in notes for piece in sentences(note)]
    assert [piece for piece in said if piece not in held] == []


def test_every_page_of_the_teachers_says_so(teacher_pdf: Path) -> None:
    for path in sorted(teacher_pdf.glob("*.pdf")):
        for number, text in enumerate(words(path), 1):
            assert normal("Teacher's edition — do not give to students") in normal(text), (
                path, number,
            )  # fmt: skip


def test_the_guide_holds_the_teachers_pages(teacher_pdf: Path) -> None:
    patterns = teacher_pages(ROOT)
    pages = [p for p in (ROOT / "book").rglob("*.md") if is_teachers(_name(p), patterns)]
    assert len(pages) >= 8
    titles = {normal(title) for _depth, title in outline(teacher_pdf / "guide.pdf")}
    for page in pages:
        text = page.read_text("utf-8")
        title = text.partition("# ")[2].partition("\n")[0]
        # Keys are printed once: in the packets, beside their questions.
        assert (normal(title) in titles) is not lists_keys(text), page


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_a_teachers_packet_opens_with_all_keys_and_holds_the_lesson_plans(
    teacher_pdf: Path, bank: str
) -> None:
    path = teacher_pdf / f"packet-{bank}.pdf"
    (found,) = [each for each in banks() if each.id == bank]
    opening = words(path)[0]
    assert "Key at a glance" in opening
    answers = [short_key(item) for item in found.items]
    assert sum(map(bool, answers)) > 35
    assert [answer for answer in answers if normal(answer) not in normal(opening)] == []
    assert "Lesson plans" in [title for _depth, title in outline(path)]


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _running(path: Path) -> str:
    """The letters of a PDF's pages, without the lines at their heads and feet."""
    kept = []
    for text in words(path):
        lines = text.splitlines()
        kept += [line for line in lines if not _is_edge(line)]
    return normal(" ".join(kept))


def _is_edge(line: str) -> bool:
    plain = normal(line)
    return plain.startswith(normal("Teacher's edition — do not give to students")) or (
        plain.startswith(normal("Three leaders at Camp David")) and plain[-1:].isdigit()
    )


def test_a_page_of_keys_that_says_more_is_printed_whole(small: Book, tmp_path: Path) -> None:
    book = small.copy(tmp_path / "book")
    book.edit("index.md", "plain\n", "plain\nmine\nalso\n")
    keys = "```{keys} one\n```\n"
    book.write("mine.md", f"# Mine\n\nOne opening.\n\n{keys}")
    book.write("also.md", f"# Also\n\nOne opening.\n\n{keys}\n\n## More\n\nPrinted Zebra.\n")
    settings: dict[str, Any] = {
        "bookwork_edition": "teacher",
        "bookwork_teacher_pages": ["mine", "also"],
    }
    out = book.strict("pdf", **settings).out
    text = whole(out / "guide.pdf")
    assert "Printed Zebra." in text
    assert "Woodpecker feedback" in text
    assert "Mine" not in [title for _depth, title in outline(out / "guide.pdf")]
    # A question that stands on no page has its key nowhere else.
    (book.root / "alone.md").unlink()
    book.edit("index.md", "alone\n", "")
    out = book.strict("pdf", **settings).out
    assert "Mine" in [title for _depth, title in outline(out / "guide.pdf")]
