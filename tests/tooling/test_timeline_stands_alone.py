"""The timeline toolkit runs wherever Python does, a student's browser included."""

import subprocess
import sys

import pytest

from bookwork.toolkit import NAMES

# Importing a module of a package runs the package's own file first: it counts, too.
PROBE = """
import sys
before = set(sys.modules)
import bookwork.{module}
print(*sorted({{name for name in set(sys.modules) - before}}))
"""
ALONE = {"bookwork", *(f"bookwork.{name}" for name in NAMES)}


@pytest.mark.parametrize("module", NAMES)
def test_it_imports_python_and_itself(module: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROBE.format(module=module)],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(run.stdout.split()) - ALONE
    assert {name for name in loaded if name.split(".")[0] not in sys.stdlib_module_names} == set()
