"""The program of the process in which a student's code is checked: one task, then it ends.

It gets a job as JSON by stdin, and writes one line to what was its stdout: the job's seal, which
nobody else knows, and the result as JSON. Before that a line says that it is ready, so that the
clock of whoever waits starts when the student's code does.

It is started as a file, without installed packages (`python -I -S`), in a folder with the tables.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

SOURCE = str(Path(__file__).parents[2])
sys.path.append(SOURCE)  # last: what is installed beside it must not stand in for Python's own

# E402: what follows can be found only now that the path is set.
from bookwork import toolkit  # noqa: E402
from bookwork.jail import hook, landlock, limits, namespaces, seccomp, user  # noqa: E402
from bookwork.jail.kernel import die_with_parent  # noqa: E402
from bookwork.jail.layers import Layers  # noqa: E402
from bookwork.lab import CODE, load_checks, run_check  # noqa: E402

toolkit.modules()  # loaded now: soon nothing can be read from here
READY = b"ready\n"
BALLAST = 4 * limits.MB
CHECKS = "check_lab.py"
LIBRARIES = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
    "/usr/share/zoneinfo", "/dev/urandom",
)  # fmt: skip


def main() -> NoReturn:
    """Do the job that stdin brings, and end."""
    job = json.load(sys.stdin.buffer)
    out = _take_output()
    write, leave, spare = os.write, os._exit, limits.use_spare  # a student may change what is there
    seal = job["seal"].encode()
    no_room = seal + json.dumps({"says": "memory"}).encode() + b"\n"
    places = _places(str(Path.cwd()))
    try:
        held = tuple(_lock(job, places))
    except OSError as reason:
        write(out, seal + json.dumps({"broken": str(reason)}).encode() + b"\n")
        leave(1)
    _forget()
    write(out, READY)
    ballast = bytearray(BALLAST)
    try:
        line = json.dumps({"held": held} if job["task"] is None else _examine(job)).encode()
    except MemoryError:
        del ballast  # so that there is enough to ask for more
        spare()
        line = b""
    # What the code wrote, if it found where, ends here.
    write(out, b"\n" + (seal + line + b"\n" if line else no_room))
    leave(0)


def _take_output() -> int:
    """Return what was stdout; the three that every program has lead nowhere from now on."""
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nowhere, each)
    os.close(nowhere)
    return out


def _places(desk: str) -> tuple[list[str], list[str]]:
    """Return what may be read (Python's library and what that needs), and what be written."""
    sys.path.remove(SOURCE)
    return [*sys.path, *LIBRARIES], [desk, os.devnull]


def _lock(job: dict[str, Any], places: tuple[list[str], list[str]]) -> Iterator[str]:
    """Put on the layers, from the outermost, and yield their names; try them if that is the job."""
    layers = Layers(**job["layers"])
    tries = job["task"] is None
    die_with_parent(job["parent"])
    steps: tuple[tuple[str, object, Callable[[], None]], ...] = (
        ("namespaces", layers.namespaces, namespaces.enter),
        ("limits", layers.limits, lambda: limits.limit(limits.Limits(**job["limits"]))),
        ("user", layers.user, lambda: user.become(layers.user, search=layers.search)),
        ("rights", not layers.user and layers.limits, user.give_up_rights),
        (
            "landlock",
            layers.landlock,
            lambda: landlock.restrict(layers.landlock, *places),
        ),
        ("seccomp", layers.seccomp, seccomp.restrict),
        ("hook", layers.hook, lambda: hook.install(*places)),
    )
    for name, wanted, put_on in steps:
        if not wanted:
            continue
        try:
            put_on()
        except OSError as reason:
            if not tries:
                raise OSError(f"{name}: {reason}") from None
        else:
            yield name


def _forget() -> None:
    """Take what built the jail out of a curious student's way: the layers hold without it."""
    for name in [*sys.modules]:
        if name.startswith(("bookwork.jail", "ctypes", "_ctypes")):
            del sys.modules[name]
    sys.path_importer_cache.clear()
    sys.dont_write_bytecode = True


def _examine(job: dict[str, Any]) -> dict[str, Any]:
    """Check a task's code, and return what is to be said of it."""
    try:
        check = load_checks(job["checks"], CHECKS)[job["task"]]
        result = run_check(job["task"], check, job["messages"], job["first"], job["code"])
    except BaseException as reason:
        if isinstance(reason, MemoryError):
            raise
        return _stopped(reason)
    if "MemoryError" in result.message:
        return {"says": "memory"}
    return {"passed": result.passed, "says": result.says, "message": result.message}


def _stopped(reason: BaseException) -> dict[str, Any]:
    """Return what stopped the check: the student's code while it looked, or the check itself."""
    kind = type(reason).__name__
    lines = {CODE: 0, CHECKS: 0}
    trace = reason.__traceback__
    while trace:
        where = trace.tb_frame.f_code.co_filename
        if where in lines:
            lines[where] = trace.tb_lineno
        trace = trace.tb_next
    says = "stopped" if lines[CODE] else "check"
    return {"says": says, "line": lines[CODE], "kind": kind, "at": f"{CHECKS}:{lines[CHECKS]}"}


if __name__ == "__main__":
    main()
