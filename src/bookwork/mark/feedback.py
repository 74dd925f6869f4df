"""Feedback in words: what a mark's codes say to the student who reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import Choice, Extended, Match, Numeric, Order, Spans, Text
from bookwork.strings import text as _


def generic() -> dict[str, str]:
    """Return the words of codes that no author writes. The page has the same in `words.js`."""
    return {
        "accepted": "",
        "typo": _("Accepted, with a slip in the spelling."),
        "unreadable": _("This could not be read as a number or date."),
        "coarse": _("Be more exact: give all that is asked for."),
        "missing": _("Something right is still missing."),
        "chained": _("This counts only when the part before it is right."),
    }


def feedback(item: Item, mark: Mapping[str, Any]) -> Iterator[str]:
    """Yield what to say to a marked response, in the order of its parts and codes."""
    for part, marked in zip(item.parts, mark["parts"], strict=True):
        for code in marked["feedback"]:
            words = _words(part, code)
            if words:
                yield plain(words)


def _words(part: Part, code: str) -> str:
    if code in generic():
        return generic()[code]
    name, _colon, which = code.partition(":")
    task = part.task
    match task:
        case Choice() | Spans() | Order():
            return next(option.feedback for option in task.options if option.id == which)
        case Match():
            return next(option.feedback for option in task.left if option.id == which)
        case Text() | Numeric():
            return task.otherwise if name == "otherwise" else task.wrong[int(which)].feedback
        case Extended():
            return ""
        case _:
            assert_never(task)
