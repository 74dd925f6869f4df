"""The extension's configuration: every value, its default and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from bookwork.model.edition import PAGES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PREFIX = "bookwork_"


@dataclass(frozen=True)
class Config:
    """What `conf.py` or `_config.yml` (`sphinx.config`) can set, with `bookwork_` in front.

    README names each of them.
    """

    root: str = field(default=".", metadata={"help": "Where seeds/ and exercises/ stand."})
    book: str = field(default="book", metadata={"help": "The book's id: work is saved under it."})
    events_csv: str = field(
        default="book/events.csv",
        metadata={"help": "Where the events are written for notebooks; empty for nowhere."},
    )
    csp: bool = field(
        default=True, metadata={"help": "Whether pages carry a strict Content-Security-Policy."}
    )
    lean: bool = field(
        default=True, metadata={"help": "Whether pages load only the theme's assets they use."}
    )
    edition: str = field(
        default="student", metadata={"help": "Whose book it is: student or teacher."}
    )
    teacher_pages: list[str] = field(
        default_factory=lambda: list(PAGES),
        metadata={"help": "Patterns of the pages that only the teacher's book has."},
    )


def setup_config(app: Sphinx) -> None:
    """Register every field of `Config` with Sphinx."""
    for name, default in vars(Config()).items():
        types = [list, tuple] if isinstance(default, list) else [type(default)]
        app.add_config_value(PREFIX + name, default, "env", types)


def config(app: Sphinx) -> Config:
    """Return the configuration of a build."""
    found: dict[str, Any] = {f.name: getattr(app.config, PREFIX + f.name) for f in fields(Config)}
    return Config(**found)
