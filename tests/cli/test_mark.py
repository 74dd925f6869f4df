"""bookwork mark: what a student, and a teacher, are told."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ANSWERS = """\
book: small
answers:
  smp-short: Camp Davit
  smp-single: b
  smp-multiple: [a]
  smp-open: They met.
  smp-number: ""
"""
TOLD = """\
± smp-multiple: 1/2
    Yes: one of the three.
    Something right is still missing.
    Answer: Because the text says so.
    Evidence: s04, e050
· smp-number: not answered
✎ smp-open: to be read
✓ smp-short: 1/1
    Accepted, with a slip in the spelling.
✗ smp-single: 0/1
    No: that is in Switzerland.
    Answer: Because the text says so.
    Evidence: s04, e050
2 of 4 points on 4 questions; 1 to be read by a person.
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def test_every_answer_is_told_with_its_feedback(run: Run, answers: Path) -> None:
    result = run("mark", str(answers))
    assert result.exit_code == 0
    assert result.output == TOLD


def test_a_view_is_kept_and_a_ticket_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    path.write_text("book: small\nanswers:\n  smp-poll: b\n  smp-ticket: {open: Why?}\n", "utf-8")
    assert run("mark", str(path)).output == (
        "✎ smp-poll: kept\n✎ smp-ticket: to be read\n"
        "0 of 0 points on 2 questions; 1 to be read by a person.\n"
    )


def test_quiet_tells_the_total(run: Run, answers: Path) -> None:
    assert run("mark", str(answers), "--quiet").output == TOLD.splitlines(keepends=True)[-1]


def test_json_tells_it_to_programs(run: Run, answers: Path) -> None:
    report = json.loads(run("mark", str(answers), "--json").output)
    assert (report["earned"], report["possible"]) == (2, 4)
    ids = ["smp-multiple", "smp-number", "smp-open", "smp-short", "smp-single"]
    assert [question["id"] for question in report["questions"]] == ids
    short = report["questions"][3]
    assert short["state"] == "right"
    assert short["changed"] is False
    assert short["feedback"] == ["Accepted, with a slip in the spelling."]
    assert short["parts"][0]["feedback"] == ["typo"]


def test_one_question_is_not_questions(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"answers": {"one-single": "a"}}', encoding="utf-8")
    last = run("mark", str(path)).output.splitlines()[-1]
    assert last == "1 of 1 points on 1 question."


def test_a_question_that_has_changed_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    data = {"answers": {"one-single": ["a"]}, "versions": {"one-single": "0" * 12}}
    path.write_text(json.dumps(data), encoding="utf-8")
    output = run("mark", str(path)).output
    assert "    The question has changed since it was answered.\n" in output


def test_a_mistake_has_its_line_and_no_traceback(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("answers:\n  smp-single: z\n  smp-short: []\n", encoding="utf-8")
    result = run("mark", str(path))
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0].endswith(
        "a.yml:2: smp-single: 'answer' has no option 'z' — write an option's id (a, b, c)"
    )
    assert lines[1].endswith(
        "a.yml:3: smp-short: 'answer' takes text — write a word or phrase in quotes"
    )
    assert lines[2:] == ["2 problems."]


def test_no_file_is_a_mistake_too(run: Run, tmp_path: Path) -> None:
    result = run("mark", str(tmp_path / "none.yml"))
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_no_book_is_a_mistake_too(run: Run, answers: Path, tmp_path: Path) -> None:
    result = run("mark", str(answers), book=tmp_path / "exercises")
    assert result.exit_code == 2
    assert "it needs _config.yml and seeds/" in result.stderr
