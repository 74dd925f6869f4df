"""bookwork mark on a folder: what a teacher is told of a class, whatever the class hands in."""

import csv
import json
from pathlib import Path

from bookwork.mark.classroom import NO_TASK
from bookwork.mark.report import IS_NOT
from tests.cli.conftest import Run
from tests.support.built import ROOT
from tests.support.labs import COUNT, RIGHT, handed_in

TOLD = f"""\
✓ ada  one: 2 of 2 public checks passed
✗ ben  one: 0 of 2 public checks passed; not yet: one-count (miscounted), one-shout (printed)
± Cy   one: 1 of 2 public checks passed; not yet: one-shout (no-cell)
± dee  one: 1 of 2 public checks passed; not yet: one-shout (syntax)
· eve  not marked: {NO_TASK}
Passed over: notes.txt, not a lab's file (.py or .ipynb)
5 files of 5 students: 4 of 8 public checks passed; 1 not marked; \
1 answer in words to be read. {IS_NOT}
"""


def test_a_class_is_told_a_line_each_in_the_order_of_names(run: Run, group: Path) -> None:
    result = run("mark", str(group))
    assert result.exit_code == 0
    protections, _, told = result.output.partition("\n\n")
    assert told == TOLD
    assert protections.startswith("In force: 10 seconds for a task; ")
    assert "What it cannot protect from:\n- A student who studies the check" in protections
    assert "correct" not in result.output


def test_verbose_says_what_each_student_would_read(run: Run, group: Path) -> None:
    lines = run("mark", str(group), "-v").output.splitlines()
    assert "    one-count: You counted 0." in lines
    wanted = "    one-shout: `shout('help')` gives back nothing: your function prints its result."
    assert any(line.startswith(wanted) for line in lines)
    assert "    one-count, in words: There are *many*." in lines
    assert (
        "    The cell 'one-shuot' is for no task of this lab, and was not run."
        " Should it be 'one-shout'?" in lines
    )
    assert "    one-count: its check passed" in lines
    assert (
        "    one-shout: Python cannot read your code. Look at line 1: '(' was never closed."
        in lines
    )


def test_quiet_tells_the_total(run: Run, group: Path) -> None:
    assert run("mark", str(group), "--quiet").output == TOLD.splitlines(keepends=True)[-1]


def test_json_tells_it_to_programs(run: Run, group: Path) -> None:
    data = json.loads(run("mark", str(group), "--json").output)
    assert (data["passed"], data["checks"]) == (4, 8)
    assert [each["student"] for each in data["submissions"]] == ["ada", "ben", "Cy", "dee", "eve"]
    ben, dee = data["submissions"][1], data["submissions"][3]
    assert ben["tasks"][0] == {
        "task": COUNT, "passed": False, "says": "miscounted", "message": "You counted 0.",
    }  # fmt: skip
    assert dee["in_words"] == {COUNT: "There are\n*many*."}
    assert data["submissions"][2]["file"] == "Cy/lab.py"
    assert data["submissions"][4]["not_marked"].startswith("There is no task")
    assert data["passed_over"] == [{"file": "notes.txt", "why": "not a lab's file (.py or .ipynb)"}]
    assert data["protections"]["in_force"][0] == "10 seconds for a task"


def test_a_table_is_safe_to_open(run: Run, group: Path, tmp_path: Path) -> None:
    (group / "=HYPERLINK(1).py").write_text(handed_in(RIGHT), encoding="utf-8")
    path = tmp_path / "labs.csv"
    assert run("mark", str(group), "--csv", str(path)).exit_code == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["student"] for row in rows[:2]] == ["'=HYPERLINK(1)", "ada"]
    assert rows[2]["not_yet"] == "one-count one-shout"
    assert rows[2]["messages"].startswith("one-count: You counted 0.\none-shout: ")
    assert (rows[2]["passed"], rows[2]["checks"]) == ("0", "2")


