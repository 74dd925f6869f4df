"""What README, CONTRIBUTING and the changelog say of types is so."""

import re
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args

import yaml

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.bank import load_banks
from bookwork.model.primitives import Primitive
from bookwork.model.question import types
from bookwork.model.seeds import load_seeds

ROOT = Path(__file__).parents[2]
NUMBERS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty", "twenty-one", "twenty-two"),
]
COUNTED = re.compile(rf"\b({'|'.join(NUMBERS)}|[0-9]+) types of question", re.IGNORECASE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_number_of_types_is_right_wherever_it_is_named() -> None:
    found = [
        word.lower()
        for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
        for word in COUNTED.findall(read(name))
    ]
    assert found
    assert set(found) == {NUMBERS[len(types())]}


def test_the_primitives_named_are_those_that_there_are() -> None:
    named = re.search(r"few primitives \(([^)]*)\)", read("CONTRIBUTING.md"))
    assert named
    kinds = get_args(Primitive)
    assert all(is_dataclass(kind) for kind in kinds)
    words = re.split(r",\s*", " ".join(named[1].split()))
    assert sorted(words) == sorted(kind.__name__.lower() for kind in kinds)


def test_the_readmes_question_is_one() -> None:
    block = re.search(r"```yaml\n(.*?)```", read("README.md"), re.DOTALL)
    assert block
    (data,) = yaml.safe_load(block[1])
    seeds = load_seeds(ROOT / "seeds")
    asked = types()[data["type"]].model_validate(data)
    asked.lower(seeds)
    assert all(seeds.has(id) for id in asked.evidence)
    objectives = {id for bank in load_banks(ROOT, seeds).values() for id in bank.objectives}
    assert asked.objective in objectives


def test_every_folder_and_file_named_as_code_is_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        for path in re.findall(r"`((?:src|tests|seeds|exercises|book)/[\w/.-]*)`", read(name)):
            if path != "src/bookwork/types/x.py":
                assert (ROOT / path).exists(), f"{name} names {path}"
