"""Calls of the Linux kernel that Python does not offer, by ctypes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from typing import Any

PR_SET_PDEATHSIG, PR_SET_KEEPCAPS, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 8, 22, 38  # prctl(2)

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def call(name: str, *arguments: int | object) -> int:
    """Call a function of the C library by its name; OSError if it fails."""
    if _libc is None:
        raise OSError("this system is not Linux")
    # A number is passed as wide as a pointer: left alone, ctypes would cut it to 32 bits.
    wide = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    function: Any = getattr(_libc, name)
    # An int leaves half of a register as it was: read as a long, -1 would be missed.
    function.restype = ctypes.c_long if name == "syscall" else ctypes.c_int
    result = int(function(*wide))
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def die_with_parent(parent: int) -> None:
    """Let this process end when its parent does; 0: whose number is not known. prctl(2)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # whoever watches ends it in any case
            call("prctl", PR_SET_PDEATHSIG, 9, 0, 0, 0)
        if parent and os.getppid() != parent:  # it has ended already
            os._exit(1)


def gain_nothing() -> None:
    """Give up that a program could gain rights; Landlock and seccomp ask for it: prctl(2)."""
    call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
