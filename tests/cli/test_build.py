"""The command build: what it asks of Jupyter Book, where it puts what comes, what it says."""

import importlib
import os
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run

# The package's name `build` is the command; its module is meant.
module = importlib.import_module("bookwork.cli.build")


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
    out = kit / "_build" / "teacher" / "html"
    (made / "left.html").write_text("new", encoding="utf-8")
    (made / "older.html").write_text("killed", encoding="utf-8")
    for name in ("left.html", "deep/only.html", "older.html"):
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("old", encoding="utf-8")
    os.utime(out / "left.html", (1, 1))
    os.utime(made / "older.html", (1, 1))
    teachers_book(kit, monkeypatch, 0)
    run("build", "--teacher")
    assert (out / "left.html").read_text(encoding="utf-8") == "new"
    # What only the build before had is not lost, nor what it had newer.
    assert (out / "older.html").read_text(encoding="utf-8") == "old"
    assert (out / "deep" / "only.html").read_text(encoding="utf-8") == "old"


def test_students_settings_are_the_books_own(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = ready(kit, monkeypatch, 0)
    run("build")
    assert "--config" not in commands[0]
    assert "--path-output" not in commands[0]


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


def test_what_is_said_goes_before_what_the_book_says(
    run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = {"title": "Small", "sphinx": {"config": {"bookwork_paper": "us-letter"}}}
    (kit / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    commands = teachers_book(kit, monkeypatch, 0)
    (kit / "_build" / ".student" / "_build" / "pdf").mkdir(parents=True)
    assert run("build", "pdf", "--paper", "a4").exit_code == 0
    (command,) = commands
    path = Path(command[command.index("--config") + 1])
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert told["sphinx"]["config"] == {"bookwork_paper": "a4"}


def test_paper_is_for_what_is_printed(run: Run, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    teachers_book(kit, monkeypatch, 0)
    result = run("build", "html", "--paper", "us-letter", "--version", "B")
    assert result.exit_code == 2
    assert "--paper, --version is for pdf and packets and all" in result.stderr
