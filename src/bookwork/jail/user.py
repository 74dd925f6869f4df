"""The user as whom a student's code runs, and the rights of root that it does not have."""

from __future__ import annotations

import ctypes
import os
import sys

from bookwork.jail.kernel import PR_SET_KEEPCAPS, call, die_with_parent

VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3, capset(2)
READ_SEARCH = 1 << 2  # CAP_DAC_READ_SEARCH, capabilities(7)


def become(user: int, *, search: bool) -> None:
    """Become another user, for good; `search` keeps one right: to read what is closed to others."""
    if sys.platform == "win32":
        raise OSError("Windows has no such users")
    if search:
        call("prctl", PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
    die_with_parent(0)  # becoming another has undone it
    give_up_rights(READ_SEARCH if search else 0)


def give_up_rights(kept: int = 0) -> None:
    """Give up every capability but some: of root, or of who has made a namespace; capset(2)."""
    header = (ctypes.c_uint32 * 2)(VERSION, 0)
    data = (ctypes.c_uint32 * 6)(kept, kept, 0, 0, 0, 0)  # effective, permitted, inheritable
    call("capset", ctypes.byref(header), ctypes.byref(data))
