"""Faults in banks as a whole, in pages, and between pages, banks and seeds."""

import re

import pytest

from bookwork.model.coverage import OPTIONS
from bookwork.sphinx.quiz import Question, Quiz
from tests.broken.cases.pages import BANKS, END, PAGES, TOC
from tests.broken.kit import BANK, Case, Kit, problems, tells

CHAPTERS = ("context", "agreements", "challenges")


@pytest.mark.parametrize("case", [*BANKS, *PAGES], ids=lambda case: case.name)
def test_a_fault_in_a_bank_or_page(kit: Kit, case: Case) -> None:
    line = kit.change(case)
    told = problems(kit.run("check"))
    assert tells(told, case.file, line, case), told
    # A quiz that asks for the unknown says a second time what else it shows.
    others = [each for each in told if " already stands in " not in each]
    if case.alone and others:
        assert len([each for each in others if case.what in each]) == 1, told


@pytest.mark.parametrize("field", ["bank", "title", "objectives", "questions"])
def test_a_bank_needs_its_field(kit: Kit, field: str) -> None:
    kit.write(BANK, re.sub(rf"^{field}:", f"x-{field}:", kit.text(BANK), flags=re.MULTILINE))
    line = kit.line(BANK, "bank: context")
    assert f"{BANK}:{line}: the field '{field}' is missing — add it" in problems(kit.run("check"))


def test_a_question_that_no_page_shows(kit: Kit) -> None:
    line = kit.line(BANK, "- id: ctx-first-sense")
    spare = END.replace("context", "context\n:except: ctx-first-sense", 1)
    kit.write("book/context.md", kit.text("book/context.md").replace(END, spare))
    assert problems(kit.run("check")) == [
        f"{BANK}:{line}: ctx-first-sense: no page shows the question"
        " — add {quiz} context or {question} ctx-first-sense to a page"
    ]


def test_questions_of_which_no_page_shows_any(kit: Kit) -> None:
    for path in (kit / "book").glob("context*.md"):
        page = f"book/{path.name}"
        kit.write(page, re.sub(r"```\{quiz\} context\n(?:.*\n)*?```\n", "", kit.text(page)))
    number = kit.text(BANK).count("\n- id: ")
    assert problems(kit.run("check")) == [
        f"{BANK}:1: no page shows any of the {number} questions — add {{quiz}} context to a page"
    ]


def test_a_directive_nearly_called_like_ours(kit: Kit) -> None:
    slip = END.replace("{quiz}", "{quizz}")
    kit.write("book/context.md", kit.text("book/context.md").replace(END, slip))
    line = kit.line("book/context.md", "```{quizz}")
    told = problems(kit.run("check"))
    assert f"book/context.md:{line}: {{quizz}} is no directive — did you mean 'quiz'?" in told


def test_a_question_apart_from_its_quiz(kit: Kit) -> None:
    apart = END.replace("context", "context\n:except: ctx-first-sense", 1)
    page = kit.text("book/context.md").replace(END, apart)
    kit.write("book/context.md", page + "\n```{question} ctx-first-sense\n```\n")
    assert kit.run("check").exit_code == 0


def test_a_sentence_that_no_passage_uses(kit: Kit) -> None:
    for page in (kit / "book").rglob("*.md"):
        page.write_text(page.read_text(encoding="utf-8").replace("{s}`s16`", ""), encoding="utf-8")
    line = kit.line("seeds/sentences.yml", "- id: s16")
    assert problems(kit.run("check")) == [
        f"seeds/sentences.yml:{line}: s16: no passage uses the sentence"
        " — point at it from a chapter: {s}`s16`"
    ]


