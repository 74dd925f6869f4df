"""The balance of the banks: the book keeps every rule, and each broken one is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from bookwork.model.balance import advice, broken_rules, key_positions, matrix
from bookwork.model.bank import Bank, load_bank, load_banks
from bookwork.model.seeds import Seeds, load_seeds
from tests.types.samples import authored, bank

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds(ROOT / "seeds")


def load(folder: Path, seeds: Seeds, *questions: dict[str, Any]) -> dict[str, Bank]:
    path = folder / "small" / "bank.yml"
    path.parent.mkdir()
    path.write_text(json.dumps(bank("small", *questions)), encoding="utf-8")
    return {"small": load_bank(path, seeds)}


def test_the_book_keeps_every_rule(seeds: Seeds) -> None:
    assert list(broken_rules(seeds, load_banks(ROOT, seeds))) == []


def test_the_keys_of_the_book_are_spread(seeds: Seeds) -> None:
    places = key_positions(load_banks(ROOT, seeds))
    assert set(places) >= set("ABCD")
    assert max(places.values()) <= 0.4 * sum(places.values())


def test_the_matrix_counts_by_objective_and_level(tmp_path: Path, seeds: Seeds) -> None:
    banks = load(
        tmp_path,
        seeds,
        authored("single", "a-one", level="recall"),
        authored("short", "a-two", level="apply"),
        authored("poll", "a-poll", level="apply", objective="o2"),
    )
    first, second = matrix(banks)
    assert (first.objective, first.counts["recall"], first.counts["apply"]) == ("o1", 1, 1)
    assert second.total == 0  # a poll is no question that can be scored


@pytest.mark.parametrize(
    "told",
    [
        "the bank 'small' has 2 keyed questions, 40 are wanted",
        "there are 2 keyed questions, 120 are wanted",
        "there are 1 types, 14 are wanted",
        "100% are choice, 50% is the most",
        "100% are recall, 40% is the most",
        "the objective o1 has 2 questions, 3 are wanted",
        "the objective o2 has 0 questions, 3 are wanted",
        "no question uses the sentence s01",
    ],
)
def test_a_broken_rule_is_told(tmp_path: Path, seeds: Seeds, told: str) -> None:
    banks = load(tmp_path, seeds, authored("single", "a-one"), authored("single", "a-two"))
    assert told in list(broken_rules(seeds, banks))


def test_a_key_that_gives_itself_away_is_told(tmp_path: Path, seeds: Seeds) -> None:
    options = {
        "a": {"text": "Yes", "feedback": "No."},
        "b": {"text": "The only answer that is as long as this one", "feedback": "Yes."},
        "c": {"text": "Perhaps not", "feedback": "No."},
    }
    banks = load(tmp_path, seeds, authored("single", "a-one", options=options, key="b"))
    (problem,) = advice(banks)
    assert "a distractor" in str(problem)


def test_an_option_about_the_others_and_a_twin_stem_are_told(tmp_path: Path, seeds: Seeds) -> None:
    options = {
        "a": {"text": "None of the above", "feedback": "No."},
        "b": {"text": "Something that is", "feedback": "Yes."},
    }
    question = authored("single", "a-one", options=options, key="b")
    banks = load(tmp_path, seeds, question, {**question, "id": "a-two"})
    told = " ".join(map(str, advice(banks)))
    assert "is about the others" in told
    assert "the stem is that of a-one" in told
