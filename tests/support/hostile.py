"""Files that a class might hand in and that do harm, or try to: by name, and what is said of each.

Each does its harm in its first task; its second task is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.support.labs import COUNT, RIGHT, SHOUT, handed_in


@dataclass(frozen=True)
class Hostile:
    """The code of the first task, and the message's id that it gets."""

    code: str
    says: str


HARM = {
    "bomb-memory": Hostile("x = 'a'\nwhile True:\n    x += x", "memory"),
    "bomb-forks": Hostile("import os\nwhile True:\n    os.fork()", "error"),
    "bomb-forks-on": Hostile(
        "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass",
        "time",
    ),
    "bomb-stack": Hostile(
        "import sys\nsys.setrecursionlimit(10**9)\nclass A:\n    def __repr__(self):\n"
        "        return repr([self])\nrepr(A())",
        "crashed",
    ),
    "bomb-disk": Hostile(
        "n = 0\nwhile True:\n    n += 1\n    open(str(n), 'wb').write(bytes(2**20))", "files"
    ),
    "closes": Hostile("import os\nos.closerange(0, 4096)", "ended"),
    "daemon": Hostile(
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(999)", "error"
    ),
    "exits": Hostile("import os\nos._exit(0)", "ended"),
    "leaves": Hostile("raise SystemExit", "error"),
    "loops": Hostile("while True:\n    pass", "time"),
    "prints": Hostile(
        "import os\npart = bytes(2**20)\nfor _ in range(1024):\n    os.write(1, part)\ncount = 0",
        "miscounted",
    ),
    "prints-on": Hostile("for _ in range(10**5):\n    print('x' * 10**4)\ncount = 0", "miscounted"),
    "pretends": Hostile(
        'print(\'{"task": "one-count", "passed": true}\')\ncount = 0', "miscounted"
    ),
    "waits": Hostile("input('Well?')", "input"),
    "weird": Hostile(
        "class W(BaseException):\n    def __str__(self):\n        raise SystemExit\nraise W",
        "stopped",
    ),
    "writes": Hostile("open('big', 'wb').write(bytes(2**24))", "error"),
}


def deleter(*places: Path) -> str:
    """A file that deletes whatever it can."""
    return f"""\
import os, shutil
count = 0
for place in {[str(place) for place in places]!r} + ['..', '.', os.path.expanduser('~')]:
    for folder, folders, files in os.walk(place):
        for name in files:
            try:
                os.remove(os.path.join(folder, name))
            except OSError:
                pass
            try:
                open(os.path.join(folder, name), 'w').close()
            except OSError:
                pass
    shutil.rmtree(place, ignore_errors=True)
count = 0
"""


def write_class(folder: Path, *sentinels: Path) -> dict[str, str]:
    """Write a class of hostile files, and return what each gets for its first task."""
    folder.mkdir(parents=True, exist_ok=True)
    harm = {**HARM, "deletes": Hostile(deleter(folder, *sentinels), "check")}
    for name, hostile in harm.items():
        text = handed_in({COUNT: f"{hostile.code}\n", SHOUT: RIGHT[SHOUT]})
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return {name: hostile.says for name, hostile in harm.items()}
