"""The peer's page: our notebook in a book of jupyterlite-sphinx, with a Pyodide of its own.

By itself it loads Pyodide and Python's packages from a distribution network. Here it has them
beside it: Pyodide from npm, and from PyPI the packages of `tools/bench/wheels.txt`: those of
Pyodide's list that its kernel needs, in the same versions, and `comm`; made by

    uv pip compile --no-deps --python-version 3.14 --generate-hashes --no-annotate --no-header
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import sys
import tarfile
from pathlib import Path
from typing import Any

from bookwork.model.seeds import load_seeds
from bookwork.model.tables import events_csv
from bookwork.toolkit import NAMES
from tools.bench_peers import BENCH, PINS, ROOT, TOOLS, environment, succeeds, version

NOTEBOOK = ROOT / "book" / "context-timeline.md"
PYODIDE = "314.0.6"  # which jupyterlite-pyodide-kernel names as the one it was made for
PYODIDE_HASH = (
    "BKDTJyIqFxC4BExLqeRS3f5xvXZIjOt8C3zGLN/Cc7tFxSwvKVhVkchQQ2AGLOtR4YrVOIFxbV8poyDOOmWwxQ=="
)
BUTTON = "Run this code yourself"
CONF = """
project = "peer"
extensions = ["jupyterlite_sphinx"]
html_theme = "furo"
exclude_patterns = ["static", "_contents"]
jupyterlite_dir = "."
jupyterlite_contents = ["events.csv", "bookwork"]
jupyterlite_config = "jupyter_lite_config.json"
"""
INDEX = f"""
Timeline
========

.. notebooklite:: timeline.ipynb
   :prompt: {BUTTON}
   :height: 900px
"""


def build() -> tuple[str, Path] | None:
    """The peer's name and its built book; None, and why, if it cannot be had."""
    scripts = environment("lite")
    pyodide = scripts and npm_package()
    wheels = pyodide and packages()
    if not (scripts and pyodide and wheels):
        return None
    print("Building the peer's page …", flush=True)
    site, out = BENCH / "lite-site", BENCH / "lite-html"
    for folder in (site, out):
        shutil.rmtree(folder, ignore_errors=True)
    write(site, pyodide, wheels)
    command = [str(scripts / "python"), "-m", "sphinx", "-q", "-b", "html", str(site), str(out)]
    if not succeeds(command):
        return None
    return f"jupyterlite-sphinx {version(scripts, 'jupyterlite-sphinx')}", out


def npm_package() -> Path | None:
    """The folder of npm's package of Pyodide; None, and why, if it cannot be fetched."""
    folder = BENCH / f"pyodide-{PYODIDE}"
    if folder.exists():
        return folder / "package"
    print(f"Fetching Pyodide {PYODIDE} …", flush=True)
    npm = [sys.executable, str(ROOT / "tools" / "node.py"), "npm", "pack", "--silent"]
    if not succeeds([*npm, f"pyodide@{PYODIDE}", "--pack-destination", str(BENCH)]):
        return None
    archive = BENCH / f"pyodide-{PYODIDE}.tgz"
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != PYODIDE_HASH:
        print(f"  {archive.name} is not what it was: its hash is {found}")
        return None
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    archive.unlink()
    return folder / "package"


def packages() -> Path | None:
    """The folder of the packages that the page loads; None, and why, if they cannot be fetched."""
    folder, pins = BENCH / "wheels", PINS / "wheels.txt"
    if len(list(folder.glob("*.whl"))) == pins.read_text().count("=="):
        return folder
    print("Fetching packages for the browser …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    pip = [str(TOOLS / "python"), "-m", "pip", "download", "--quiet", "--no-deps"]
    options = ["--require-hashes", "--only-binary=:all:", "--python-version=3.14"]
    done = succeeds([*pip, *options, "-r", str(pins), "-d", str(folder)])
    return folder if done else None


def write(site: Path, pyodide: Path, wheels: Path) -> None:
    """Write the sources of the peer's book."""
    local = site / "static" / "pyodide"
    shutil.copytree(wheels, local)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copy(pyodide / name, local)
    # As the kernel's own tool for such a list does: fetched while Pyodide starts, not after it.
    early = {"packages": ["micropip", "comm", "jedi", "ipython"]}
    settings = {"disablePyPIFallback": True, "loadPyodideOptions": early}
    plugins = {"@jupyterlite/pyodide-kernel-extension:kernel": settings}
    # With another name for the kernel the reader would be asked which one to take.
    spec = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
    files: dict[str, str | dict[str, Any]] = {
        "conf.py": CONF,
        "index.rst": INDEX,
        "events.csv": events_csv(load_seeds(ROOT / "seeds")),
        "static/pyodide/pyodide-lock.json": lock(pyodide, wheels),
        "jupyter_lite_config.json": {"LiteBuildConfig": {"no_sourcemaps": True}},
        "jupyter-lite.json": {
            "jupyter-lite-schema-version": 0,
            "jupyter-config-data": {"litePluginSettings": plugins},
        },
        "timeline.ipynb": {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"kernelspec": spec},
            "cells": cells(NOTEBOOK.read_text(encoding="utf-8")),
        },
    }
    for name, what in files.items():
        text = what if isinstance(what, str) else json.dumps(what)
        (site / name).write_text(text, encoding="utf-8")
    (site / "bookwork").mkdir()
    for name in ("__init__", *NAMES):
        shutil.copy(ROOT / "src" / "bookwork" / f"{name}.py", site / "bookwork")


def lock(pyodide: Path, wheels: Path) -> dict[str, Any]:
    """Pyodide's list of packages, cut down to some wheels, and naming the very files."""
    found: dict[str, Any] = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    listed, found["packages"] = found["packages"], {}
    for wheel in sorted(wheels.glob("*.whl")):
        distribution, number, *_tags = wheel.name.split("-")
        name = distribution.replace("_", "-").lower()
        entry = listed.get(name) or {**listed["decorator"], "name": name, "imports": [name]}
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        changed = {"version": number, "file_name": wheel.name, "sha256": digest}
        found["packages"][name] = {**entry, **changed, "unvendored_tests": False}
    return found


def cells(text: str) -> list[dict[str, object]]:
    """A MyST notebook's cells as a notebook file has them."""
    found: list[dict[str, object]] = []
    body = text.split("\n---\n", 1)[1]
    parts = re.split(r"^```\{code-cell\}.*\n((?s:.*?))^```$", body, flags=re.MULTILINE)
    for number, part in enumerate(parts):
        cell: dict[str, object] = {"id": f"c{number}", "metadata": {}, "source": part.strip()}
        if number % 2:
            found.append({**cell, "cell_type": "code", "outputs": [], "execution_count": None})
        elif part.strip():
            found.append({**cell, "cell_type": "markdown"})
    return found
