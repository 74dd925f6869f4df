"""Reviews: what is overdue on a day, and from where the day is taken."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bookwork.model.freshness import Review, today
from bookwork.model.partialdate import PartialDate


def review(by: str) -> Review:
    return Review("event", "e001", "It", PartialDate.parse(by), None, "", Path("events.yml"))


@pytest.mark.parametrize(
    ("by", "day", "overdue", "soon"),
    [
        ("2026-12-15", "2026-12-14", False, True),
        ("2026-12-15", "2026-12-15", False, True),
        ("2026-12-15", "2026-12-16", True, False),
        ("2026-12-15", "2026-09-16", False, True),
        ("2026-12-15", "2026-09-15", False, False),
        ("2026-12", "2026-12-31", False, True),
        ("2026-12", "2027-01-01", True, False),
        ("2026", "2026-12-31", False, True),
    ],
)
def test_the_whole_of_the_time_counts(by: str, day: str, overdue: bool, soon: bool) -> None:
    on = date.fromisoformat(day)
    assert review(by).is_overdue(on) == overdue
    assert review(by).is_soon(on) == soon


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798000000")
    assert today() == date(2026, 12, 23)
    for nothing in ("", "soon", "-5"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nothing)
        assert abs((today() - datetime.now(UTC).date()).days) <= 1
