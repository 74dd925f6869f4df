"""bookwork take: a chapter's questions in the terminal, typed as a student types."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bookwork.model.question import types
from tests.cli.conftest import Run, seeds
from tests.types.samples import authored, bank, question

ORDER = list(types())
PARTS = {tag: len(question(tag).lower(seeds()).parts) for tag in ORDER}


def typed(**lines: str) -> str:
    """What is typed in the chapter `every`: lines for some types, nothing for all others."""
    return "".join(lines.get(tag, "\n" * PARTS[tag]) for tag in ORDER)


Say = Callable[[str, str], str]


@pytest.fixture
def told(run: Run) -> Say:
    """What is told after the question of a type when something is typed there."""

    def tell(tag: str, lines: str) -> str:
        result = run("take", "every", typed=typed(**{tag: lines}))
        assert result.exit_code == 0
        number = ORDER.index(tag) + 1
        output = result.output.split(f"\n{number} of {len(ORDER)}. ")[1]
        return output.split(f"\n{number + 1} of {len(ORDER)}. ")[0]

    return tell


def test_a_question_is_asked_in_words(run: Run) -> None:
    output = run("take", "one", typed="\n").output
    assert output.startswith(
        "\n1 of 1. Where did they meet, as [s01] says?\n  a. Camp David\n  b. Geneva\n  c. Seoul\n>"
    )
    assert output.endswith("\n0 of 0 points on 0 questions.\n")


def test_right(told: Say) -> None:
    assert "Right. 1 of 1\n  Yes: a country retreat in Maryland.\n" in told("single", "A\n")


def test_wrong(told: Say) -> None:
    assert told("single", "c\n").endswith(
        "Not yet. 0 of 1\n"
        "  No: South Korea's president travelled.\n"
        "  Answer: Because the text says so.\n"
    )


@pytest.mark.parametrize("letters", ["a c", "c,a", "ac", "A, C"])
def test_several_letters(told: Say, letters: str) -> None:
    assert "Right. 2 of 2\n" in told("multiple", f"{letters}\n")


def test_partly_right(told: Say) -> None:
    found = told("multiple", "a\n")
    assert "Partly right. 1 of 2\n  Yes: one of the three.\n" in found
    assert "  Something right is still missing.\n" in found


def test_pairs(told: Say) -> None:
    asked = told("matching", "\n")
    assert "  1. Japan\n  2. South Korea\n  Write pairs, such as 1b 2a.\n" in asked
    letter = {line[5:]: line[2] for line in asked.splitlines() if line[3:4] == "."}
    pairs = f"1{letter['Tokyo']} 2{letter['Seoul']}\n"
    assert "Right. 2 of 2\n" in told("matching", pairs)
    assert "Partly right. 1 of 2\n" in told("matching", f"2{letter['Seoul']}\n")


def test_steps_in_order(told: Say) -> None:
    asked = told("ordering", "\n")
    assert "  Write the letters in order.\n" in asked
    letter = {line[5:]: line[2] for line in asked.splitlines() if line[3:4] == "."}
    steps = ("Phnom Penh Statement", "Camp David summit", "Lima meeting")
    right = "".join(letter[step] for step in steps)
    assert right != "abc"  # the order shown is not the right one
    assert "Right. 3 of 3\n" in told("ordering", f"{right}\n")
    assert "Not yet. 0 of 3\n" in told("ordering", f"{right[::-1]}\n")


def test_verdict_and_reason(told: Say) -> None:
    assert "Right. 2 of 2\n" in told("truefalse", "b\na\n")
    lost = told("truefalse", "a\na\n")
    assert "Not yet. 0 of 2\n" in lost
    assert "  Not counted yet: what comes before it must be right first.\n" in lost


def test_gaps(told: Say) -> None:
    asked = told("cloze", "camp david\na\n")
    assert "The three met at [place], and [host] was the host.\n" in asked
    assert "[place] >" in asked
    assert "[host] >" in asked
    assert "Right. 2 of 2\n" in asked
    assert "Partly right. 1 of 2\n" in told("cloze", "\na\n")


def test_claim_and_evidence(told: Say) -> None:
    assert "Right. 2 of 2\n" in told("claim", "a\nb\n")


def test_a_number_and_a_date(told: Say) -> None:
    assert "Right. 1 of 1\n" in told("number", "59 %\n")
    assert "Right. 1 of 1\n" in told("date", "18 Aug 2023\n")


def test_what_is_written_is_compared_by_its_writer(told: Say) -> None:
    assert told("open", "They met.\n").endswith(
        "Compare your answer with what follows.\n"
        "  Answer: Because the text says so.\n"
        "  Look for:\n"
        "  - It names one promise.\n"
        "  - It says how binding the promise is.\n"
        "  Strong: They promised to consult, …\n"
        "    Why: Names and weighs it.\n"
        "  Middling: They promised to consult.\n"
        "    Why: Names it only.\n"
        "  Weak: They were friendly.\n"
        "    Why: Names no promise.\n"
    )


def test_categories_stand_in_their_order(told: Say) -> None:
    asked = told("categorise", "1a 2b 3a\n")
    assert "  1. The summit took place in August 2023.\n" in asked
    assert "  a. A checkable fact\n  b. A judgement\n" in asked
    assert "Right. 3 of 3\n" in asked


def test_rows_and_columns(told: Say) -> None:
    asked = told("matrix", "1b\n")
    assert "  a. Welcomed it\n  b. Criticised it\n" in asked
    assert "Not yet. 0 of 2\n  He signed it.\n" in asked


def test_words_for_gaps(told: Say) -> None:
    asked = told("wordbank", "\n\n")
    assert "They [verb] to [act] quickly.\n" in asked
    letter = {line[5:]: line[2] for line in asked.splitlines() if line[3:4] == "."}
    found = told("wordbank", f"{letter['pledged']}\n{letter['attack']}\n")
    assert "Partly right. 1 of 2\n" in found
    assert "  No: nobody promised to fight.\n" in found


def test_a_statement_and_three_questions_about_it(told: Say) -> None:
    asked = told("attribution", "a\nc\nb\n")
    assert "The summit was a triumph for all three countries." in asked
    assert "  What kind of statement is it?\n" in asked
    assert "  c. A characterisation: a judgement or description\n" in asked
    assert "Partly right. 2 of 3\n" in asked


def test_a_place_is_picked_by_its_description(told: Say) -> None:
    asked = told("region", "a\n")
    assert "  a. An island south of a peninsula\n" in asked
    assert "Right. 1 of 1\n" in asked


def test_a_view_is_kept_and_not_judged(told: Say) -> None:
    assert told("poll", "b\n").endswith(
        "Kept.\n  What the answers can show: Because the text says so.\n"
    )


def test_a_ticket_is_kept(told: Say) -> None:
    asked = told("ticket", "What a pledge is.\n\n")
    assert "  One thing I can now explain\n" in asked
    assert asked.endswith("Kept.\n  Note: Because the text says so.\n")


def test_hint_and_answer_before_answering(told: Say) -> None:
    found = told("single", "?\n!\nb\n")
    assert "  Hint: Look at the first sentence.\n" in found
    assert "  Answer: Because the text says so.\n" in found
    assert found.index("Hint:") < found.index("Answer:") < found.index("Not yet.")


@pytest.mark.parametrize(
    ("tag", "line", "why"),
    [
        ("single", "z", "z"),
        ("single", "ab", "'answer' takes one option"),
        ("multiple", "aa", "'answer' names an option twice"),
        ("ordering", "ab", "'answer' takes all steps, in order"),
        ("matching", "3a", "3a"),
        ("matching", "1z", "z"),
        ("matching", "²a", "²a"),
        ("matching", "ab", "ab"),
        ("matrix", "3a", "3a"),
        ("region", "d", "d"),
        ("region", "ab", "'answer' takes one option"),
        ("poll", "ab", "'answer' takes one option"),
    ],
)
def test_what_is_no_answer_is_asked_again(told: Say, tag: str, line: str, why: str) -> None:
    assert f"  That is not an answer to this ({why}).\n" in told(tag, f"{line}\n\n")


def test_all_of_it(run: Run) -> None:
    output = run("take", "every", typed=typed(single="a\n", short="x\n", open="y\n")).output
    assert output.endswith("\n1 of 2 points on 3 questions.\n")


@pytest.mark.parametrize("leave", ["q\n", "Q\n", ""])
def test_leaving_tells_what_was_earned(run: Run, leave: str) -> None:
    before = "\n" * sum(PARTS[tag] for tag in ORDER[: ORDER.index("single")])
    output = run("take", "every", typed=f"{before}a\n{leave}").output
    assert "Right. 1 of 1\n" in output
    assert output.endswith("\n1 of 1 points on 1 question.\n")


def test_what_is_saved_can_be_marked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    lines = typed(single="b\n", multiple="a c\n", truefalse="b\n\n", open="They met.\n")
    output = run("take", "every", "--save", str(path), typed=lines).output
    assert output.endswith(f"\n3 of 5 points on 4 questions.\nYour answers are in {path}.\n")
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert saved["book"] == "small"
    assert saved["answers"] == {
        "smp-multiple": {"answer": ["a", "c"]},
        "smp-open": {"answer": "They met."},
        "smp-single": {"answer": ["b"]},
        "smp-truefalse": {"verdict": ["false"]},
    }
    assert set(saved["versions"]) == set(saved["answers"])
    marked = run("mark", str(path)).output
    assert marked.endswith("3 of 5 points on 4 questions; 1 to be read by a person.\n")
    assert "changed" not in marked


def test_leaving_saves_what_was_answered(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    run("take", "one", "--save", str(path), typed="a\n")
    run("take", "every", "--save", str(path), typed="a\na\na\nq\n")
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert list(saved["answers"]) == ["smp-attribution"]


def test_seventeen_sentences_have_letters_and_q_still_leaves(run: Run, kit: Path) -> None:
    """With the whole article to choose from, the letters run to r and leave out q."""
    whole = authored("evidence", "one-evidence", key=["s02"], feedback={})
    del whole["from"]
    text = json.dumps(bank("one", whole))
    (kit / "exercises" / "one" / "bank.yml").write_text(text, encoding="utf-8")
    asked = run("take", "one", typed="r\n").output
    assert "\n  p. " in asked
    assert "\n  q. " not in asked
    assert "\n  r. " in asked
    assert "Not yet. 0 of 1" in asked
    assert "0 of 0 points" in run("take", "one", typed="q\n").output


def test_no_such_chapter(run: Run) -> None:
    result = run("take", "ninth")
    assert result.exit_code == 2
    assert result.stderr == "There is no chapter 'ninth': use one of every, one.\n"
