"""The vectors of marking: tests/vectors/*.json, which Python and the page's script both run.

Each vector is {"name", "task", "response", "mark"}, or "error": true for a mark when the response
is one that no reader can give. Run this by hand when a test says that they are stale:

    .venv/bin/python -m tools.make_vectors

- `by-hand.json`: cases in tests/vectors/by_hand, whose marks were written by hand from the rules;
- `types.json`: the examples of every type of question, with the points stated there;
- `banks.json`: every question of exercises/, answered right, wrong and half. Their marks are what
  the marker gives today, so a look at the difference shows what a change of the rule does.
"""

import importlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.mark import score
from bookwork.model.bank import load_banks
from bookwork.model.files import write_atomically
from bookwork.model.question import types
from bookwork.model.seeds import Seeds, load_seeds
from tests.types.samples import question
from tests.vectors.from_banks import responses

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "vectors"
BY_HAND = ("text", "slips", "number", "date", "picks", "places", "order", "parts", "refused")
Json = dict[str, Any]


def vector(name: str, task: Json, response: Any, mark: Mapping[str, Any] | None) -> Json:
    """A vector; without a mark it is one that must be refused."""
    result: Json = {"error": True} if mark is None else {"mark": dict(mark)}
    return {"name": name, "task": task, "response": response, **result}


def by_hand() -> Iterator[Json]:
    """Yield the cases written by hand, just as they are written."""
    for name in BY_HAND:
        for case in importlib.import_module(f"tests.vectors.by_hand.{name}").cases():
            yield vector(case.name, case.task, case.response, case.mark)


def from_types(seeds: Seeds) -> Iterator[Json]:
    """Yield every example of every type."""
    for tag, kind in types().items():
        task = question(tag).lower(seeds).task()
        for example in kind.examples():
            mark = score(task, example.response)
            yield vector(f"{tag}: {example.note}", task, dict(example.response), mark)


def from_banks(seeds: Seeds) -> Iterator[Json]:
    """Yield answers of many sorts to every question of the book."""
    for bank in load_banks(ROOT, seeds).values():
        for item in bank.items:
            task = item.task()
            for what, response in responses(task):
                yield vector(f"{item.id}: {what}", task, response, score(task, response))


@cache
def files() -> dict[str, str]:
    """Return each file of vectors by name, as it must be: a vector a line."""
    seeds = load_seeds(ROOT / "seeds")
    found = {
        "by-hand.json": by_hand(),
        "types.json": from_types(seeds),
        "banks.json": from_banks(seeds),
    }
    return {
        name: "[\n" + ",\n".join(json.dumps(each) for each in vectors) + "\n]\n"
        for name, vectors in found.items()
    }


def main() -> None:
    """Write the files."""
    for name, text in files().items():
        write_atomically(FOLDER / name, text)
        print(f"{text.count(chr(10)) - 2} vectors in {(FOLDER / name).relative_to(ROOT)}")


if __name__ == "__main__":
    main()
