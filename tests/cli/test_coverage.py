"""bookwork coverage: balance of the questions, sentences without evidence, feedback of labs."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run, seeds
from tests.lab.small import change, edit, write_book


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


# ---- feedback ------------------------------------------------------------------------------------

TRIALS = "exercises/one/trials.yml"


@pytest.fixture
def small(kit: Path) -> Path:
    """The kit with a lab whose trials hold and reach every message."""
    write_book(kit)
    return kit


def test_the_feedback_of_the_real_labs_holds(run: Run) -> None:
    result = run("coverage", "--feedback", book=ROOT)
    assert result.exit_code == 0, result.output
    last = "Every message is reached, and every trial is told what it should be."
    *labs, told = result.output.splitlines()
    assert told == last
    assert len(labs) == len(list(ROOT.glob("exercises/*/lab.yml")))
    for line in labs:
        assert re.search(r": (\d+) tasks, \d+ wrong answers, \d+ right ones; (\d+) of \2 ", line)


def test_feedback_is_counted_for_each_lab(run: Run, small: Path) -> None:
    assert small.is_dir()
    result = run("coverage", "--feedback")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == (
        "one: 2 tasks, 15 wrong answers, 4 right ones; 2 of 2 messages reached"
    )


def test_a_book_without_labs_has_no_feedback_to_cover(run: Run) -> None:
    result = run("coverage", "--feedback")
    assert (result.exit_code, result.output) == (0, "This book has no lab.\n")


def test_verbose_feedback_tells_what_each_trial_is_told(run: Run, small: Path) -> None:
    events = len(seeds().events)
    change(small / TRIALS, "count = 0", f"count = {events}")
    lines = run("coverage", "--feedback", "-v").stdout.splitlines()
    assert "  ✓ one-count: model: passed" in lines
    assert "  ✓ one-shout: gets quiet: It is not loud." in lines
    assert "  ✗ one-count: gets miscounted: passed" in lines


def test_a_trial_that_gets_another_message_is_told(run: Run, small: Path) -> None:
    change(small / TRIALS, "count = 0", "count = []")
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "broken: one-count: 'gets miscounted' should get 'miscounted': kind",
        "broken: one-count: no wrong answer gets 'miscounted'",
    ]
    assert "1 of 2 messages reached" in result.stdout
    assert "Every message is reached" not in result.stdout


def test_a_message_that_no_wrong_answer_gets_is_told(run: Run, small: Path) -> None:
    change(small / TRIALS, "count = 0", "count = []")
    change(small / TRIALS, "gets: miscounted", "gets: kind")
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    assert result.stderr == "broken: one-count: no wrong answer gets 'miscounted'\n"


def test_a_wrong_answer_that_passes_and_a_right_one_that_does_not_are_told(
    run: Run, small: Path
) -> None:
    change(small / TRIALS, "len(events)", "1")
    change(small / TRIALS, "return word.upper()\\n", "return word\\n", after="name: right")
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "broken: one-count: 'right' should pass: miscounted",
        "broken: one-shout: 'right' should pass: quiet",
    ]


def test_a_message_of_any_task_that_is_never_reached_is_told(run: Run, small: Path) -> None:
    change(small / TRIALS, "count = input()", "count = 1 / 0")
    change(small / TRIALS, "gets: input", "gets: error")
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    assert result.stderr == "broken: no wrong answer gets 'input', which any task may say\n"


def test_a_check_that_stops_on_a_trial_is_told(run: Run, small: Path) -> None:
    change(small / "exercises/one/check_lab.py", '("help") != "HELP"', '("help").lower() != "help"')
    change(small / TRIALS, "return word\\n", "return 5\\n")
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    assert (
        "broken: one-shout: 'gets quiet' should get 'quiet': the check itself stops:"
        " AttributeError: 'int' object has no attribute 'lower'.\n"
    ) in result.stderr


def test_checks_that_cannot_be_run_are_told(run: Run, small: Path) -> None:
    line = change(small / "exercises/one/check_lab.py", "\n\n@checks", "\n1 / 0\n\n@checks") + 1
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    told, count = result.stderr.splitlines()
    assert f"check_lab.py:{line}: Python stops here: ZeroDivisionError: division by" in told
    assert count == "1 problem."


def test_a_broken_lab_is_told(run: Run, small: Path) -> None:
    edit(small / "exercises/one/lab.yml", minutes=0)
    result = run("coverage", "--feedback")
    assert result.exit_code == 2
    assert "lab.yml:7: one-count: 'minutes': input should be" in result.stderr
