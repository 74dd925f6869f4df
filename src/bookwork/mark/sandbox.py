"""The sandbox: a student's code for one task, run and checked in a process of its own.

What holds the code is put on inside that process (`bookwork.jail`). From outside it is watched: how
long it takes, and how much it writes. What comes back is one line, at most so long, from a file, so
that no code can keep whoever marks waiting or fill the memory here.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Any

from bookwork import jail
from bookwork.jail.layers import Layers
from bookwork.jail.limits import MB, Limits
from bookwork.jail.namespaces import SIGNALLED
from bookwork.lab import Result
from bookwork.labwords import GENERAL
from bookwork.mark.desk import desk, is_full
from bookwork.mark.submission import writable

CHILD = Path(jail.__file__).parent / "child.py"
READY = b"ready"
"""What the process tells when all that holds the code is put on."""
MOST_TOLD, USUALLY_TOLD = 2 * MB, 16 * 1024
"""Bytes that are read of what the process tells, and how few it tells if nobody meddles."""
MOST_SAID = 2000
"""Characters of a message."""
UNTIL_READY = 60.0
"""Seconds that Python may take to start, on a machine with much else to do."""
LOOK, WEIGH = 0.005, 0.1
"""Seconds between two looks at the process, and at its folder."""
FINDINGS: Mapping[str, str] = {
    "time": "It did not end within {seconds}. Is there a loop that never ends?",
    "memory": "Your code asks for more than {memory} MB of memory. Is there a list or a text that"
    " grows without end?",
    "files": "Your code writes more files than a check allows. Is there a loop that never ends?",
    "ended": "Your code ends Python itself before the check can look. Leave that line out.",
    "crashed": "Python itself broke down while your code ran. Does a function call itself without"
    " end?",
    "killed": "The computer ended your code: it took too much time or memory. Is there a loop that"
    " never ends?",
    "stopped": "The check stops in line {line} of your code, with {kind}.",
    "check": "The check cannot go on with what your code has made ({kind} in {at}). Show it to your"
    " teacher.",
    "disturbed": "Your code disturbs the check. Leave out what is not part of the task.",
    "not-run": "This was not checked: the computer could not shut your code in ({reason}). That is"
    " no fault of yours.",
}
"""What is said of code that no check came to look at."""


@dataclass(frozen=True)
class Job:
    """A task to be checked: the student's code, and what the check needs."""

    task: str
    first: str
    code: str
    checks: str
    messages: Mapping[str, str]


@dataclass(frozen=True)
class Ending:
    """How a process ended: its exit code, what it told, and why it was ended, if it was."""

    code: int
    told: bytes
    why: str = ""


class Broken(Exception):  # noqa: N818 - a student's code is not at fault
    """The process could not be shut in, so no student's code has run."""


