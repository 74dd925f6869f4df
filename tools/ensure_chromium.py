"""Chromium for the browser tests: found if it is there, installed if it can be.

Prints the path of a Chromium that starts, on a line of its own at the end.
`BOOKWORK_CHROMIUM` names one outright.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HELP = """\
No Chromium was found and none could be installed. Any of these mends it:
  - install it (Debian: apt-get install chromium) and run make again
  - download Playwright's own: .venv/bin/python -m playwright install --with-deps chromium
  - name one: BOOKWORK_CHROMIUM=/path/to/chrome make test"""


DRIVER_HELP = """\
Playwright's driver does not start: .venv/bin/python -m playwright --version says why.
On Debian it wants the package libatomic1."""


def starts(program: Path) -> bool:
    """Whether the program runs (Ubuntu's chromium-browser may be a stub that only names snap)."""
    try:
        run = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0 and bool(run.stdout.strip())


def candidates() -> Iterator[Path]:
    """Every place where a Chromium may be, best first."""
    named = os.environ.get("BOOKWORK_CHROMIUM")
    if named:
        yield Path(named)
        return  # a name that is wrong must not be passed over in silence
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from playwrights_own()


def playwrights_own() -> Iterator[Path]:
    """Where Playwright keeps the Chromium that it downloads for this version of itself."""
    # Asked in a process of its own: Playwright's driver leaves an event loop behind.
    question = (
        "from playwright.sync_api import sync_playwright as s\n"
        "with s() as p: print(p.chromium.executable_path)"
    )
    run = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=False
    )
    if run.returncode == 0:
        yield Path(run.stdout.strip())


def find() -> Path | None:
    """The path of a Chromium that starts, or None."""
    return next((program for program in candidates() if starts(program)), None)


def as_root() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or None if it cannot be had."""
    if os.name != "posix":
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n"] if asked.returncode == 0 else None


def say(command: list[str]) -> bool:
    """Show a command and run it; whether it succeeded."""
    print("+", *command, flush=True)
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0


def install_from_debian(package: str = "chromium") -> bool:
    """Debian's own package, where this is Debian (or a sibling) and root can be had."""
    root, apt = as_root(), shutil.which("apt-get")
    if apt is None or root is None:
        return False
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    say([*root, apt, "update", "-q"])  # an old list may still do
    return say([*root, *quiet, apt, "install", "-q", "-y", "--no-install-recommends", package])


def driver_starts() -> bool:
    """Whether Playwright's driver runs: its Node needs a library that a bare machine lacks."""
    run = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False
    )
    return run.returncode == 0


def install_from_playwright() -> bool:
    """Playwright's own download, with the libraries it needs where root can be had."""
    extras = ["--with-deps"] if sys.platform == "linux" and as_root() is not None else []
    return say([sys.executable, "-m", "playwright", "install", *extras, "chromium"])


def main() -> int:
    """Find, else install and find again, else say what to do."""
    if not driver_starts():
        install_from_debian("libatomic1")
    if not driver_starts():
        print(DRIVER_HELP, file=sys.stderr)
        return 1
    program = find()
    if program is None and "BOOKWORK_CHROMIUM" not in os.environ:
        for install in (install_from_debian, install_from_playwright):
            install()
            program = find()
            if program is not None:
                break
    if program is None:
        print(HELP, file=sys.stderr)
        return 1
    print(program)
    return 0


if __name__ == "__main__":
    sys.exit(main())
