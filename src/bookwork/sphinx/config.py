"""The extension's configuration: every value, its default and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from bookwork.model.edition import PAGES
from bookwork.model.paper import PAPERS, READINGS
from bookwork.model.version import FIRST

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config as SphinxConfig

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
    python: str = field(
        default="_build/live/python.js",
        metadata={"help": "The pack of Python for pages (bookwork pack); empty for none."},
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
    lesson_plans: str = field(
        default="",
        metadata={
            "help": "The teacher's page that each of the teacher's packets brings along.",
            "rebuild": "",
        },
    )
    version: str = field(
        default=FIRST,
        metadata={
            "help": "Which order the options of questions stand in: A as written, B to Z others.",
            "one_of": tuple(ascii_uppercase),
        },
    )
    paper: str = field(
        default="a4",
        metadata={"help": "What is printed on.", "one_of": PAPERS, "rebuild": ""},
    )
    printed: str = field(
        default="all",
        metadata={
            "help": "What is printed: all, or the packets and sheets alone.",
            "one_of": ("all", "packets"),
            "rebuild": "",
        },
    )
    printed_reading: str = field(
        default="both",
        metadata={"help": "Which reading is printed.", "one_of": READINGS, "rebuild": ""},
    )


def setup_config(app: Sphinx) -> None:
    """Register every field of `Config` with Sphinx."""
    for each in fields(Config):
        default = getattr(Config(), each.name)
        types = [list, tuple] if isinstance(default, list) else [type(default)]
        app.add_config_value(
            PREFIX + each.name, default, each.metadata.get("rebuild", "env"), types
        )
    app.connect("config-inited", check_values)


def check_values(_app: Sphinx, given: SphinxConfig) -> None:
    """Stop a build with a setting that is none of those that there are."""
    for each in fields(Config):
        allowed = each.metadata.get("one_of")
        value = given[PREFIX + each.name]
        if allowed and value not in allowed:
            listed = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
            raise ConfigError(f"{PREFIX}{each.name} is '{value}': write {listed}")


def config(app: Sphinx) -> Config:
    """Return the configuration of a build."""
    found: dict[str, Any] = {f.name: getattr(app.config, PREFIX + f.name) for f in fields(Config)}
    return Config(**found)
