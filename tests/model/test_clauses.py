"""The clauses of seeds/: what they hold, and each mistake with its line and the way to mend it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bookwork.model.seeds import load_seeds
from tests.model.test_seeds_broken import SEEDS, Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return Copy(tmp_path / "seeds")


def test_the_clauses_are_read_in_order_with_their_evidence() -> None:
    seeds = load_seeds(SEEDS)
    assert list(seeds.clauses) == [f"k{number:02}" for number in range(1, 13)]
    first = seeds.clauses["k01"]
    assert first.evidence == ("c01", "wh-consult")
    assert "all three" in first.words
    for clause in seeds.clauses.values():
        for part in (clause, clause.stronger, clause.weaker):
            assert all(seeds.has(id) for id in part.evidence)
    assert seeds.comparison.meta.caution.startswith("Stronger is not better.")


def test_a_changed_clause_changes_the_digest(copy: Copy) -> None:
    before = load_seeds(copy.root).digest
    copy.edit("clauses.yml", "Who calls whom?", "Who is called?")
    assert load_seeds(copy.root).digest != before


K02 = "- id: k02"
FAULTS = [
    pytest.param("[c01, e053]", "[c01, e953]", K02, "k02", "there is no event 'e953'",
                 "see seeds/events.yml", id="evidence that is not there"),
    pytest.param("[wh-presser, c01]", "[wh-preser, c01]", K02, "k02",
                 "there is no source 'wh-preser'", "did you mean 'wh-presser'?",
                 id="evidence of a stronger draft"),
    pytest.param("- id: k02", "- id: k01", "", "k01", "the id 'k01' is taken by",
                 "an id names one thing only: choose another", id="an id twice"),
    pytest.param("- id: k02", "- id: clause-2", "", "clause-2", "'id': string should match",
                 "see 'bookwork schema' for what it takes", id="another id"),
    pytest.param("wording:", "wordign:", K02, "k02", "unknown field 'wordign'",
                 "did you mean 'wording'?", id="a slip in a field"),
    pytest.param("- when\n", "- '?'\n", K02, "k02", "'?' is no word to look for",
                 "write letters and digits", id="a word that no text can have"),
    pytest.param("- whenever\n", "- When\n", K02, "k02", "'When' stands there twice",
                 "once is enough", id="a word twice"),
    pytest.param("What sets", "<b>What</b> sets", K02, "k02", "a '<' stands in the question",
                 "write it in words", id="HTML in what becomes a heading"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "after", "id", "what", "mend"), FAULTS)
def test_a_fault_is_told_where_it_stands(
    copy: Copy, old: str, new: str, after: str, id: str, what: str, mend: str
) -> None:
    line = copy.edit("clauses.yml", old, new, after)
    problem = next(problem for problem in copy.problems() if problem.what.startswith(what))
    assert problem.file.endswith("/seeds/clauses.yml")
    assert (problem.id, problem.mend) == (id, mend)
    assert 0 <= line - problem.line <= len("words")  # a list's fault is told at the list


def test_a_clause_without_a_weaker_draft_is_none(copy: Copy) -> None:
    path = copy.root / "clauses.yml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  weaker:")
    path.write_text(text[:start] + text[text.index("\n\n", start) :], encoding="utf-8")
    problem = copy.only()
    assert (problem.id, problem.what) == ("k01", "the field 'weaker' is missing")


@pytest.mark.parametrize("text", ["clauses: {}\n", "", "clauses:\n- id: [\n"])
def test_a_file_that_is_none_is_told(copy: Copy, text: str) -> None:
    (copy.root / "clauses.yml").write_text(text, encoding="utf-8")
    assert copy.problems()[0].file.endswith("/seeds/clauses.yml")


def test_no_file_at_all_is_told(copy: Copy) -> None:
    (copy.root / "clauses.yml").unlink()
    assert copy.only().file.endswith("/seeds/clauses.yml")
