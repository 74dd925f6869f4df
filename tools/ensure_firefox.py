"""Firefox for the browser tests: found if it is there, installed if it can be.

    python -m tools.ensure_firefox

Prints the path of a Firefox that starts, on a line of its own at the end; that line is empty
where none can be had, which is no failure: Chromium is the browser that must be there.
`BOOKWORK_FIREFOX` names one outright; empty, it says that none is wanted.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.ensure_chromium import install_from_debian, starts

NAMES = ("firefox-esr", "firefox")
WRONG = "BOOKWORK_FIREFOX names no Firefox that starts: {}"
HELP = """\
No Firefox was found and none could be installed: the browser tests run in Chromium alone.
Any of these mends it:
  - install it (Debian: apt-get install firefox-esr) and run make again
  - name one: BOOKWORK_FIREFOX=/path/to/firefox make test"""


def candidates() -> Iterator[Path]:
    """Every place where a Firefox may be, best first."""
    named = os.environ.get("BOOKWORK_FIREFOX")
    if named is not None:
        if named:
            yield Path(named)
        return  # a name that is wrong must not be passed over in silence
    for name in NAMES:
        found = shutil.which(name)
        if found and not is_snap(Path(found)):
            yield Path(found)


def is_snap(program: Path) -> bool:
    """Whether a program is kept in a snap, which cannot see the profile that a test makes."""
    real = program.resolve()
    with real.open("rb") as file:
        start = file.read(4096)  # Ubuntu's own /usr/bin/firefox is a script that calls the snap
    return "snap" in real.parts or b"/snap/" in start


def find() -> Path | None:
    """The path of a Firefox that starts, or None."""
    return next((program for program in candidates() if starts(program)), None)


def main() -> int:
    """Find, else install and find again, else say that the tests do without."""
    named = os.environ.get("BOOKWORK_FIREFOX")
    program = find()
    if program is None and named:
        print(WRONG.format(named), file=sys.stderr)
        return 1
    if program is None and named is None:
        install_from_debian("firefox-esr")
        program = find()
        if program is None:
            print(HELP, file=sys.stderr)
    print(program or "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