@dataclass(frozen=True)
class Sandbox:
    """What every process gets: its layers and limits, and the tables on its desk."""

    layers: Layers
    limits: Limits
    tables: Mapping[str, str]

    def check(self, job: Job, seat: int, stop: threading.Event) -> Result:
        """Return what the check says to a student's code; jobs at one time have seats of their own.

        Nothing that the code does raises anything here.
        """
        try:
            return self._check(job, seat, stop)
        except Broken:
            try:  # what was short for a moment may be there again
                return self._check(job, seat, stop)
            except Broken as reason:
                return self._finding(job, "not-run", reason=reason)

    def _check(self, job: Job, seat: int, stop: threading.Event) -> Result:
        layers = replace(self.layers, user=self.layers.user + seat if self.layers.user else 0)
        seal = secrets.token_hex(16)
        try:
            with desk(self.tables, layers.user) as folder:
                ending = attend({**asdict(job), "seal": seal}, layers, self.limits, folder, stop)
        except OSError as reason:  # no room, or no process more
            raise Broken(str(reason)) from None
        if ending.why in FINDINGS:
            return self._finding(job, ending.why)
        if ending.why:
            return self._finding(job, "not-run", reason=ending.why)
        found = told(ending, seal)
        if found is None and READY not in ending.told:
            raise Broken(f"exit code {ending.code}")
        if found is None:
            meddled = len(ending.told) > USUALLY_TOLD
            return self._finding(job, "disturbed" if meddled else _how_it_ended(ending.code))
        if "broken" in found:
            raise Broken(found["broken"])
        match found:
            case {"passed": True}:
                return Result(job.task, passed=True)
            case {"passed": False, "says": str(says), "message": str(message)} if (
                says in GENERAL or says in job.messages
            ):
                return Result(
                    job.task, passed=False, says=says, message=writable(message[:MOST_SAID])
                )
            case {"says": str(says)} if says in FINDINGS:
                seen = {name: _short(found.get(name)) for name in ("line", "kind", "at")}
                return self._finding(job, says, **seen)
        return self._finding(job, "disturbed")

    def _finding(self, job: Job, says: str, **values: object) -> Result:
        known = {"seconds": self.limits.time, "memory": self.limits.memory // MB}
        message = FINDINGS[says].format(**{**known, **values})
        return Result(job.task, passed=False, says=says, message=message)


def attend(
    job: Mapping[str, Any], layers: Layers, limits: Limits, folder: Path, stop: threading.Event
) -> Ending:
    """Run a process with a job, watch it, and see to it that it has ended."""
    whole = {**job, "layers": asdict(layers), "limits": asdict(limits), "parent": os.getpid()}
    surroundings = {"TMPDIR": str(folder), "HOME": str(folder), "LANG": "C.UTF-8"}
    if sys.platform == "win32":  # without it Windows starts no program
        surroundings = {**surroundings, "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out:
        given.write(json.dumps(whole).encode())
        given.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-X", "utf8", str(CHILD)],
            stdin=given,
            stdout=out,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=surroundings,
            start_new_session=True,
        )
        try:
            why = _watch(process, out, limits, folder, stop)
        finally:
            _end(process, layers)
        out.seek(0)
        return Ending(process.returncode, out.read(MOST_TOLD), why)


def _watch(
    process: subprocess.Popen[bytes],
    out: IO[bytes],
    limits: Limits,
    folder: Path,
    stop: threading.Event,
) -> str:
    """Wait until a process ends or must be ended; return why it must, or nothing."""
    born = weighed = time.monotonic()
    ready: float | None = None
    while process.poll() is None:
        now = time.monotonic()
        if ready is None and os.fstat(out.fileno()).st_size:
            ready = now
        if stop.is_set():
            return "marking was stopped"
        if ready is None and now - born > UNTIL_READY:
            return "Python did not start"
        if ready is not None and now - ready > limits.seconds:
            return "time"
        if now - weighed > WEIGH:
            if is_full(folder, limits):
                return "files"
            weighed = now
        time.sleep(LOOK)
    return ""


def _end(process: subprocess.Popen[bytes], layers: Layers) -> None:
    """End a process with all that it has started."""
    if process.poll() is None and layers.namespaces:
        process.terminate()  # it ends those inside, then itself
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
    if sys.platform == "win32":
        process.kill()
    elif process.returncode is None or not layers.seccomp:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def told(ending: Ending, seal: str) -> dict[str, Any] | None:
    """Return what a process told under its seal; None if it told nothing."""
    for line in reversed(ending.told.split(b"\n")):
        if line.startswith(seal.encode()):
            with contextlib.suppress(ValueError, RecursionError):
                found = json.loads(line[len(seal) :])
                return found if isinstance(found, dict) else {}
    return None


def _short(value: object) -> str:
    """Return what a process told of a mistake; a student's code may have had a hand in it."""
    return writable(str(value))[:40]


def _how_it_ended(code: int) -> str:
    """Return what to say of a process that ended without a word, by its exit code."""
    number = -code if code < 0 else code - SIGNALLED
    if number in (9, 24):  # SIGKILL, SIGXCPU: by name they are not on every system
        return "killed"
    return "crashed" if 0 < number < 32 else "ended"
