"""Landlock: which files a process may read and write, and no TCP; landlock(7)."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from bookwork.jail.kernel import call, gain_nothing

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every machine
ASK_VERSION = 1
BENEATH = 1  # LANDLOCK_RULE_PATH_BENEATH
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << n for n in range(6))
MAKE_DIR, MAKE_REG, MAKE_SYM, REFER, TRUNCATE = 1 << 7, 1 << 8, 1 << 12, 1 << 13, 1 << 14
READ = READ_FILE | READ_DIR
WRITE = (
    READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
)
TO_FILES = READ_FILE | WRITE_FILE | TRUNCATE  # what can be allowed for a file that is no folder
# From which version on: the rights to files that it knows, as a number with as many bits.
RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
TCP_SINCE, TCP = 4, 0b11  # to bind and to connect
SCOPE_SINCE, SCOPE = 6, 0b11  # sockets without a file, and signals


class _Ruleset(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Which version of Landlock the system has; 0: none."""
    try:
        return call("syscall", CREATE_RULESET, 0, 0, ASK_VERSION)
    except OSError:
        return 0


def restrict(known: int, readable: Iterable[str], writable: Iterable[str]) -> None:
    """Let this process read and write what lies in some places alone, and run no program."""
    rights = (1 << max(bits for since, bits in RIGHTS.items() if since <= known)) - 1
    wanted = _Ruleset(rights, TCP * (known >= TCP_SINCE), SCOPE * (known >= SCOPE_SINCE))
    size = 8 * (1 + (known >= TCP_SINCE) + (known >= SCOPE_SINCE))
    rules = call("syscall", CREATE_RULESET, ctypes.byref(wanted), size, 0)
    for places, allowed in ((readable, READ), (writable, WRITE)):
        for place in places:
            _allow(rules, place, allowed & rights)
    gain_nothing()
    call("syscall", RESTRICT_SELF, rules, 0)
    os.close(rules)


def _allow(rules: int, place: str, allowed: int) -> None:
    try:
        parent = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return  # not every system has every place
    try:
        if not Path(place).is_dir():
            allowed &= TO_FILES
        rule = _Beneath(allowed, parent)
        call("syscall", ADD_RULE, rules, BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(parent)
