"""The hook: what Python itself refuses to a student's code, with a reason in plain words.

It works on every system, and tells a student what the kernel would only call "not permitted". It
keeps nobody out who means to get in: for that are the other layers. See "Audit events table" in
Python's documentation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

MOST_NAMED = 24
"""Characters of a file's name that the reason quotes."""
PROGRAM = "a check starts no other program."
NETWORK = "a check has no network."
SIGNAL = "a check ends no other program."
MACHINE = "a check does not reach below Python."
# Whole events, and beginnings of some.
EVENTS = {
    "os.system": PROGRAM, "os.exec": PROGRAM, "os.fork": PROGRAM, "os.forkpty": PROGRAM,
    "os.posix_spawn": PROGRAM, "os.spawn": PROGRAM, "os.startfile": PROGRAM,
    "os.startfile/2": PROGRAM, "pty.spawn": PROGRAM, "subprocess.Popen": PROGRAM,
    "webbrowser.open": PROGRAM, "urllib.Request": NETWORK, "os.kill": SIGNAL, "os.killpg": SIGNAL,
    "signal.pthread_kill": SIGNAL, "resource.prlimit": MACHINE,
    "sqlite3.enable_load_extension": MACHINE, "sqlite3.load_extension": MACHINE,
    "syslog.openlog": MACHINE, "syslog.syslog": MACHINE,
}  # fmt: skip
BEGINNINGS = {
    "socket": NETWORK, "ftplib": NETWORK, "http": NETWORK, "imaplib": NETWORK, "nntplib": NETWORK,
    "poplib": NETWORK, "smtplib": NETWORK, "telnetlib": NETWORK, "ctypes": MACHINE,
    "winreg": MACHINE, "_winapi": MACHINE, "msvcrt": MACHINE,
}  # fmt: skip
STARTERS = ("multiprocessing.popen_", "_posixshmem")
"""Modules that start programs, or share memory, without an event of their own."""
# Events about files: how many of their first arguments are places, and where a folder may stand
# that a place counts from.
CHANGES = {
    "os.remove": (1, 1), "os.rmdir": (1, 1), "os.mkdir": (1, 2), "os.rename": (2, 2),
    "os.link": (2, 2), "os.symlink": (2, 2), "os.truncate": (1, None), "os.chmod": (1, 2),
    "os.chown": (1, 3), "os.lchown": (1, None), "os.chflags": (1, None), "os.utime": (1, 3),
    "os.setxattr": (1, None), "os.removexattr": (1, None), "sqlite3.connect": (1, None),
}  # fmt: skip
LOOKS = ("os.listdir", "os.scandir")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NOWHERE = os.devnull


class NotAllowed(PermissionError):  # noqa: N818 - a student reads this name
    """What a check does not let a student's code do."""


def install(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Refuse from now on, in this process and for good, what no lesson needs."""
    sys.addaudithook(_hook(tuple(readable), tuple(writable)))


def _hook(
    readable: tuple[str, ...], writable: tuple[str, ...]
) -> Callable[[str, tuple[Any, ...]], None]:
    own = tuple(_real(place) for place in writable)
    seen = (*own, *(_real(place) for place in readable))
    separator = os.sep

    def outside(place: Any, places: tuple[str, ...]) -> bool:
        if isinstance(place, int):  # opened already, or by the hook's leave
            return False
        real = _real("." if place is None else place)
        return not any(real == each or real.startswith(each + separator) for each in places)

    def look(event: str, values: tuple[Any, ...]) -> None:
        if event == "open":
            place, mode, flags = values[0], values[1], values[2]
            writes = flags & WRITES or (isinstance(mode, str) and set(mode) & set("wax+"))
            if place != NOWHERE and outside(place, own if writes else seen):
                _refuse_file(place)
        elif event in LOOKS:
            if outside(values[0], seen):
                _refuse_file(values[0])
        elif event in CHANGES:
            count, folder = CHANGES[event]
            beside = values[folder : folder + count] if folder is not None else ()
            for place in values[:count]:
                if event == "sqlite3.connect" and place == ":memory:":
                    continue
                whole = _beside(place, next((each for each in beside if each != -1), None))
                if whole is None or outside(whole, own):
                    _refuse_file(place)
        elif event == "import":
            if values[0].startswith(STARTERS):
                raise NotAllowed(PROGRAM)
        elif event in EVENTS:
            raise NotAllowed(EVENTS[event])
        elif (beginning := event.partition(".")[0]) in BEGINNINGS:
            raise NotAllowed(BEGINNINGS[beginning])

    return look


def _real(place: Any) -> str:
    return os.path.realpath(os.fsdecode(place))


def _beside(place: Any, folder: int | None) -> Any:
    """Return a place that may count from an opened folder; None if nobody knows where that is."""
    if str(place).startswith("file:"):  # sqlite3 reads this as an address
        return None
    if folder is None or isinstance(place, int):
        return place
    try:
        return str(Path(f"/proc/self/fd/{folder}").readlink() / os.fsdecode(place))
    except OSError:
        return None


def _refuse_file(place: Any) -> NoReturn:
    name = Path(os.fsdecode(place)).name
    short = name if len(name) <= MOST_NAMED else f"{name[: MOST_NAMED - 1]}…"
    raise NotAllowed(f"'{short}' is not in the folder of the lab.")
