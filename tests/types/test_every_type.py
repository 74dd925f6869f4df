"""Every type of question, whichever there are: sample, examples, lowering, digest."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from bookwork.mark import score
from bookwork.model import primitives
from bookwork.model.item import Item, Part
from bookwork.model.question import Example, types
from bookwork.model.seeds import Seeds, load_seeds
from tests.types.samples import authored, question

ROOT = Path(__file__).parents[2]
TAGS = list(types())
EXAMPLES = [
    pytest.param(tag, example, id=f"{tag}: {example.note}")
    for tag, kind in types().items()
    for example in kind.examples()
]


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds(ROOT / "seeds")


def lowered(tag: str, seeds: Seeds, **fields: Any) -> Item:
    return question(tag, **fields).lower(seeds)


def test_a_type_is_one_file_named_after_its_tag() -> None:
    folder = ROOT / "src" / "bookwork" / "types"
    files = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert files == set(TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_the_sample_is_a_whole_question(tag: str, seeds: Seeds) -> None:
    item = lowered(tag, seeds)
    assert item.type == tag
    assert item.id == f"smp-{tag}"
    assert item.evidence == ("s04", "e050")
    assert item.parts
    assert all(isinstance(part.task, get_args(primitives.Primitive)) for part in item.parts)
    ids = [part.id for part in item.parts]
    assert len(set(ids)) == len(ids)
    assert ids == ["answer"] or len(ids) > 1


@pytest.mark.parametrize("tag", TAGS)
def test_the_type_says_what_it_is_in_a_line(tag: str) -> None:
    kind = types()[tag]
    for words in (kind.summary, kind.credit):
        assert words
        assert "\n" not in words
        assert "|" not in words  # it becomes a cell of a table
    assert kind.__doc__


@pytest.mark.parametrize(("tag", "example"), EXAMPLES)
def test_the_example_scores_as_stated(tag: str, example: Example, seeds: Seeds) -> None:
    mark = score(lowered(tag, seeds).task(), example.response)
    assert mark["earned"] == example.earned
    assert 0 <= mark["earned"] <= mark["possible"]


@pytest.mark.parametrize("tag", TAGS)
def test_the_examples_hold_a_right_and_a_wrong_answer(tag: str, seeds: Seeds) -> None:
    task = lowered(tag, seeds).task()
    marks = [score(task, example.response) for example in types()[tag].examples()]
    states = {mark["state"] for mark in marks}
    if marks[0]["possible"] == 0:  # no machine scores it
        assert states == {"unmarked", "blank"}
        return
    assert {"right", "wrong"} <= states
    if marks[0]["possible"] > 1:
        assert any(0 < mark["earned"] < mark["possible"] for mark in marks)


@pytest.mark.parametrize("tag", TAGS)
def test_every_option_and_wrong_answer_has_its_feedback(tag: str, seeds: Seeds) -> None:
    item = lowered(tag, seeds)
    for part in item.parts:
        match part.task:
            case primitives.Match(left=options):
                assert all(option.feedback for option in options)
            case primitives.Choice(options=options) | primitives.Spans(options=options):
                assert all(option.feedback for option in options)
            case primitives.Order(options=options):
                assert all(option.feedback for option in options)
            case primitives.Text() | primitives.Numeric():
                assert part.task.otherwise
                assert all(foreseen.feedback for foreseen in part.task.wrong)
            case primitives.Region(areas=options):
                assert all(option.feedback for option in options)
            case primitives.Survey(options=options):
                assert not any(option.feedback for option in options)  # nothing to judge
                assert item.is_kept
            case primitives.Extended():
                assert bool(part.task.rubric) == (not item.is_kept)
                assert bool(part.task.samples) == (not item.is_kept)


@pytest.mark.parametrize("tag", TAGS)
def test_the_task_is_plain_data_without_the_words(tag: str, seeds: Seeds) -> None:
    item = lowered(tag, seeds, stem="Zebra?", hint="Zebra.", answer="Zebra.")
    task = item.task()
    written = json.dumps(task)
    assert json.loads(written) == task
    assert "Zebra" not in written
    assert set(task) == {"rule", "parts"}
    assert task["rule"] in ("sum", "chain")


@pytest.mark.parametrize("tag", TAGS)
def test_the_digest_stays_until_the_question_changes(tag: str, seeds: Seeds) -> None:
    item = lowered(tag, seeds)
    assert re.fullmatch("[0-9a-f]{12}", item.digest())
    assert lowered(tag, seeds).digest() == item.digest()
    edited: list[dict[str, Any]] = [
        {"stem": "What else does the text say?"},
        {"hint": "Look at the last sentence."},
        {"answer": "Because it says so."},
        {"evidence": ["s04"]},
        {"id": "smp-other"},
    ]
    digests = {lowered(tag, seeds, **fields).digest() for fields in edited}
    assert len(digests | {item.digest()}) == len(edited) + 1


@pytest.mark.parametrize("tag", TAGS)
def test_the_digest_follows_each_part(tag: str, seeds: Seeds) -> None:
    item = lowered(tag, seeds)
    for number, part in enumerate(item.parts):
        renamed = replace(part, prompt=part.prompt + "!")
        parts = (*item.parts[:number], renamed, *item.parts[number + 1 :])
        assert replace(item, parts=parts).digest() != item.digest()


def test_the_digest_is_the_same_on_every_machine() -> None:
    """Work saved in readers' browsers hangs on it: change it only when you must."""
    options = (primitives.Option("a", "Café", "Yes."), primitives.Option("b", "Tea", "No."))
    item = Item(
        id="smp-pinned", type="single", objective="o1", level="recall", stem="Which?",
        parts=(Part("answer", primitives.Choice(options, ("a",))),), evidence=("s04",),
        answer="So.", hint="Look.",
    )  # fmt: skip
    assert item.digest() == "455aa4885e11"


@pytest.mark.parametrize("tag", TAGS)
def test_an_unknown_field_is_refused(tag: str) -> None:
    with pytest.raises(ValidationError, match="points"):
        question(tag, points=3)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    "field", ["id", "objective", "level", "stem", "evidence", "hint", "answer"]
)
def test_no_shared_field_may_be_missing(tag: str, field: str) -> None:
    data = authored(tag)
    del data[field]
    with pytest.raises(ValidationError, match=field):
        types()[tag].model_validate(data)


@pytest.mark.parametrize("tag", TAGS)
def test_an_answer_without_evidence_is_refused(tag: str) -> None:
    with pytest.raises(ValidationError, match="evidence"):
        question(tag, evidence=[])
