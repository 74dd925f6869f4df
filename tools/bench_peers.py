"""Peers for the benchmarks: other people's programs, each in an environment of its own.

They are no part of the kit. `_build/bench` holds them, at the versions in `tools/bench/*.txt`. What
the environments are made of is chosen anew by

    uv pip compile --generate-hashes --no-annotate --no-header - -o tools/bench/NAME.txt

from `jupyterlite-sphinx jupyterlite-pyodide-kernel furo` for `lite`, and from
`otter-grader[grading]` for `otter`. They stay apart: what otter brings along would come into the
other's pages as extensions.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
BENCH = ROOT / "_build" / "bench"
PINS = ROOT / "tools" / "bench"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
TOOLS = ROOT / ".venv-tools" / SCRIPTS


def environment(name: str) -> Path | None:
    """The folder of a peer's programs, installed if need be; None, and why, if it cannot be."""
    pins = PINS / f"{name}.txt"
    folder = BENCH / name
    stamp = folder / "pins.sha256"
    digest = hashlib.sha256(pins.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return folder / SCRIPTS
    print(f"Installing {name} into {folder.relative_to(ROOT)} …", flush=True)
    uv, python = str(TOOLS / "uv"), str(folder / SCRIPTS / "python")
    install = [uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r"]
    if not succeeds([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)]):
        return None
    if not succeeds([*install, str(pins)]):
        return None
    stamp.write_text(digest)
    return folder / SCRIPTS


def version(scripts: Path, package: str) -> str:
    """The version of a package in a peer's environment."""
    site = next(scripts.parent.glob("[Ll]ib/**/site-packages"))
    return next(iter(distributions(name=package, path=[str(site)]))).version


def succeeds(command: list[str]) -> bool:
    """Whether a command succeeds; what it says last is printed if it does not."""
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    if run.returncode:
        said = (run.stderr or run.stdout).strip().splitlines() or ["it says nothing"]
        print(
            f"  left out, for this is not possible (offline?): {said[-1].strip()[:200]}", flush=True
        )
    return not run.returncode


def load() -> str:
    """How busy the machine is, in words: times from a busy one are worth little."""
    if not hasattr(os, "getloadavg"):
        return f"{os.cpu_count()} processors"
    return f"{os.cpu_count()} processors, load {os.getloadavg()[1]:.1f}"
