"""The protections: what holds students' code on this computer, tried and said in plain words."""

from __future__ import annotations

import os
import secrets
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bookwork.jail import landlock
from bookwork.jail.layers import Layers
from bookwork.jail.limits import MB, Limits
from bookwork.mark.desk import desk
from bookwork.mark.sandbox import Broken, attend, told

USERS = range(60706, 61184)
"""Numbers that no Linux gives to a user of its own accord (systemd.io, Users, Groups, UIDs)."""
CANNOT = (
    "A student who studies the check can make it say 'passed', because it runs beside their code:"
    " use this for feedback, not for grades.",
    "Code can read Python's own files, see whether another file is there and how large it is, and"
    " use up the time and the memory that it is allowed.",
    "It is made for the code of one's own class, not for the code of strangers: no such lock is"
    " without a flaw.",
)
"""What no layer protects from, wherever this runs."""


@dataclass(frozen=True)
class Protections:
    """What holds by the system, what holds by Python alone, and what does not hold here."""

    in_force: tuple[str, ...]
    by_python: tuple[str, ...]
    missing: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield it in words, a line each."""
        yield f"In force: {'; '.join(self.in_force)}."
        if self.by_python:
            yield (
                "Refused by Python alone, and code that means to can get round it:"
                f" {'; '.join(self.by_python)}."
            )
        if self.missing:
            yield f"Not in force here: {'; '.join(self.missing)}."
        yield "What it cannot protect from:"
        for each in CANNOT:
            yield f"- {each}"


def probe(limits: Limits, seats: int) -> Layers:
    """Return the layers that this system can put on, for so many processes at one time."""
    linux = sys.platform == "linux"
    known = landlock.version() if linux else 0
    user, search = 0, False
    if linux and os.geteuid() == 0:
        search = not _is_open(Path(os.__file__).parent, Path(tempfile.gettempdir()))
        # Without Landlock, one who may look everywhere may read everything.
        user = _free_user(seats) if known or not search else 0
    if user and not _can_give_to(user):
        user = 0
    wanted = Layers(linux, user, search and bool(user), linux, known, linux)
    seal = secrets.token_hex(16)
    with desk({}, user) as folder:
        job = {"task": None, "seal": seal}
        ending = attend(job, wanted, limits, folder, threading.Event())
    found = told(ending, seal) or {}
    if "held" not in found:
        raise Broken(found.get("broken", f"exit code {ending.code}"))
    held = found["held"]
    return replace(
        wanted,
        limits="limits" in held,
        user=user if "user" in held else 0,
        search=wanted.search and "user" in held,
        namespaces="namespaces" in held,
        landlock=known if "landlock" in held else 0,
        seccomp="seccomp" in held,
    )


def is_unsafe(layers: Layers) -> bool:
    """Whether students' code would run as root with every file in its reach."""
    root = sys.platform != "win32" and os.geteuid() == 0
    return root and not layers.user and not layers.landlock


def running() -> int:
    """Return how many processes and threads this user has, which a limit counts, too.

    Root has a user of its own for each process that it watches.
    """
    if sys.platform != "linux" or os.geteuid() == 0:
        return 0
    count = 0
    for path in Path("/proc").iterdir():
        try:
            if path.name.isdigit() and path.stat().st_uid == os.getuid():
                count += sum(1 for _ in (path / "task").iterdir())
        except OSError:
            continue  # it has ended
    return count


def in_words(layers: Layers, limits: Limits) -> Protections:
    """Return what these layers protect from."""
    held = [f"{limits.time} for a task", "output is thrown away"]
    python: list[str] = []
    missing: list[str] = []
    memory = f"{limits.memory // MB} MB of memory"
    (held if layers.limits else missing).append(memory)
    held.append(f"{limits.folder // MB} MB of files")
    files = "no files but the task's own and Python's"
    (held if layers.landlock else python).append(files)
    (held if layers.seccomp else python).append("no other program or process")
    if layers.namespaces and not layers.seccomp:
        held.append("what code starts ends with it")
    if layers.seccomp or layers.namespaces:
        held.append("no network")
    elif layers.landlock >= landlock.TCP_SINCE:
        held.append("no TCP")
        python.append("no other network")
    else:
        python.append("no network")
    if layers.user:
        held.append("a user of its own, not root")
    return Protections(tuple(held), tuple(python), tuple(missing))


def _can_give_to(user: int) -> bool:
    """Whether there is such a user at all: in some containers root is the only one."""
    try:
        with desk({}, user):
            return True
    except OSError:
        return False


def _is_open(*places: Path) -> bool:
    """Whether any user may go to these folders."""
    folders = {each for place in places for each in (place.resolve(), *place.resolve().parents)}
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)


def _free_user(seats: int) -> int:
    """Return the first of so many numbers in a row that are no user's, or 0."""
    import pwd  # not on Windows, where nobody asks

    known = {each.pw_uid for each in pwd.getpwall()}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                known.add(path.stat().st_uid)
            except OSError:
                continue  # it has ended
    for turn in range(len(USERS)):  # two who mark at one time begin at different ones
        first = USERS[(os.getpid() * seats + turn) % (len(USERS) - seats)]
        if known.isdisjoint(range(first, first + seats)):
            return first
    return 0
