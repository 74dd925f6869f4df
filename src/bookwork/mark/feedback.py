"""Feedback in words: what a mark's codes say to the student who reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Order,
    Primitive,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.strings import text as _

_EXAMPLES = {"number": "", "day": "4 July 1776", "month": "July 1776", "year": "1776"}


def own_words(task: Primitive, code: str) -> str | None:
    """Return the words of a code that no author writes; None for a code of the author's.

    The page says the same (`page/feedback.js`).
    """
    scale = task.scale if isinstance(task, Numeric) else "number"
    match code:
        case "accepted":
            return ""
        case "typo":
            return _("Accepted, with a slip in the spelling.")
        case "unreadable" if scale == "number":
            return _("Write a number in digits.")
        case "unreadable":
            return _("Write a date, like {example}.").format(example=_EXAMPLES[scale])
        case "coarse":
            return _("More exactly, please: like {example}.").format(example=_EXAMPLES[scale])
        case "missing":
            return _("Something right is still missing.")
        case "chained":
            return _("Not counted yet: what comes before it must be right first.")
        case _:
            return None


def answer_name(item: Item) -> str:
    """Return what an item's answer is called: where nothing is right it is a note.

    The page and the terminal say the same.
    """
    if not item.is_kept:
        return _("Answer")
    surveyed = any(isinstance(part.task, Survey) for part in item.parts)
    return _("What the answers can show") if surveyed else _("Note")


def feedback(item: Item, mark: Mapping[str, Any]) -> Iterator[str]:
    """Yield what to say to a marked response, in the order of its parts and codes."""
    for part, marked in zip(item.parts, mark["parts"], strict=True):
        for code in marked["feedback"]:
            words = _words(part, code)
            if words:
                yield plain(words)


def _words(part: Part, code: str) -> str:
    task = part.task
    ours = own_words(task, code)
    if ours is not None:
        return ours
    name, _colon, which = code.partition(":")
    match task:
        case Choice() | Spans() | Order():
            return next(option.feedback for option in task.options if option.id == which)
        case Region():
            return next(area.feedback for area in task.areas if area.id == which)
        case Match():
            return next(option.feedback for option in task.left if option.id == which)
        case Text() | Numeric():
            return task.otherwise if name == "otherwise" else task.wrong[int(which)].feedback
        case Survey() | Extended():
            return ""
        case _:
            assert_never(task)
