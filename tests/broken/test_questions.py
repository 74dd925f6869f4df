"""Faults in questions, one at a time, behind a faultless question of every type."""

import pytest
import yaml

from bookwork.model.question import types
from tests.broken.cases.fields import FIELDS
from tests.broken.cases.types import TYPES
from tests.broken.cases.types_more import MORE_TYPES
from tests.broken.kit import BANK, EVERY_TYPE, Case, Kit, problems, tells

PAGE = "book/context.md"


@pytest.fixture
def extended(kit: Kit) -> Kit:
    """The kit with a faultless question of every type behind a bank's own, and on a page."""
    kit.write(BANK, kit.text(BANK) + EVERY_TYPE)
    ids = " ".join(question["id"] for question in yaml.safe_load(EVERY_TYPE))
    kit.write(PAGE, f"{kit.text(PAGE)}\n```{{quiz}} context\n:ids: {ids}\n```\n")
    return kit


def test_the_questions_to_break_are_faultless_and_of_every_type(extended: Kit) -> None:
    assert {question["type"] for question in yaml.safe_load(EVERY_TYPE)} == set(types())
    told = extended.run("check")
    assert told.exit_code == 0, told.output


@pytest.mark.parametrize("case", [*FIELDS, *TYPES, *MORE_TYPES], ids=lambda case: case.name)
def test_a_fault_in_a_question(extended: Kit, case: Case) -> None:
    line = extended.change(case)
    told = problems(extended.run("check"))
    assert tells(told, case.file, line, case), told
    assert len(told) == 1, told


@pytest.mark.parametrize("number", ["0.00001", "3.50", "12345678901234567890", "-0.1", "1,000.5"])
def test_a_number_is_taken_as_it_is_written(extended: Kit, number: str) -> None:
    extended.write(BANK, extended.text(BANK).replace("value: 3\n", f"value: {number}\n"))
    told = extended.run("check")
    assert told.exit_code == 0, told.output
    extended.write("mine.yml", f"answers:\n  brk-number: {number}\n")
    assert "1 of 1 points" in extended.run("mark", "mine.yml").stdout