def test_feedback_is_a_file_for_each_student(run: Run, group: Path, tmp_path: Path) -> None:
    (group / "Cy/two.py").write_text(handed_in({COUNT: "count = '<b>&'\n"}), encoding="utf-8")
    folder = tmp_path / "a/feedback"
    for _twice in range(2):
        assert run("mark", str(group), "--feedback", str(folder)).exit_code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["Cy.md", "ada.md", "ben.md", "dee.md", "eve.md"]
    ada = (folder / "ada.md").read_text(encoding="utf-8")
    assert "## A small lab (ada.py)\n\n2 of 2 public checks passed. A public check looks" in ada
    assert "- **Say it loud** (`one-shout`): its check passed." in ada
    cy = (folder / "Cy.md").read_text(encoding="utf-8")
    assert cy.count("## A small lab") == 2
    assert "not yet. `count` should be a whole number, but yours is text in quotes." in cy
    assert "Should it be 'one-shout'?" in cy
    eve = (folder / "eve.md").read_text(encoding="utf-8")
    assert "This was not checked. There is no task of a lab in it." in eve


def test_feedback_holds_no_html_of_a_student(run: Run, group: Path, tmp_path: Path) -> None:
    code = "class A(int):\n    def __repr__(self):\n        return '<script>'\ncount = A(1)\n"
    (group / "<b>.py").write_text(handed_in({COUNT: code}), encoding="utf-8")
    run("mark", str(group), "--feedback", str(tmp_path / "to"))
    text = (tmp_path / "to/<b>.md").read_text(encoding="utf-8")
    assert "You counted &#60;script>." in text
    assert "# &#60;b>" in text
    assert "<script" not in text


def test_feedback_spares_what_is_there(run: Run, group: Path, tmp_path: Path) -> None:
    folder = tmp_path / "feedback"
    folder.mkdir()
    (folder / "ada.md").write_text("Mine.", encoding="utf-8")
    result = run("mark", str(group), "--feedback", str(folder))
    assert result.exit_code == 2
    assert "ada.md: a file of this name is there, and it is no feedback" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["ada.md"]
    assert (folder / "ada.md").read_text(encoding="utf-8") == "Mine."
    inside = run("mark", str(group), "--feedback", str(group / "told"))
    assert inside.exit_code == 2
    assert "among what students have handed in" in inside.stderr


def test_the_models_of_the_books_labs_pass(run: Run, tmp_path: Path) -> None:
    labs = sorted((ROOT / "exercises").glob("*/model.py"))
    assert len(labs) == 3
    for model in labs:
        (tmp_path / f"{model.parent.name}.py").write_bytes(model.read_bytes())
    result = run("mark", str(tmp_path), "--json", book=ROOT)
    found = json.loads(result.stdout)["submissions"]
    assert [(each["lab"], each["passed"], each["checks"]) for each in found] == [
        (model.parent.name, 5, 5) for model in labs
    ]


def test_one_file_alone_will_do(run: Run, group: Path) -> None:
    output = run("mark", str(group / "ben.py")).output
    assert "✗ ben  one: 0 of 2 public checks passed" in output
    assert "1 file of 1 student" in output


def test_a_first_cell_that_is_gone_is_the_labs(run: Run, group: Path) -> None:
    (group / "ben.py").write_text(f"# %% {COUNT}\n{RIGHT[COUNT]}", encoding="utf-8")
    assert "± ben  one: 1 of 2" in run("mark", str(group / "ben.py")).output


def test_a_name_cannot_steer_the_terminal(run: Run, group: Path) -> None:
    (group / "\x1b[2Jzoe.py").write_text("", encoding="utf-8")
    output = run("mark", str(group)).output
    assert "\x1b" not in output
    assert "\\x1b[2Jzoe" in output


def test_no_lab_in_the_book_is_a_mistake(run: Run, kit: Path) -> None:
    result = run("mark", str(kit))
    assert result.exit_code == 2
    assert "no chapter of the book has a lab — write exercises/<chapter>/lab.yml" in result.stderr


def test_nothing_to_mark_is_a_mistake(run: Run, lab: Path) -> None:
    (lab / "empty").mkdir()
    result = run("mark", str(lab / "empty"))
    assert result.exit_code == 2
    assert "empty: there is no lab's file in it — put in .py or .ipynb files" in result.stderr
    result = run("mark", str(lab / "none.py"))
    assert result.exit_code == 2
    assert "none.py: there is no such file — check the name" in result.stderr


def test_options_of_labs_are_not_for_answers(run: Run, lab: Path) -> None:
    (lab / "a.yml").write_text("answers: {one-single: a}\n", encoding="utf-8")
    result = run("mark", str(lab / "a.yml"), "--timeout", "3")
    assert result.exit_code == 2
    assert "'--timeout' is for the labs of a class" in result.stderr
