"""The sandbox under test: what each run gets, and what is left when it has ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bookwork.jail.layers import Layers
from bookwork.jail.limits import MB, Limits
from bookwork.lab import Result
from bookwork.mark.protections import running

LIMITS = Limits(seconds=30, processes=64 + running())
SMALL = replace(LIMITS, memory=128 * MB)
SHORT = replace(LIMITS, seconds=1)
TABLES = {"events.csv": "id\n", "other.csv": "x\n"}
CHECKS = """\
from bookwork.lab import checks

@checks("t-one")
def one(answer):
    answer.wrong("said", got=str(answer.names.get("said", "nothing")))
"""
Run = Callable[..., Result]


def left_running(desks: Path) -> list[str]:
    """The processes that still stand at one of the desks."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            where = str((process / "cwd").readlink())
        except OSError:
            continue
        if where.startswith(str(desks)):
            found.append(f"{process.name}: {where}")
    return found


def hook_alone(here: Layers) -> Layers:
    """What a system has that knows none of the kernel's layers."""
    return Layers(limits=here.limits, hook=True)
