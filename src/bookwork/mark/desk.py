"""The desk: a folder of its own in which a task's code runs, with the tables it needs."""

from __future__ import annotations

import contextlib
import itertools
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bookwork.jail.limits import Limits


@contextlib.contextmanager
def desk(tables: Mapping[str, str], user: int = 0) -> Iterator[Path]:
    """Make a desk, for another user if one is named, and remove it with whatever was left there."""
    folder = Path(tempfile.mkdtemp(prefix="bookwork-")).resolve()
    try:
        for name, text in tables.items():
            (folder / name).write_text(text, encoding="utf-8")
        if user and sys.platform != "win32":
            for path in (*folder.iterdir(), folder):
                os.chown(path, user, user)
        yield folder
    finally:
        _remove(folder)


def is_full(folder: Path, limits: Limits) -> bool:
    """Whether more lies on a desk than is allowed."""
    size = count = 0
    waiting = [str(folder)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:  # it may go
            for entry in entries:
                count += 1
                size += entry.stat(follow_symlinks=False).st_size
                if size > limits.folder or count > limits.files:
                    return True
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    return False


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except (OSError, RecursionError):
        # Folders in folders, deeper than Python or a path can go, or closed ones.
        if os.rename in os.supports_dir_fd:
            with contextlib.suppress(OSError):
                _flatten(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _flatten(folder: Path) -> None:
    """Remove all in a folder, one floor after another: what lies in a folder is first moved up."""
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
    unused = secrets.token_hex(8)
    names = (f"{unused}-{number}" for number in itertools.count())
    top = os.open(folder, flags)
    try:
        while inner := _entries(top, folders=True):
            for name in inner:
                os.chmod(name, 0o700, dir_fd=top)
                below = os.open(name, flags, dir_fd=top)
                try:
                    for each in _entries(below, folders=False):
                        os.unlink(each, dir_fd=below)
                    for each in _entries(below, folders=True):
                        os.chmod(each, 0o700, dir_fd=below)
                        os.rename(each, next(names), src_dir_fd=below, dst_dir_fd=top)
                finally:
                    os.close(below)
                os.rmdir(name, dir_fd=top)
        for each in _entries(top, folders=False):
            os.unlink(each, dir_fd=top)
    finally:
        os.close(top)


def _entries(folder: int, *, folders: bool) -> list[str]:
    """Return the names of what lies in an opened folder: folders, or all else."""
    with os.scandir(folder) as entries:
        return [each.name for each in entries if each.is_dir(follow_symlinks=False) is folders]
