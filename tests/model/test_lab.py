"""Labs: what is read, and each mistake with its file, its line, its task and the way to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bookwork.model.lab import CHECKS, FILE, MODEL, STARTER, TRIALS
from bookwork.model.task import Task
from tests.lab.faults import Fault, only, problems, tells
from tests.lab.small import change, edit, load, write_book
from tests.support.labs import COUNT, FIRST, RIGHT, SHOUT

# ---- what is read --------------------------------------------------------------------------------


def test_a_lab_is_read(lab: Path) -> None:
    found = load(Path())["one"]
    assert (found.id, found.title, found.folder) == (
        "one",
        "A small lab",
        lab.relative_to(Path.cwd()),
    )
    assert list(found.tasks) == list(found.starters) == list(found.models) == [COUNT, SHOUT]
    assert found.first.strip() == FIRST.strip()
    assert found.starters[COUNT].strip() == f"# %% {COUNT}\ncount = ..."
    assert found.models[SHOUT].strip() == f"# %% {SHOUT}\n{RIGHT[SHOUT]}".strip()
    assert found.minutes == 10
    assert found.checks == (lab / CHECKS).read_text(encoding="utf-8")
    assert [len(found.trials[id].wrong) for id in found.tasks] == [9, 6]


def test_a_lab_names_the_files_it_is_made_of(lab: Path) -> None:
    files = load(Path())["one"].files()
    assert {path.resolve() for path in files} == {
        path for path in lab.iterdir() if path.name != "bank.yml"
    }


def test_a_book_may_have_no_lab(tmp_path: Path) -> None:
    assert load(tmp_path) == {}


def test_what_a_task_may_leave_out(lab: Path) -> None:
    task = load(Path())["one"].tasks[COUNT]
    assert (task.note, task.paper.events, task.paper.fill) == (None, (), ())
    assert task.paper.show == ("date", "title")
    edit(lab / FILE, note="Most stop here.", paper={"ask": "Do it.", "events": ["e050"],
         "show": ["id", "tier"], "fill": ["First?"]})  # fmt: skip
    task = load(Path())["one"].tasks[COUNT]
    assert (task.note, task.paper.events) == ("Most stop here.", ("e050",))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_byte_order_marks_are_no_fault(lab: Path, end: str) -> None:
    for name in (FILE, STARTER, MODEL, CHECKS, TRIALS):
        text = (lab / name).read_text(encoding="utf-8").replace("\n", end)
        (lab / name).write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert list(load(Path())["one"].starters) == [COUNT, SHOUT]


# ---- lab.yml, as a whole -------------------------------------------------------------------------


YAML = "check indentation, and quote text that holds ': ' or starts with a symbol"
WHOLE = [
    Fault("no tasks", FILE, "tasks:", "taks:", "lab: one", "", "this is not a lab",
          "write 'lab:', 'title:', 'tasks:'"),
    Fault("another id", FILE, "lab: one", "lab: two", "lab: two", "",
          "the lab calls itself 'two'", "name it after its folder: 'one'"),
    Fault("no id", FILE, "lab: one\n", "", "title: A small", "", "the lab calls itself 'None'",
          "name it after its folder: 'one'"),
    Fault("no title", FILE, "title: A small lab\n", "", "lab: one", "",
          "the field 'title' is missing", "add it"),
    Fault("unknown field", FILE, "tasks:", "level: 1\ntasks:", "level: 1", "",
          "unknown field 'level'", "remove it"),
    Fault("an id twice", FILE, f"- id: {SHOUT}", f"- id: {COUNT}", f"- id: {COUNT}", COUNT,
          "the id stands twice", "rename"),
    Fault("no YAML", FILE, "title: A", "title: {A", "tasks:", "",
          "not valid YAML: did not find expected ',' or '}'", YAML),
    Fault("no map", FILE, f"- id: {COUNT}", f"- just words\n- id: {COUNT}", "- just words", "",
          "this is not a map", "write 'name: value' lines below it"),
]  # fmt: skip


@pytest.mark.parametrize("fault", WHOLE, ids=lambda fault: fault.name)
def test_a_fault_of_a_lab_is_told(lab: Path, fault: Fault) -> None:
    tells(lab, fault)


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n- list\n", "tasks: 5\n", "tasks:\n"])
def test_what_is_no_lab_is_told(lab: Path, text: str) -> None:
    (lab / FILE).write_text(text, encoding="utf-8")
    assert only().what == "this is not a lab"


# ---- a task --------------------------------------------------------------------------------------

REQUIRED = [name for name, field in Task.model_fields.items() if field.is_required()]


@pytest.mark.parametrize("field", REQUIRED)
def test_a_field_that_is_missing_is_told(lab: Path, field: str) -> None:
    edit(lab / FILE, **{field: None})
    problem = only()
    assert (problem.what, problem.mend) == (f"the field '{field}' is missing", "add it")
    assert (problem.line, problem.id) == (4, "" if field == "id" else COUNT)


LONG = "x" * 601
FIELDS: list[tuple[dict[str, Any], str, str, str]] = [
    # the field, what is written, what is told and how to mend it
    ({"id": "Count"}, "'id': string should match pattern", "see 'bookwork schema'", "id"),
    ({"hint": "Read."}, "unknown field 'hint'", "did you mean 'hints'?", "hint"),
    ({"paper": {"ask": "Do.", "eventts": []}}, "unknown field 'paper.eventts'",
     "did you mean 'events'?", "eventts"),
    ({"objective": "o3"}, "there is no objective 'o3'", "use one of the bank's", "objective"),
    ({"objective": "o11"}, "there is no objective 'o11'", "did you mean 'o1'?",
     "objective"),
    ({"minutes": 0}, "'minutes': input should be greater than", "see 'bookwork schema'", "minutes"),
    ({"minutes": 46}, "'minutes': input should be less than", "see 'bookwork schema'", "minutes"),
    ({"minutes": "long"}, "'minutes': input should be a valid integer", "see", "minutes"),
    ({"evidence": []}, "'evidence' needs 1 or more", "add to it", "evidence"),
    ({"evidence": ["s99"]}, "there is no sentence 's99'", "see seeds/sentences.yml", "evidence"),
    ({"ask": "A <b>bold</b> one."}, "HTML stands in the text", "write Markdown", "ask"),
    ({"ask": ""}, "'ask' is empty", "write it", "ask"),
    ({"hints": ["Read."]}, "'hints' needs 2 or more", "add to it", "hints"),
    ({"hints": ["a"] * 5}, "'hints' takes no more than 4", "shorten it", "hints"),
    ({"hints": "Read."}, "'hints' must be a list", "write it in [brackets]", "hints"),
    ({"find": "One?\n\nTwo?"}, "the text is more than one paragraph", "write one", "find"),
    ({"messages": {"Odd": "a"}}, "'messages.Odd': string should match pattern",
     "see 'bookwork schema'", "Odd"),
    ({"messages": {"miscounted": "a\nb"}}, "the text has several lines", "write one",
     "miscounted"),
    ({"messages": {"miscounted": ""}}, "'messages.miscounted' is empty", "write it", "miscounted"),
    ({"messages": {"miscounted": LONG}}, "'messages.miscounted' is longer than 600 characters",
     "shorten it", "miscounted"),
    ({"messages": {"miscounted": 5}}, "'messages.miscounted' must be text", "put it in quotes",
     "miscounted"),
    ({"messages": {"miscounted": "a", "kind": "b"}},
     "'kind' is the name of a message that every task has", "rename it", "kind"),
    ({"messages": ["a"]}, "'messages' must be a map", "write 'name: value' lines", "messages"),
    ({"hints": ["Read {s}`s99`.", "Again."]}, "there is no sentence 's99'",
     "see seeds/sentences.yml", "id"),
    ({"finding": "It is {event}`s04`."}, "'s04' is the id of a sentence",
     "use the role of its kind", "id"),
    ({"paper": {"ask": "Read {commitment}`c99`."}}, "there is no commitment 'c99'",
     "see seeds/commitments.yml", "id"),
    ({"paper": {"ask": "Do.", "events": ["e999"]}}, "there is no event 'e999'",
     "see seeds/events.yml", "events"),
    ({"paper": {"ask": "Do.", "events": ["c01"]}}, "'c01' is the id of a commitment",
     "name events only", "events"),
    ({"paper": {"ask": "Do.", "show": ["colour"]}}, "an event has no 'colour' to show",
     "use some of id, date, title", "show"),
    ({"paper": "Do."}, "'paper' must be a map", "write 'name: value' lines below it", "paper"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "what", "mend", "key"), FIELDS)
def test_a_fault_in_a_field_is_told_at_its_line(
    lab: Path, fields: dict[str, Any], what: str, mend: str, key: str
) -> None:
    edit(lab / FILE, **fields)
    problem = only()
    assert problem.file == "exercises/one/lab.yml"
    assert problem.id == fields.get("id", COUNT)
    assert problem.what.startswith(what)
    assert problem.mend.startswith(mend)
    lines = (lab / FILE).read_text(encoding="utf-8").splitlines()
    near = [line for line in lines[problem.line - 1 : problem.line + 1] if f"{key}:" in line]
    assert near, (problem.line, lines[problem.line - 1])


# ---- ids -----------------------------------------------------------------------------------------


def test_a_tasks_id_that_a_question_has_is_told(lab: Path) -> None:
    for name in (FILE, STARTER, MODEL, CHECKS, TRIALS):
        text = (lab / name).read_text(encoding="utf-8")
        (lab / name).write_text(text.replace(COUNT, "one-single"), encoding="utf-8")
    problem = only()
    assert (problem.file, problem.id) == ("exercises/one/lab.yml", "one-single")
    assert (problem.what, problem.mend) == ("the id stands in 'one', too", "rename one")


def test_a_tasks_id_that_another_lab_has_is_told(lab: Path) -> None:
    assert lab.is_dir()
    write_book(Path(), "two")
    first, second = problems()
    assert {first.file, second.file} == {"exercises/two/lab.yml"}
    assert [first.id, second.id] == [COUNT, SHOUT]
    assert first.what == "the id stands in 'lab one', too"


def test_a_lab_without_a_bank_has_no_objectives(lab: Path) -> None:
    (lab / "bank.yml").unlink()
    assert [problem.what for problem in problems()] == ["there is no objective 'o1'"] * 2


def test_faults_of_several_labs_are_told_at_once(lab: Path) -> None:
    change(lab / FILE, "title: A", "titel: A")
    other = write_book(Path(), "two")
    change(other / FILE, "lab: two", "lab: three")
    assert [problem.file.split("/")[1] for problem in problems()] == ["one", "one", "two"]
