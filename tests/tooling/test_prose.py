"""The checks of prose: each rule finds what it is for, and leaves alone what it is not."""

from pathlib import Path

import pytest

from tools.prose import house, readability

BAD = {
    "The regime fired a missile.": "“regime” argues",
    "The color of the flag.": "“color” is American spelling",
    "They met in in Seoul.": "“in in” stands twice",
    "The comfort women asked for more.": "without quotation marks",
}
GOOD = [
    "The Mutual Defense Treaty of 1953.",
    "The “comfort women” asked for more.",
    "National laboratories work together.",
    "Avoid “so-called” before any term.",
    "They had had enough.",
]


@pytest.mark.parametrize("words", BAD)
def test_a_fault_is_told(words: str) -> None:
    assert any(BAD[words] in fault for fault in house.faults_of(words))


@pytest.mark.parametrize("words", GOOD)
def test_what_is_right_is_left_alone(words: str) -> None:
    assert list(house.faults_of(words)) == []


def test_a_contested_name_stands_with_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text("Japan claims Takeshima.\n", encoding="utf-8")
    assert "“Takeshima” stands without “Dokdo”" in " ".join(house.page_faults(page))
    page.write_text("Takeshima (Japan) and Dokdo (South Korea).\n", encoding="utf-8")
    assert list(house.page_faults(page)) == []


TEXT = """# T

## Full

```{reading} full
```

One.

## Short

```{reading} short
```

Two.
"""


def test_a_reading_is_its_section() -> None:
    first, last = readability.section(TEXT, "full") or (0, 0)
    assert "One." in TEXT.split("\n")[first:last]
    assert "Two." not in TEXT.split("\n")[first:last]


def test_readings_that_are_too_short_or_too_hard_are_told() -> None:
    full = readability.Measure("page", "full", 900, 8.0, 60, 7)
    short = readability.Measure("page", "short", 600, 7.5, 60, 7)
    told = " ".join(readability.faults([full, short]))
    assert "900 words, not 1200–1800" in told
    assert "not 1.5 grades easier" in told
