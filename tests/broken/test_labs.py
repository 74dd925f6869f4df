"""Faults in labs, as `bookwork check` tells them."""

import pytest

from tests.broken.cases.labs import CHECKS, LAB, LABS, MODEL, STARTER, TRIALS
from tests.broken.kit import Case, Kit, problems, tells


@pytest.mark.parametrize("case", LABS, ids=lambda case: case.name)
def test_a_fault_in_a_lab(kit: Kit, case: Case) -> None:
    line = kit.change(case)
    told = problems(kit.run("check"))
    assert tells(told, case.file, line, case), told
    if case.alone:
        assert len(told) == 1, told


@pytest.mark.parametrize("file", [STARTER, MODEL, CHECKS, TRIALS])
def test_a_file_of_a_lab_that_is_missing(kit: Kit, file: str) -> None:
    (kit / file).unlink()
    assert f"{file}: there is no such file — check the name" in problems(kit.run("check"))


def test_a_lab_of_windows_is_no_fault(kit: Kit) -> None:
    for file in (LAB, STARTER, MODEL, CHECKS, TRIALS):
        kit.write(file, b"\xef\xbb\xbf" + kit.text(file).replace("\n", "\r\n").encode())
    told = kit.run("check")
    assert told.exit_code == 0, told.output


def test_a_chapter_without_a_lab_is_no_fault(kit: Kit) -> None:
    for path in (kit / "exercises/context").iterdir():
        if path.name != "bank.yml":
            path.unlink()
    for page in ("book/context-lab.md", "book/teacher/labs.md"):
        (kit / page).write_text("# A page\n", encoding="utf-8")
    told = kit.run("check")
    assert told.exit_code == 0, told.output
