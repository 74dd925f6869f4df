"""The words of a lab's checks: what can be said of any task, and values in a student's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_SHOWN = 80
"""Characters of a value that a message quotes."""
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
    words = " ".join(str(error).split())
    text = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return text if text.endswith((".", "?", "!")) else f"{text}."


def in_words(kind: type) -> str:
    """A kind of value in a student's words."""
    return KINDS.get(kind) or TOOLS.get(kind.__name__) or f"what Python calls {kind.__name__}"


def found_words(value: object) -> str:
    """What kind of value a student's is, in words that tell it from the kind that was wanted."""
    return "a number with a decimal point" if isinstance(value, float) else in_words(type(value))


def shown(value: object, *, quoted: bool = False) -> str:
    """A value as a message quotes it: one line, not too long; text in quotes if it is code."""
    if hasattr(value, "id") and hasattr(value, "title"):
        text = f"event {value.id}"
    elif isinstance(value, list) and len(value) > 3:
        text = f"[a list of {len(value)}]"
    elif isinstance(value, list):
        text = f"[{', '.join(shown(each, quoted=True) for each in value)}]"
    elif isinstance(value, str) and not quoted:
        text = value
    else:  # Days and the like have words of their own
        text = str(value) if isinstance(value, tuple) else repr(value)
    text = " ".join(text.split())
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def filled(words: str, values: Mapping[str, str]) -> str:
    """Words with their gaps filled; what fills one is never read for gaps again."""
    return re.sub(r"\{(\w+)\}", lambda gap: values.get(gap[1], gap[0]), words)
