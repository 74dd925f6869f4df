"""Python gives every vector its mark; the page's script runs the same files in tests/page."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bookwork.mark import ResponseError, score
from tools import make_vectors

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.json"))
VECTORS = [
    pytest.param(vector, id=vector["name"])
    for path in FILES
    for vector in json.loads(path.read_text(encoding="utf-8"))
]


def test_there_are_enough() -> None:
    assert [path.name for path in FILES] == ["banks.json", "by-hand.json", "types.json"]
    assert len(VECTORS) >= 250


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_vectors_name_is_its_own(path: Path) -> None:
    names = Counter(vector["name"] for vector in json.loads(path.read_text(encoding="utf-8")))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("name", list(make_vectors.files()))
def test_the_files_are_fresh(name: str) -> None:
    # Compared as a whole, not shown: the difference is long, and `git diff` shows it better.
    fresh = (FOLDER / name).read_text(encoding="utf-8") == make_vectors.files()[name]
    assert fresh, f"{name} is stale: run .venv/bin/python -m tools.make_vectors, look, commit"


@pytest.mark.parametrize("vector", VECTORS)
def test_python_gives_it_its_mark(vector: dict[str, Any]) -> None:
    if vector.get("error"):
        with pytest.raises(ResponseError):
            score(vector["task"], vector["response"])
    else:
        assert score(vector["task"], vector["response"]) == vector["mark"]
