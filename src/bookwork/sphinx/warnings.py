"""The warnings of the extension: every subtype, documented, under the type `bookwork`."""

from __future__ import annotations

from enum import Enum
from typing import Any

from sphinx.util import logging

LOG = logging.getLogger(__name__)


class Subtype(Enum):
    """What a warning is about; suppress one with `suppress_warnings = ["bookwork.evidence"]`."""

    EVIDENCE = "evidence"
    """A chip names a sentence, event or commitment that seeds/ does not hold."""
    QUIZ = "quiz"
    """A quiz or question directive asks for what no bank holds."""
    DUPLICATE = "duplicate"
    """A question stands twice in the book."""
    TIMELINE = "timeline"
    """A timeline's filter is wrong, or leaves no event."""
    READING = "reading"
    """A reading is neither full nor short, or stands below no heading."""
    TERM = "term"
    """A word is marked that the glossary does not hold."""
    LESSON = "lesson"
    """A path through the book is not there, or has a mistake."""
    PICTURE = "picture"
    """A map or diagram names what seeds/ does not hold."""
    EDITION = "edition"
    """Something for teachers is asked for, or led to, where students read."""
    LAB = "lab"
    """A task or a lab is asked for that is not there, or Python for pages is outdated."""
    PRINT = "print"
    """Something has no printed form."""


def warn(subtype: Subtype, what: str, mend: str, location: Any = None) -> None:
    """Log a warning: what is wrong — how to mend it."""
    LOG.warning("%s — %s", what, mend, type="bookwork", subtype=subtype.value, location=location)
