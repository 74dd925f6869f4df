"""Maps and ties with mistakes: each is told with its line and how to mend it."""

import shutil
from pathlib import Path

import pytest

from bookwork.model.errors import SeedError
from bookwork.model.seeds import load_seeds

ROOT = Path(__file__).parents[2]

CASES = {
    "a view redrawn": (
        "places.yml", "west: 122,", "west: 121,",
        "the outline of the map 'korea-japan' in outlines.json was drawn for other bounds",
    ),
    "a new view": (
        "places.yml", "  world: {", "  moon: {",
        "the map 'moon' has no outline in outlines.json — draw the maps again",
    ),
    "bounds upside down": (
        "places.yml", "south: 31.5, north: 44", "south: 44, north: 31.5",
        "'south' is not below 'north' — exchange them",
    ),
    "a party nobody knows": (
        "ties.yml", "parties: [US, JP]\n", "parties: [US, JPN]\n",
        "there is no party 'JPN' — did you mean 'JP'?",
    ),
    "a rung nobody knows": (
        "commitments.yml", "  rung: discuss", "  rung: discus",
        "there is no rung 'discus' — did you mean 'discuss'?",
    ),
    "a status code that counts as nothing": (
        "commitments.yml", "  changed: [changed]\n", "",
        "the status code 'changed' stands 0 times in 'outcomes' — name it once",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told(tmp_path: Path, case: str) -> None:
    name, old, new, told = CASES[case]
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    path = tmp_path / "seeds" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SeedError) as reason:
        load_seeds(tmp_path / "seeds")
    assert told in str(reason.value)
    assert f"{name}:" in str(reason.value)


def test_outlines_that_are_gone_are_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "outlines.json").unlink()
    with pytest.raises(SeedError, match=r"outlines\.json"):
        load_seeds(tmp_path / "seeds")
