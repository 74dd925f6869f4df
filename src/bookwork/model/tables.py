"""The tables: the facts as CSV files, for notebooks, labs and the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from bookwork.model.seeds import Seeds

EVENTS = "events.csv"
EVENT_COLUMNS = (
    "id", "date", "precision", "title", "track", "countries", "kind", "tier", "description",
    "confidence",
)  # fmt: skip
LEADER_COLUMNS = ("name", "country", "office", "start", "end")
COMMITMENT_COLUMNS = ("id", "name", "rung", "outcome", "status_code", "wording")


def tables(seeds: Seeds) -> dict[str, str]:
    """Return every table by the name of its file."""
    return {
        EVENTS: events_csv(seeds),
        "commitments.csv": commitments_csv(seeds),
        "steps.csv": steps_csv(seeds),
        "leaders.csv": leaders_csv(seeds),
    }


def events_csv(seeds: Seeds) -> str:
    """Return the events as CSV, a row each, in order of time."""
    rows = []
    for event in seeds.events.values():
        confidence = "unconfirmed" if event.basis == "second-hand" else event.confidence
        rows.append(
            {
                **event.model_dump(mode="json"),
                "countries": " ".join(event.countries),
                "confidence": confidence,
            }
        )
    return _csv(EVENT_COLUMNS, rows)


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, tuple(columns), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def commitments_csv(seeds: Seeds) -> str:
    """Return the commitments as CSV: how firmly each is worded, and what came of it."""
    rows = [
        {
            **commitment.model_dump(mode="json"),
            "outcome": seeds.promises.outcome(commitment.status_code),
        }
        for commitment in seeds.commitments.values()
    ]
    return _csv(COMMITMENT_COLUMNS, rows)


def steps_csv(seeds: Seeds) -> str:
    """Return what was done about the commitments as CSV, in the columns of events.

    `kind` is the commitment's id, so that the toolkit can select and count by it.
    """
    rows = [
        {
            "id": f"{commitment.id}-{number}",
            "date": str(step.date),
            "precision": step.precision,
            "title": step.what,
            "track": "agreements",
            "kind": commitment.id,
            "confidence": "unconfirmed" if step.basis == "second-hand" else step.confidence,
        }
        for commitment in seeds.commitments.values()
        for number, step in enumerate(commitment.since, 1)
    ]
    return _csv(EVENT_COLUMNS, rows)


def leaders_csv(seeds: Seeds) -> str:
    """Return the terms of office as CSV; no end: it lasts beyond what the sources cover."""
    rows = [
        {
            **leader.model_dump(mode="json"),
            "name": seeds.people[leader.person].name,
            "end": leader.end or "",
        }
        for leader in seeds.leaders.values()
    ]
    return _csv(LEADER_COLUMNS, rows)
