"""Namespaces: a world of processes of its own, without a network; namespaces(7)."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any, NoReturn

from bookwork.jail.kernel import call, die_with_parent

NEWIPC, NEWUSER, NEWPID, NEWNET = 0x08000000, 0x10000000, 0x20000000, 0x40000000
SIGNALLED = 128
"""What is added to a signal's number to tell it as an exit code, as shells do."""


def enter() -> None:
    """Go on as the first process of new namespaces. When it ends, all in them end, by the kernel.

    The process that was there before stays outside, waits and ends with the same code. SIGTERM
    makes it end those inside first, so that none of them is left when it has ended.
    """
    if sys.platform != "linux":
        raise OSError("this system has no namespaces")
    mine = NEWUSER if os.geteuid() else 0  # whoever is not root needs a world of users for the rest
    call("unshare", NEWPID | NEWNET | NEWIPC | mine)
    inside = os.fork()
    if inside:
        _wait(inside)
    die_with_parent(0)  # seen from inside, the parent has no number


def _wait(inside: int) -> NoReturn:
    def end(*_: Any) -> None:
        os.kill(inside, signal.SIGKILL)

    signal.signal(signal.SIGTERM, end)
    code = os.waitstatus_to_exitcode(os.waitpid(inside, 0)[1])
    os._exit(code if code >= 0 else SIGNALLED - code)