def test_what_only_teachers_get_uses_no_sentence(kit: Kit) -> None:
    for page in (kit / "book").rglob("*.md"):
        page.write_text(page.read_text(encoding="utf-8").replace("{s}`s16`", ""), encoding="utf-8")
    kit.write("book/teacher/guide.md", kit.text("book/teacher/guide.md") + "\nSo {s}`s16`.\n")
    block = "\n:::{teacher}\nSo {s}`s16`.\n:::\n"
    kit.write("book/context.md", kit.text("book/context.md") + block)
    (told,) = problems(kit.run("check"))
    assert "s16: no passage uses the sentence" in told


def test_what_only_teachers_get_shows_no_question(kit: Kit) -> None:
    spare = END.replace("context", "context\n:except: ctx-first-sense", 1)
    block = "\n:::{teacher}\n```{question} ctx-first-sense\n```\n:::\n"
    kit.write("book/context.md", kit.text("book/context.md").replace(END, spare) + block)
    (told,) = problems(kit.run("check"))
    assert "ctx-first-sense: no page shows the question" in told


def test_patterns_that_are_no_list(kit: Kit) -> None:
    setting = "    bookwork_book: camp-david-2023\n"
    wrong = "    bookwork_teacher_pages: book/teacher/*\n"
    kit.write("_config.yml", kit.text("_config.yml").replace(setting, setting + wrong))
    line = kit.line("_config.yml", "bookwork_teacher_pages")
    assert problems(kit.run("check")) == [
        f"_config.yml:{line}: 'bookwork_teacher_pages' must be a list of patterns"
        " — write [book/teacher/*]"
    ]


def test_a_sentence_that_no_question_uses(kit: Kit) -> None:
    for chapter in CHAPTERS:
        file = f"exercises/{chapter}/bank.yml"
        named = re.compile(r"(evidence: \[.*)\bs16\b")
        kit.write(file, named.sub(r"\1s15", kit.text(file)))
    line = kit.line("seeds/sentences.yml", "- id: s16")
    assert problems(kit.run("check")) == [
        f"seeds/sentences.yml:{line}: s16: no question uses the sentence"
        " — name it in a question's evidence"
    ]


def test_a_chip_in_a_listing_or_in_code_is_none(kit: Kit) -> None:
    text = "\n```text\n{s}`s99`\n```\n\n`` {s}`s99` ``\n"
    kit.write("book/context.md", kit.text("book/context.md") + text)
    assert kit.run("check").exit_code == 0


def test_a_page_that_is_a_folder(kit: Kit) -> None:
    (kit / "book/sources.md").rename(kit / "sources.md")
    (kit / "book/sources.md").mkdir()
    line = kit.line(TOC, "book/sources")
    what = "the table of contents names 'book/sources', which is not there"
    assert problems(kit.run("check")) == [f"{TOC}:{line}: {what} — add the page or drop it"]


def test_no_table_of_contents(kit: Kit) -> None:
    (kit / TOC).unlink()
    assert problems(kit.run("check")) == ["_toc.yml: there is no such file — check the name"]


def test_what_is_checked_is_what_sphinx_takes() -> None:
    assert set(OPTIONS["quiz"]) == set(Quiz.option_spec)
    assert set(OPTIONS["question"]) == set(Question.option_spec or {})


def test_all_problems_of_pages_are_told_at_once(kit: Kit) -> None:
    faults = PAGES[:4]
    lines = [kit.change(case) for case in faults]
    told = problems(kit.run("check"))
    assert len(told) == len(faults)
    assert all(tells(told, case.file, line, case) for case, line in zip(faults, lines, strict=True))


def test_all_problems_of_banks_are_told_at_once(kit: Kit) -> None:
    for chapter in CHAPTERS:
        file = f"exercises/{chapter}/bank.yml"
        kit.write(file, kit.text(file).replace("  level: ", "  levle: ", 1))
    told = problems(kit.run("check"))
    assert sorted({line.partition(":")[0] for line in told}) == [
        "exercises/agreements/bank.yml",
        "exercises/challenges/bank.yml",
        "exercises/context/bank.yml",
    ]
