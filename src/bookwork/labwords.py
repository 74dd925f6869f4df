"""The words of a lab's checks: what can be said of any task, and values in a student's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_SHOWN, MOST_OF_ERROR = 80, 240
"""Characters of a value that a message quotes, and of what Python says went wrong."""
GENERAL: Mapping[str, str] = {
    "syntax": "Python cannot read your code. Look at line {line}: {error}.",
    "error": "Your code stops in line {line}: {error}",
    "unknown": "Line {line} uses `{name}` as a name, but nothing has that name. Is it a word or an"
    " id? Put it in quotes. Is it from another task? A check does not see that.",
    "input": "`input()` waits for somebody to type, and here nobody can. Write the value into your"
    " code.",
    "first-cell": "The first cell stops in line {line}: {error} Put it back as it was.",
    "missing": "There is no `{name}` yet. One of your lines must begin with `{name} =`.",
    "missing-function": "There is no function `{name}` yet. It begins with `def {name}(`.",
    "kind": "`{name}` should be {wanted}, but yours is {found}.",
    "stops": "Your function stops when it is used, `{call}`: {error}",
    "nothing": "`{call}` gives back nothing. Does your function end with `return`?",
    "printed": "`{call}` gives back nothing: your function prints its result. Use `return` instead"
    " of `print`.",
    "arguments": "`{call}` does not work: {error}",
    "unfinished": "This task still has `...` in it: put your own code there.",
}
"""What can be said of any task; the words between braces are filled in."""
KINDS = {
    int: "a whole number", float: "a number", str: "text in quotes", bool: "True or False",
    list: "a list in square brackets", dict: "a dictionary", set: "a set",
    tuple: "several values with commas between them",
    type(None): "None", type(...): "still the three dots",
}  # fmt: skip
TOOLS = {
    "Days": "a number of days, as `days_between` gives it", "Event": "an event",
    "Span": "a span", "Drawing": "a drawing",
}  # fmt: skip


def sentence(error: BaseException) -> str:
    """An error as Python names it, in one line that ends as a sentence does."""
    try:
        words = " ".join(str(error).split())
    except Exception:  # an error of the student's own that cannot say what it is
        words = ""
    text = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return text if text.endswith((".", "?", "!")) else f"{text}."


def in_words(kind: type) -> str:
    """A kind of value in a student's words."""
    return KINDS.get(kind) or TOOLS.get(kind.__name__) or f"what Python calls {kind.__name__}"


def found_words(value: object) -> str:
    """What kind of value a student's is, in words that tell it from the kind that was wanted."""
    return "a number with a decimal point" if isinstance(value, float) else in_words(type(value))


def shown(
    value: object, *, quoted: bool = False, most: int = MOST_SHOWN, lists_around: int = 0
) -> str:
    """A value as a message quotes it: one line, not too long; text in quotes if it is code."""
    try:
        text = " ".join(_written(value, quoted, lists_around).split())
    except Exception:  # it cannot say what it is, or has more digits than Python writes
        text = in_words(type(value))
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _written(value: object, quoted: bool, lists_around: int) -> str:
    if hasattr(value, "id") and hasattr(value, "title"):
        return f"event {value.id}"
    if isinstance(value, list) and (len(value) > 3 or lists_around > 1):  # it may hold itself
        return f"[a list of {len(value)}]"
    if isinstance(value, list):
        inner = (shown(each, quoted=True, lists_around=lists_around + 1) for each in value)
        return f"[{', '.join(inner)}]"
    if isinstance(value, str):
        return repr(value) if quoted else value
    # Days and the like have words of their own. Where a thing lies in memory says nothing.
    return re.sub(" at 0x[0-9A-Fa-f]+", "", str(value) if isinstance(value, tuple) else repr(value))


def filled(words: str, values: Mapping[str, str]) -> str:
    """Words with their gaps filled; what fills one is never read for gaps again."""
    return re.sub(r"\{(\w+)\}", lambda gap: values.get(gap[1], gap[0]), words)
