"""The book built with the newest Sphinx, every warning an error: serially, in parallel, for paper.

The book must outlive Jupyter Book 1, which holds Sphinx below 8. Jupyter Book's own command writes
a `conf.py` from `_config.yml`; plain sphinx-build reads it, in an environment of its own
(tools/newest/pyproject.toml). All this happens in a copy: nothing is written into the source tree.
"""

import argparse
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BIN = Path(sys.executable).parent
LEFT_OUT = shutil.ignore_patterns(
    ".*", "_build", "build", "dist", "node_modules", "__pycache__", "*.egg-info"
)

# Two of Jupyter Book's extensions don't say whether they are safe for parallel reading, so Sphinx
# would read serially, and merging what parallel readers found is what is tried here. They are taken
# to be safe; the comparison with the serial build shows whether they are, for this book.
PARALLEL = """
def setup(app):
    for name in ("sphinx_multitoc_numbering", "sphinx_jupyterbook_latex"):
        app.extensions[name].parallel_read_safe = True
"""


def run(*command: str | Path) -> None:
    """Show a command, run it, and end with its exit code if it fails."""
    print("+", *command, flush=True)
    # Whatever environment we were called from, the command finds its own.
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run(list(command), env=env, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def build(
    sphinx_build: Path, source: Path, target: Path, jobs: int, *options: str, builder: str = "html"
) -> None:
    """Build the book; a warning is an error, a reference to nothing is a warning."""
    strict = ("-n", "-W", "--keep-going")
    run(sphinx_build, "-b", builder, "-q", *strict, "-j", str(jobs), *options, source, target)


def differences(one: Path, other: Path) -> list[str]:
    """The pages that are not the same in both builds."""
    pages = {page.relative_to(one) for page in one.rglob("*.html")}
    pages |= {page.relative_to(other) for page in other.rglob("*.html")}
    return sorted(
        str(page)
        for page in pages
        if not (one / page).exists()
        or not (other / page).exists()
        or not filecmp.cmp(one / page, other / page, shallow=False)
    )


def main() -> int:
    """Install, copy, configure, build twice, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", default="uv", help="the uv program")
    parser.add_argument("--python", default="python3", help="the Python of the environment")
    parser.add_argument("--source", type=Path, default=ROOT, help="the folder with _config.yml")
    options = parser.parse_args()

    run(options.uv, "sync", "--frozen", "--project", HERE, "--python", options.python)
    sphinx_build = HERE / ".venv" / "bin" / "sphinx-build"
    run(sphinx_build, "--version")

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book"
        shutil.copytree(options.source, source, ignore=LEFT_OUT)
        run(BIN / "jupyter-book", "config", "sphinx", source)
        serial, parallel = source / "_build" / "serial", source / "_build" / "parallel"
        build(sphinx_build, source, serial, 1)
        conf = source / "conf.py"
        conf.write_text(conf.read_text(encoding="utf-8") + PARALLEL, encoding="utf-8")
        build(sphinx_build, source, parallel, 2)
        different = differences(serial, parallel)
        if different:
            print("built in parallel, these pages come out otherwise:", *different, sep="\n  ")
            return 1
        print(len(list(serial.rglob("*.html"))), "pages, the same serially and in parallel")
        for builder in ("pdf", "epub"):
            build(sphinx_build, source, source / "_build" / builder, 1, builder=builder)
        teachers = source / "_build" / "teacher" / "html"
        build(sphinx_build, source, teachers, 1, "-t", "teacher")
        print(len(list(teachers.rglob("*.html"))), "pages in the teacher's edition")
    return 0


if __name__ == "__main__":
    sys.exit(main())
