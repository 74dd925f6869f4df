"""The banks' JSON Schema: what an editor checks is what the engine takes."""

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from click.testing import CliRunner

from bookwork.cli import main
from bookwork.model.errors import BankError
from bookwork.model.question import types
from bookwork.model.schema import bank_schema
from bookwork.model.yamlfile import load_yaml
from tests.types.samples import authored, bank

ROOT = Path(__file__).parents[2]
BANKS = sorted((ROOT / "exercises").glob("*/bank.yml"))
TAGS = list(types())


def mistakes(data: Any) -> list[str]:
    """What the schema finds wrong."""
    validator = jsonschema.Draft202012Validator(bank_schema())
    return [error.message for error in validator.iter_errors(data)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(bank_schema())


def test_the_schema_on_disk_is_the_engines() -> None:
    written = (ROOT / "exercises" / "bank.schema.json").read_text(encoding="utf-8")
    assert written == CliRunner().invoke(main, ["schema"]).output, (
        "exercises/bank.schema.json is stale: run"
        " .venv/bin/bookwork schema -o exercises/bank.schema.json"
    )


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.parent.name)
def test_the_schema_takes_every_bank(path: Path) -> None:
    assert mistakes(load_yaml(path, BankError).data) == []


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.parent.name)
def test_a_banks_first_line_names_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    said = "# yaml-language-server: $schema="
    assert first.startswith(said)
    named = path.parent / first.removeprefix(said)
    assert named.resolve() == ROOT / "exercises" / "bank.schema.json"


@pytest.mark.parametrize("tag", TAGS)
def test_the_schema_takes_every_sample(tag: str) -> None:
    assert mistakes(bank("any", authored(tag))) == []


@pytest.mark.parametrize("tag", TAGS)
def test_the_schema_refuses_a_field_that_the_type_lacks(tag: str) -> None:
    assert mistakes(bank("any", authored(tag, points=3)))


@pytest.mark.parametrize("tag", TAGS)
def test_the_schema_refuses_a_question_that_lacks_a_field(tag: str) -> None:
    data = authored(tag)
    del data["hint"]
    assert mistakes(bank("any", data))


def test_the_schema_refuses_a_field_that_banks_lack() -> None:
    assert mistakes({**bank("any", authored("single")), "author": "me"})


def test_the_schema_refuses_a_type_that_is_none() -> None:
    assert mistakes(bank("any", {**authored("single"), "type": "guess"}))


def test_every_types_fields_are_explained() -> None:
    """An editor shows these words while an author types."""
    definitions = bank_schema()["$defs"]
    names = {definitions[kind.__name__]["properties"]["type"]["const"] for kind in types().values()}
    assert names == set(TAGS)
    for kind in types().values():
        shared = definitions[kind.__name__]["properties"]
        assert all(shared[field].get("description") for field in ("id", "evidence", "hint", "stem"))
