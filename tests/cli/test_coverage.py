"""bookwork coverage: the balance of the questions, and sentences without evidence."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_balance_is_printed(run: Run) -> None:
    result = run("coverage")
    assert result.exit_code == 0
    assert "o1  Read the text." in result.output
    assert "keyed questions in all, of 19 types" in result.output
    assert "broken: " in result.output


def test_strict_makes_a_broken_rule_an_error(run: Run) -> None:
    assert run("coverage", "--strict").exit_code == 2


def test_the_balance_as_json(run: Run) -> None:
    data = json.loads(run("coverage", "--json").stdout)
    assert data["questions"] == {"every": 19, "one": 1}
    assert data["types"]["matrix"] == 1
    assert data["broken"]


def test_claims_of_a_page_are_listed(run: Run, kit: Path) -> None:
    page = kit / "page.md"
    page.write_text("# T\n\nJapan annexed Korea in 1910.\n\nRead on.\n", encoding="utf-8")
    result = run("coverage", "--claims", str(page))
    assert result.exit_code == 2
    assert "page.md:3: claim: Japan annexed Korea in 1910." in result.output
    assert "1 claims without evidence." in result.output
    page.write_text("# T\n\nJapan annexed Korea in 1910 {event}`e002`.\n", encoding="utf-8")
    assert run("coverage", "--claims", str(page)).exit_code == 0


def test_verbose_claims_name_every_sentence(run: Run, kit: Path) -> None:
    page = kit / "page.md"
    page.write_text("# T\n\nRead on.\n", encoding="utf-8")
    assert "instruction: Read on." in run("coverage", "--claims", "-v", str(page)).output
