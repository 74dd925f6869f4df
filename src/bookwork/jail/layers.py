"""The layers of the jail: which of them are put on, one over the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layers:
    """What holds a student's code, each part where the system has it."""

    limits: bool = False
    """Memory, processor time, size and number of open files."""
    user: int = 0
    """The id of a user whom nobody is, if root marks; 0: the user stays."""
    search: bool = False
    """Whether that user may look into folders that are closed to others, because Python lies in
    one. Landlock then says which files are read."""
    namespaces: bool = False
    """A world of processes of its own, which ends as one, and a network without a way out."""
    landlock: int = 0
    """Which files may be read and written; the version that the system knows, or 0."""
    seccomp: bool = False
    """No other process, program or socket, and no signal to anybody."""
    hook: bool = True
    """Python's own refusal, which also says why. Code that means to can get round it."""
