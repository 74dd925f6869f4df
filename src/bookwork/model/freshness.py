"""Freshness: which facts and questions somebody should look at again, and by when."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from bookwork.model.bank import Bank
from bookwork.model.errors import Problem, SeedError, relative
from bookwork.model.partialdate import PartialDate
from bookwork.model.seeds import Seeds
from bookwork.model.yamlfile import load_yaml

SOON = timedelta(days=90)
EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable that sets the day, so that a build can be repeated."""


@dataclass(frozen=True)
class Review:
    """An event or a question that is to be looked at again by a day."""

    kind: Literal["event", "question"]
    id: str
    title: str
    by: PartialDate
    as_of: PartialDate | None
    why: str
    path: Path

    def is_overdue(self, day: date) -> bool:
        """Return whether the whole time for the review has gone by."""
        return self.by.latest < day

    def is_soon(self, day: date) -> bool:
        """Return whether the review is due, or will be within 90 days."""
        return not self.is_overdue(day) and self.by.latest <= day + SOON


def today() -> date:
    """Return the day of a build: today, or the one that SOURCE_DATE_EPOCH names."""
    epoch = os.environ.get(EPOCH, "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def reviews(seeds: Seeds, banks: Mapping[str, Bank]) -> list[Review]:
    """Return everything that is to be looked at again, the earliest first."""
    found = [
        Review(
            "event", event.id, event.title, event.review_by, event.as_of, event.note,
            seeds.root / "events.yml",
        )
        for event in seeds.events.values()
        if event.review_by
    ]  # fmt: skip
    for bank in banks.values():
        for entry in bank.entries.values():
            question = entry.question
            if question.review_by:
                found.append(
                    Review("question", question.id, question.stem.split("\n\n")[0],
                           question.review_by, question.as_of, "", bank.path)
                )  # fmt: skip
    return sorted(found, key=lambda review: (review.by.latest, review.kind, review.id))


def complaints(overdue: Iterable[Review], banks: Mapping[str, Bank]) -> list[Problem]:
    """Return overdue reviews as lines for an author, each with its place in a file."""
    found = []
    for review in overdue:
        what = f"it was to be looked at again by {review.by.words()}"
        mend = "see whether it still holds, and set review_by anew"
        found.append(Problem(relative(review.path), _line(review, banks), review.id, what, mend))
    return found


def _line(review: Review, banks: Mapping[str, Bank]) -> int:
    """Return the line on which an event or question starts."""
    if review.kind == "question":
        return next(b.entries[review.id].line for b in banks.values() if review.id in b.entries)
    file = load_yaml(review.path, SeedError)
    ids = [event.get("id") for event in file.data["events"]]
    return file.line(("events", ids.index(review.id)))
