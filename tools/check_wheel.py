"""The wheel, built, installed in an environment of its own, and used: what people get must work.

Tests run against the source tree; a file forgotten in the wheel, or a dependency that only the
development tools bring, shows here alone.
"""

import argparse
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "_build" / "wheel"
ENV = PLACE / "env"
BIN = ENV / ("Scripts" if os.name == "nt" else "bin")

# Standing outside the source tree, every module must come from the wheel, and import.
IMPORT_ALL = """
import importlib, pathlib, pkgutil, bookwork
home = pathlib.Path(bookwork.__file__).parent
assert "site-packages" in home.parts, home
names = [m.name for m in pkgutil.walk_packages([str(home)], "bookwork.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names), "modules import")
"""


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Show a command, run it, and end with its exit code if it fails."""
    print("+", *command, flush=True)
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run(list(command), cwd=cwd, env=env, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def missing(wheel: Path) -> list[str]:
    """The files of src/bookwork that are not in the wheel."""
    source = ROOT / "src"
    here = {
        path.relative_to(source).as_posix()
        for path in (source / "bookwork").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        return sorted(here - set(archive.namelist()))


def main() -> int:
    """Build, look inside, install, import everything, check this repository's own book."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", default="uv", help="the uv program")
    uv = Path(found) if (found := shutil.which(parser.parse_args().uv)) else None
    if uv is None:
        parser.error("uv is not there: run make env")

    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    run(uv, "build", "--quiet", "--wheel", "--out-dir", PLACE)
    (wheel,) = PLACE.glob("*.whl")
    lost = missing(wheel)
    if lost:
        print(f"{wheel.name} lacks:", *lost, sep="\n  ")
        return 1

    pins = PLACE / "pins.txt"
    run(uv, "export", "--quiet", "--frozen", "--no-emit-project", "--no-hashes", "-o", pins)
    run(uv, "venv", "--quiet", "--python", sys.executable, ENV)
    run(uv, "pip", "install", "--quiet", "--python", BIN / "python", "-c", pins, wheel)
    # -I: neither the folder we stand in nor an environment variable may lend it modules.
    run(BIN / "python", "-I", "-c", IMPORT_ALL, cwd=PLACE)
    run(BIN / "bookwork", "--help", cwd=PLACE)
    run(BIN / "bookwork", "check", "--book", ROOT, cwd=PLACE)
    print(f"{wheel.name}: complete, installs and runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
