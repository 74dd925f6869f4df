"""The README says what the extension has: nothing is left out, and its example holds."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.mark.answers import mark_answers
from bookwork.model.kit import load
from bookwork.model.yamlfile import YamlFile
from bookwork.sphinx.chips import ROLES
from bookwork.sphinx.config import PREFIX, Config
from bookwork.sphinx.warnings import Subtype

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DIRECTIVES = sorted(
    name
    for file in (ROOT / "src/bookwork/sphinx").glob("*.py")
    for name in re.findall(r'add_directive\("(\w+)"', file.read_text(encoding="utf-8"))
)


@pytest.mark.parametrize("directive", DIRECTIVES)
def test_readme_names_every_directive(directive: str) -> None:
    assert f"`{{{directive}}}" in README or f"`{{{directive}}} " in README


def test_there_are_directives() -> None:
    assert {"quiz", "question", "article", "timeline", "coverage"} <= set(DIRECTIVES)


@pytest.mark.parametrize("role", ROLES)
def test_readme_names_every_role(role: str) -> None:
    assert f"{{{role}}}`" in README


@pytest.mark.parametrize("setting", [field.name for field in fields(Config)])
def test_readme_names_every_setting(setting: str) -> None:
    assert f"`{PREFIX}{setting}`" in README


@pytest.mark.parametrize("subtype", Subtype)
def test_readme_names_every_kind_of_warning(subtype: Subtype) -> None:
    assert f"`{subtype.value}`" in README


def test_the_answers_in_the_readme_can_be_marked() -> None:
    example = README.split("## Mark answers")[1].split("```yaml\n")[1].split("```")[0]
    kit = load(ROOT)
    file = YamlFile(ROOT / "README.md", yaml.safe_load(example), {})
    marked = mark_answers(file, kit.banks, kit.book)
    assert {m.item.id for m in marked} == set(file.data["answers"])
    assert sum(m.mark["earned"] for m in marked) >= len(marked)
