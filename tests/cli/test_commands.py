"""The other commands: help, check, schema, types."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bookwork import __version__
from bookwork.cli import main
from bookwork.model.question import types
from bookwork.model.schema import bank_schema
from tests.cli.conftest import ROOT, Run

COMMANDS = ("build", "check", "coverage", "mark", "pack", "schema", "take", "types")


def test_help_names_every_command(run: Run) -> None:
    for arguments in (["-h"], ["--help"]):
        output = run(*arguments, book=None).output
        assert all(f"\n  {name} " in output for name in COMMANDS)
    assert sorted(main.commands) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str, run: Run) -> None:
    result = run(name, "-h", book=None)
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: main {name}")
    assert main.commands[name].get_short_help_str()


def test_version(run: Run) -> None:
    assert run("--version", book=None).output == f"bookwork, version {__version__}\n"


def test_an_unknown_command_is_a_mistake(run: Run) -> None:
    assert run("chekc", book=None).exit_code == 2


def test_types_is_a_table(run: Run) -> None:
    lines = run("types", book=None).output.splitlines()
    assert lines[0] == "| type | the reader | points |"
    assert len(lines) == 2 + len(types())
    assert all(line.count("|") == 4 for line in lines)


def test_schema_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    printed = run("schema", book=None).output
    assert json.loads(printed) == json.loads(json.dumps(bank_schema()))
    path = tmp_path / "new" / "bank.schema.json"
    assert run("schema", "-o", str(path), book=None).output == f"Wrote {path}.\n"
    assert path.read_text(encoding="utf-8") == printed


def test_check_says_what_holds() -> None:
    result = CliRunner().invoke(main, ["check", "--book", str(ROOT)])
    assert result.exit_code == 0
    assert result.output.startswith("All holds: 16 sentences, ")


def test_check_says_what_does_not(run: Run, kit: Path) -> None:
    (kit / "_toc.yml").write_text("root: index\n", encoding="utf-8")
    (kit / "index.md").write_text("# Small\n\n```{quiz} one\n```\n\n{s}`s99`\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "index.md:6: s99: there is no sentence 's99'" in result.stderr
    assert "no page shows any of the" in result.stderr
    assert result.stderr.endswith(" problems.\n")


def stale(monkeypatch: pytest.MonkeyPatch, day: str) -> Result:
    epoch = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(epoch)))
    return CliRunner().invoke(main, ["check", "--stale", "--book", str(ROOT)])


def test_check_tells_what_is_stale_and_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    result = stale(monkeypatch, "2027-01-01")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("All holds: ")
    number, line = next((n, x) for n, x in enumerate(open_events(), 1) if x == "- id: e102")
    assert line
    assert any(
        told.endswith(
            f"seeds/events.yml:{number}: e102: it was to be looked at again by 15 December 2026"
            " — see whether it still holds, and set review_by anew"
        )
        for told in lines
    )
    assert " reviews overdue; next is " in lines[-1]


def open_events() -> list[str]:
    return (ROOT / "seeds" / "events.yml").read_text(encoding="utf-8").splitlines()


def test_nothing_is_stale_on_the_day_it_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    result = stale(monkeypatch, "2026-11-23")
    assert result.output.splitlines()[-1].startswith("0 of ")


@pytest.mark.parametrize("tag", types())
def test_types_prints_a_whole_question_of_one(run: Run, tag: str) -> None:
    result = run("types", tag, book=None)
    assert result.exit_code == 0
    (question,) = yaml.safe_load(result.stdout)
    types()[tag].model_validate(question)


def test_types_knows_its_own(run: Run) -> None:
    result = run("types", "clooze", book=None)
    assert result.exit_code == 2
    assert result.stderr == "There is no type 'clooze' — did you mean 'cloze'?\n"
