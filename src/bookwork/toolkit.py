"""The toolkit: the modules that students' code and labs' checks may import, wherever they run.

Each needs Python's standard library and the others alone. A book's pages carry them, the process in
which a student's code is checked has them loaded, and notebooks run again when one has changed.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

NAMES = ("dates", "drawing", "timeline", "spans", "lab", "labcode", "labwords")


def modules() -> tuple[ModuleType, ...]:
    """Return the modules, loaded."""
    return tuple(importlib.import_module(f"bookwork.{name}") for name in NAMES)


def texts() -> dict[str, str]:
    """Return the text of each module by the name of its file."""
    paths = (Path(str(module.__file__)) for module in modules())
    return {path.name: path.read_text(encoding="utf-8") for path in paths}
