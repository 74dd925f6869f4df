"""The classroom: all submissions marked, several at one time, told in the order of names."""

from __future__ import annotations

import difflib
import os
import queue
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bookwork.lab import Result
from bookwork.mark.sandbox import Job, Sandbox
from bookwork.mark.submission import Submission
from bookwork.model.lab import Lab

NO_CELL = "There is no cell for this task: its first line is `# %% {task}`."
NO_TASK = "There is no task of a lab in it. The first line of each is `# %%` and the task's id."


@dataclass(frozen=True)
class MarkedLab:
    """A marked submission: what each task's check said, or why no task could be checked."""

    submission: Submission
    lab: Lab | None
    results: tuple[Result, ...] = ()
    strays: tuple[str, ...] = ()
    """What stands in the file for no task of the lab, in words."""

    @property
    def passed(self) -> int:
        """How many public checks passed."""
        return sum(result.passed for result in self.results)

    @property
    def fault(self) -> str:
        """Why no task could be checked, or nothing."""
        return self.submission.fault or ("" if self.lab else NO_TASK)

    @property
    def unchecked(self) -> bool:
        """Whether the computer failed, and not the student."""
        return any(result.says == "not-run" for result in self.results)


def cores() -> int:
    """Return how many processors there are to use."""
    return (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    ) or 1


def lab_of(submission: Submission, labs: Mapping[str, Lab]) -> Lab | None:
    """Return the lab that a submission is for: the one with most of its tasks."""
    shared = {id: len(lab.tasks.keys() & submission.cells.keys()) for id, lab in labs.items()}
    best = max(shared, key=lambda id: shared[id], default="")
    return labs[best] if best and shared[best] else None


def mark_class(
    submissions: Sequence[Submission], labs: Mapping[str, Lab], sandbox: Sandbox, jobs: int
) -> Iterator[MarkedLab]:
    """Yield every submission marked, in their order, each as soon as it and those before it are."""
    stop = threading.Event()
    seats: queue.SimpleQueue[int] = queue.SimpleQueue()
    for seat in range(jobs):
        seats.put(seat)

    def mark(submission: Submission) -> MarkedLab:
        seat = seats.get()
        try:
            return mark_submission(submission, labs, sandbox, seat, stop)
        finally:
            seats.put(seat)

    pool = ThreadPoolExecutor(jobs)
    try:
        yield from pool.map(mark, submissions)
    finally:
        stop.set()  # whoever stops early leaves nothing running
        pool.shutdown(cancel_futures=True)


def mark_submission(
    submission: Submission,
    labs: Mapping[str, Lab],
    sandbox: Sandbox,
    seat: int,
    stop: threading.Event,
) -> MarkedLab:
    """Mark a submission, task by task: what one does cannot reach the next."""
    lab = lab_of(submission, labs)
    if lab is None:
        return MarkedLab(submission, None)
    first = submission.first if submission.first.strip() else lab.first
    results: list[Result] = []
    for id, task in lab.tasks.items():
        if id in submission.cells:
            job = Job(id, first, submission.cells[id], lab.checks, task.messages)
            results.append(sandbox.check(job, seat, stop))
        else:
            results.append(Result(id, False, "no-cell", NO_CELL.format(task=id)))
    return MarkedLab(submission, lab, tuple(results), tuple(_strays(submission, lab)))


def _strays(submission: Submission, lab: Lab) -> Iterator[str]:
    for id in submission.cells:
        if id not in lab.tasks:
            near = difflib.get_close_matches(id, lab.tasks, 1)
            mend = f" Should it be '{near[0]}'?" if near else ""
            yield f"The cell '{id}' is for no task of this lab, and was not run.{mend}"
