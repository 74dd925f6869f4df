"""The limits of a process: memory, processor time, files; setrlimit(2)."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

MB = 1024 * 1024
SPARE = 32 * MB
"""Memory that is kept back to say that memory has run out."""


@dataclass(frozen=True)
class Limits:
    """How much of everything a student's code may have."""

    seconds: float = 10
    memory: int = 512 * MB
    file: int = 1 * MB
    folder: int = 16 * MB
    """All files that it makes, together; whoever watches the process looks after this one."""
    files: int = 500
    """How many files and folders it makes; looked after likewise."""
    opened: int = 64
    processes: int = 64
    """Processes and threads, those counted that its user has already."""

    @property
    def time(self) -> str:
        """The seconds in words."""
        return "1 second" if self.seconds == 1 else f"{self.seconds:g} seconds"


def limit(limits: Limits) -> None:
    """Limit this process; OSError where the system holds to none of it."""
    if sys.platform != "linux":  # macOS takes most limits and holds to few of them
        raise OSError("the system has no such limits")
    seconds = int(limits.seconds) + 2  # the clock on the wall comes first
    for which, soft, hard in (
        (resource.RLIMIT_CPU, seconds, seconds),
        (resource.RLIMIT_AS, limits.memory, limits.memory + SPARE),
        (resource.RLIMIT_FSIZE, limits.file, limits.file),
        (resource.RLIMIT_NOFILE, limits.opened, limits.opened),
        (resource.RLIMIT_NPROC, limits.processes, limits.processes),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        most = resource.getrlimit(which)[1]  # never more than there was
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(which, (soft, hard))
    os.nice(5)  # whoever marks goes on working


def use_spare() -> None:
    """Take the memory that was kept back."""
    if sys.platform == "linux":
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
