"""The other commands: help, check, schema, types, build."""

import importlib
import json
import sys
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

# The package's name `build` is the command; its module is meant.
module = importlib.import_module("bookwork.cli.build")

COMMANDS = ("build", "check", "coverage", "mark", "schema", "take", "types")


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


def ready(kit: Path, monkeypatch: pytest.MonkeyPatch, code: int, *log: str) -> list[list[str]]:
    """Make the kit pass the check and the builder do nothing; return the commands it gets."""
    commands: list[list[str]] = []

    def fake(command: list[str], *, verbose: bool) -> tuple[int, list[str]]:
        commands.append([*command, *(["verbose"] if verbose else [])])
        return code, list(log)

    monkeypatch.setattr(module, "check_kit", lambda _root: None)
    monkeypatch.setattr(module, "_run", fake)
    for name in ("html", "epub"):
        (kit / "_build" / name).mkdir(parents=True)
    (kit / "_build" / "html" / "index.html").write_text("x" * 2048, encoding="utf-8")
    return commands


def test_build_is_strict(run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = ready(kit, monkeypatch, 0)
    output = run("build").output
    (command,) = commands
    assert command[3:5] == ["build", str(kit)]
    assert {"-n", "-W", "--keep-going"} <= set(command)
    assert "--all" not in command
    assert command[command.index("--builder") + 1] == "html"
    assert output.startswith("Built html (1 pages, 2 KiB) in 0 s: open ")
    assert output.endswith("index.html\n")


def test_build_passes_on_what_is_asked(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = ready(kit, monkeypatch, 0)
    assert "look into" in run("build", "epub", "--fresh", "-v").output
    (command,) = commands
    assert command[command.index("--custom-builder") + 1] == "epub"
    assert "--all" in command
    assert "verbose" in command


def test_a_build_that_fails_shows_what_matters(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise, fault = "reading sources... [ 50%]\n", "a.md:3: WARNING: there is no bank 'x' — y\n"
    ready(kit, monkeypatch, 1, noise, fault)
    result = run("build")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == f"{fault}The book was not built: mend what stands above.\n"


def test_what_fails_the_check_is_not_built(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_run", lambda *_a, **_k: pytest.fail("it was built"))
    assert run("build").exit_code == 2  # the kit has no table of contents


def teachers_book(kit: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> list[list[str]]:
    """Make the kit pass the check; the builder adds a page where Jupyter Book would make it."""
    commands: list[list[str]] = []
    made = kit / "_build" / ".teacher" / "_build" / "html"

    def fake(command: list[str], **_options: bool) -> tuple[int, list[str]]:
        commands.append([*command, *(path.name for path in sorted(made.glob("*")))])
        made.mkdir(parents=True, exist_ok=True)
        (made / f"page{len(commands)}.html").write_text("x", encoding="utf-8")
        (made / "index.html").write_text("x", encoding="utf-8")
        return code, []

    monkeypatch.setattr(module, "check_kit", lambda _root: None)
    monkeypatch.setattr(module, "_run", fake)
    return commands


def test_the_teachers_edition_has_a_folder_and_settings_of_its_own(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = {
        "title": "Small",
        "execute": {"timeout": 60},
        "sphinx": {
            "local_extensions": {"mine": "./ext"},
            "config": {"bookwork_book": "small", "html_title": "Small"},
        },
    }
    (kit / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    commands = teachers_book(kit, monkeypatch, 0)
    output = run("build", "--teacher").output
    assert output.startswith("Built html for teachers (2 pages, 0 KiB) in 0 s: open ")
    assert output.endswith("_build/teacher/html/index.html\n")
    (command,) = commands
    base = kit / "_build" / ".teacher"
    assert command[command.index("--path-output") + 1] == str(base)
    settings = command[command.index("--config") + 1]
    told = yaml.safe_load(Path(settings).read_text(encoding="utf-8"))
    assert told["sphinx"]["config"] == {
        "bookwork_book": "small", "html_title": "Small", "bookwork_edition": "teacher",
    }  # fmt: skip
    assert told["sphinx"]["local_extensions"] == {"mine": str(kit / "ext")}
    assert told["title"] == "Small (teacher's edition)"
    # What one edition has run, the other need not run again.
    assert told["execute"] == {"timeout": 60, "cache": str(kit / "_build" / ".jupyter_cache")}
    assert not (base / "_build" / "html").exists()
    assert not (kit / "_build" / "html").exists()


@pytest.mark.parametrize("code", [0, 1])
def test_the_teachers_edition_is_built_on_the_last_one(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    commands = teachers_book(kit, monkeypatch, code)
    run("build", "--teacher")
    run("build", "--teacher")
    assert "index.html" not in commands[0]
    assert commands[1][-2:] == ["index.html", "page1.html"]
    out = kit / "_build" / "teacher" / "html"
    assert {page.name for page in out.iterdir()} == {"index.html", "page1.html", "page2.html"}


def test_what_a_killed_build_left_is_built_on(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = kit / "_build" / ".teacher" / "_build" / "html"
    for folder in (made, kit / "_build" / "teacher" / "html"):
        folder.mkdir(parents=True)
    (made / "left.html").write_text("x", encoding="utf-8")
    teachers_book(kit, monkeypatch, 0)
    run("build", "--teacher")
    assert (kit / "_build" / "teacher" / "html" / "left.html").exists()


def test_students_settings_are_the_books_own(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = ready(kit, monkeypatch, 0)
    run("build")
    assert "--config" not in commands[0]
    assert "--path-output" not in commands[0]


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


def test_an_unknown_format_is_a_mistake(run: Run) -> None:
    result = run("build", "docx")
    assert result.exit_code == 2
    assert "'docx' is not one of 'all'" in result.stderr


def test_progress_is_shown_stage_by_stage() -> None:
    """Without a terminal each stage is a line; what was said is kept for the case of a fault."""
    script = (
        "print('reading sources... [ 50%] a\\rreading sources... [100%] b');"
        "print('writing output... [100%] a'); print('bad'); raise SystemExit(3)"
    )
    code, log = module._run([sys.executable, "-c", script], verbose=False)
    assert code == 3
    assert "bad\n" in log


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


def test_all_builds_html_epub_and_what_is_printed(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = teachers_book(kit, monkeypatch, 0)
    for place in ("html", "epub", "pdf"):
        (kit / "_build" / place).mkdir(parents=True)
    (kit / "_build" / ".teacher" / "_build" / "pdf").mkdir(parents=True)
    (kit / "_config.yml").write_text("title: Small\n", encoding="utf-8")
    result = run("build", "all")
    assert result.exit_code == 0, result.output
    made = [line.partition(" (")[0] for line in result.output.splitlines()]
    assert made == ["Built html", "Built epub", "Built pdf", "Built pdf for teachers"]
    assert [command[command.index("--builder") + 1] for command in commands] == [
        "html", "custom", "custom", "custom",
    ]  # fmt: skip


def test_what_is_printed_otherwise_has_settings_of_its_own(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = teachers_book(kit, monkeypatch, 0)
    (kit / "_config.yml").write_text("title: Small\n", encoding="utf-8")
    (kit / "_build" / ".student-B" / "_build" / "pdf").mkdir(parents=True)
    options = ("--paper", "us-letter", "--reading", "short", "--version", "B")
    assert run("build", "packets", *options).exit_code == 0
    (command,) = commands
    assert command[command.index("--custom-builder") + 1] == "pdf"
    path = Path(command[command.index("--config") + 1])
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert told["sphinx"]["config"] == {
        "bookwork_paper": "us-letter", "bookwork_printed_reading": "short",
        "bookwork_version": "B", "bookwork_printed": "packets",
    }  # fmt: skip
    assert told["title"] == "Small"
    assert (kit / "_build" / "pdf").is_dir()


def test_paper_is_for_what_is_printed(run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    teachers_book(kit, monkeypatch, 0)
    result = run("build", "html", "--paper", "us-letter", "--version", "B")
    assert result.exit_code == 2
    assert "--paper, --version is for pdf and packets and all" in result.stderr
