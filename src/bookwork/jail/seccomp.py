"""A filter of system calls: no other process, program or socket, no signal; seccomp(2).

The filter is a small program for the kernel, a list of (code, jump if true, jump if not, number).
Whatever it does not name is allowed: files are Landlock's matter.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys

from bookwork.jail.kernel import PR_SET_SECCOMP, call, gain_nothing

# The architecture's name for audits, and which column of numbers below is its own.
ARCHITECTURES = {
    "x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1), "riscv64": (0xC00000F3, 1),
}  # fmt: skip
NONE = -1  # the architecture does not have it
REFUSED = {
    # Processes and programs; the memory of others.
    "fork": (57, NONE), "vfork": (58, NONE), "execve": (59, 221), "execveat": (322, 281),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440), "setsid": (112, 157), "setpgid": (109, 154),
    # Signals, and how much of the machine others get.
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424), "setpriority": (141, 140),
    "ioprio_set": (251, 30), "sched_setaffinity": (203, 122), "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119), "sched_setattr": (314, 274),
    # Sockets; the last can open them, too.
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200),
    "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242), "io_uring_setup": (425, 425),
    # Other worlds of files and processes.
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428), "move_mount": (429, 429),
    "fsopen": (430, 430), "mount_setattr": (442, 442), "open_by_handle_at": (304, 265),
    # Memory that stays when the process ends, or that no limit counts.
    "shmget": (29, 194), "semget": (64, 190), "msgget": (68, 186), "mq_open": (240, 180),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "add_key": (248, 217),
    "request_key": (249, 218), "keyctl": (250, 219),
    # Parts of the kernel that no lesson needs and that have had most holes.
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
}  # fmt: skip
# What changes no text but belongs to whom it will, which Landlock does not look at. It is said to
# be done: Python's own way to copy a file does it, and needs no more than that.
PRETENDED = {
    "chmod": (90, NONE), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, NONE), "fchown": (93, 55), "lchown": (94, NONE), "fchownat": (260, 54),
    "utime": (132, NONE), "utimes": (235, NONE), "futimesat": (261, NONE), "utimensat": (280, 88),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7), "setxattrat": (463, 463),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "removexattrat": (466, 466), "file_setattr": (469, 469),
}  # fmt: skip
CLONE, CLONE3, PRLIMIT = (56, 220), (435, 435), (302, 261)
THREAD = 0x00010000  # CLONE_THREAD
OTHER_NUMBERS = 0x40000000  # x32: calls of x86_64 under a second number

LOAD, EQUAL, AT_LEAST, ANY_BIT, END = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER_AT, ARCHITECTURE_AT, FIRST_AT = 0, 4, 16  # in struct seccomp_data
ALLOW, ERROR, KILL = 0x7FFF0000, 0x00050000, 0x80000000
MODE_FILTER = 2
Line = tuple[int, int, int, int]


class _Line(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("true", ctypes.c_uint8),
        ("false", ctypes.c_uint8),
        ("number", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("lines", ctypes.POINTER(_Line)))


def restrict() -> None:
    """Let the kernel refuse to this process what is named above; OSError if it cannot."""
    machine = os.uname().machine if sys.platform == "linux" else ""
    if machine not in ARCHITECTURES or sys.maxsize < 2**32 or sys.byteorder != "little":
        raise OSError("the numbers of this machine's calls are not known")
    lines = program(*ARCHITECTURES[machine])
    kept = (_Line * len(lines))(*(_Line(*line) for line in lines))
    gain_nothing()
    whole = _Program(len(lines), kept)
    call("prctl", PR_SET_SECCOMP, MODE_FILTER, ctypes.byref(whole), 0, 0)


def program(architecture: int, column: int) -> list[Line]:
    """Return the filter for an architecture."""
    denied, done, unknown = ERROR | errno.EPERM, ERROR, ERROR | errno.ENOSYS
    lines: list[Line] = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (EQUAL, 1, 0, architecture),
        (END, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
        (AT_LEAST, 0, 1, OTHER_NUMBERS),
        (END, 0, 0, denied),
    ]
    for calls, answer in ((REFUSED, denied), (PRETENDED, done)):
        for numbers in calls.values():
            if numbers[column] != NONE:
                lines += [(EQUAL, 0, 1, numbers[column]), (END, 0, 0, answer)]
    return [
        *lines,
        # The C library then falls back to clone, whose arguments can be looked at.
        (EQUAL, 0, 1, CLONE3[column]), (END, 0, 0, unknown),
        # A thread is allowed, a process is not.
        (EQUAL, 0, 4, CLONE[column]), (LOAD, 0, 0, FIRST_AT), (ANY_BIT, 1, 0, THREAD),
        (END, 0, 0, denied), (END, 0, 0, ALLOW),
        # Limits: one's own, not those of others.
        (EQUAL, 0, 3, PRLIMIT[column]), (LOAD, 0, 0, FIRST_AT), (EQUAL, 1, 0, 0),
        (END, 0, 0, denied),
        (END, 0, 0, ALLOW),
    ]  # fmt: skip
