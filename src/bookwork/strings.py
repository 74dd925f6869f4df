"""The words of the interface, through gettext, so that a book can speak another language."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "bookwork"
LOCALES = Path(__file__).parent / "locale"

_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str | None) -> None:
    """Switch to a language (`de`, `ko`, …); unknown ones and None mean English."""
    global _current
    languages = [language] if language else []
    _current = gettext.translation(DOMAIN, LOCALES, languages, fallback=True)


def text(message: str) -> str:
    """Return a message in the current language."""
    return _current.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a message for a count, in the current language, with {n} filled in."""
    return _current.ngettext(one, many, count).format(n=count)
