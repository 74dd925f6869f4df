"""The kit that a build works on: the seeds, the banks and the labs, loaded once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx.errors import ExtensionError

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.bank import Bank, load_banks
from bookwork.model.errors import AuthorError
from bookwork.model.kit import Kit
from bookwork.model.lab import load_labs
from bookwork.model.seeds import load_seeds
from bookwork.model.version import bank_in_version
from bookwork.sphinx.config import config
from bookwork.strings import use_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_kits: WeakKeyDictionary[Sphinx, Kit] = WeakKeyDictionary()


def kit(app: Sphinx) -> Kit:
    """Return the kit of a build."""
    return _kits[app]


def load_kit(app: Sphinx) -> None:
    """Load seeds and banks before anything is read; stop the build with every problem found."""
    use_language(app.config.language)
    root = Path(app.srcdir, config(app).root).resolve()
    try:
        seeds = load_seeds(root / "seeds")
        version = config(app).version
        banks = load_banks(root, seeds)
        labs = load_labs(root, seeds, banks)
        banks = {id: bank_in_version(bank, version) for id, bank in banks.items()}
        _kits[app] = Kit(root, config(app).book, seeds, banks, labs)
    except AuthorError as reason:
        raise ExtensionError(f"the kit has problems:\n{reason}", modname="bookwork") from None


def depend_on_seeds(env: BuildEnvironment) -> None:
    """Make the page being read depend on the seeds."""
    for path in kit(env.app).seeds.files():
        env.note_dependency(str(path))


def depend_on_bank(env: BuildEnvironment, bank: Bank) -> None:
    """Make the page being read depend on a bank and on the seeds that its questions quote."""
    env.note_dependency(str(bank.path))
    depend_on_seeds(env)


def setup_kit(app: Sphinx) -> None:
    """Load the kit before anything else."""
    app.connect("builder-inited", load_kit, priority=100)
