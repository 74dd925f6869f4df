"""What several question types share: options with feedback, and how they are checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Annotated

from pydantic import Field

from bookwork.model.markdown import Line, Name, Plain, without_code
from bookwork.model.primitives import Foreseen, Option
from bookwork.model.question import Fields

_GAP = re.compile(r"\[([a-z0-9][a-z0-9-]*)\](?!\()")


class OptionFields(Fields):
    """An option: what it says, and what to tell a reader who picks it."""

    text: Line
    feedback: Line = Field(description="Why it is right, or which misconception it shows.")


Options = Annotated[dict[Name, OptionFields], Field(min_length=2, max_length=12)]


class WrongText(Fields):
    """Foreseen wrong answers, and what to tell their writers."""

    answers: tuple[Plain, ...] = Field(min_length=1)
    feedback: Line


class WrongValue(Fields):
    """Foreseen wrong numbers or dates, and what to tell their writers."""

    values: tuple[int | float | str, ...] = Field(min_length=1)
    feedback: Line


def lowered(options: Mapping[str, OptionFields]) -> tuple[Option, ...]:
    """Return authored options as primitives, in the order written."""
    return tuple(Option(id, option.text, option.feedback) for id, option in options.items())


def foreseen_text(wrong: Iterable[WrongText]) -> tuple[Foreseen, ...]:
    """Return foreseen wrong texts as primitives."""
    return tuple(Foreseen(w.answers, w.feedback) for w in wrong)


def foreseen_values(wrong: Iterable[WrongValue]) -> tuple[Foreseen, ...]:
    """Return foreseen wrong values as primitives."""
    return tuple(Foreseen(tuple(str(value) for value in w.values), w.feedback) for w in wrong)


def check_keys(key: Iterable[str], options: Iterable[str], field: str = "key") -> None:
    """Raise ValueError (what — mend) unless every key is one of the options, named once."""
    known, seen = list(options), set[str]()
    for name in key:
        if name not in known:
            raise ValueError(
                f"the {field} '{name}' is not among the options — use one of {', '.join(known)}"
            )
        if name in seen:
            raise ValueError(f"the {field} names '{name}' twice — name it once")
        seen.add(name)


def check_distinct(texts: Mapping[str, str], field: str = "options") -> None:
    """Raise ValueError (what — mend) if two options say the same."""
    seen: dict[str, str] = {}
    for name, text in texts.items():
        folded = " ".join(text.split()).casefold()
        if folded in seen:
            raise ValueError(
                f"{field} '{seen[folded]}' and '{name}' say the same — change or drop one"
            )
        seen[folded] = name


def gaps(text: str) -> list[str]:
    """Return the names of a text's gaps, which stand in [brackets], in their order."""
    return _GAP.findall(text)


def check_gaps(text: str, entries: Collection[str]) -> None:
    """Raise ValueError (what — mend) unless each gap of a text has its entry, and stands once."""
    named = gaps(text)
    if named != gaps(without_code(text)):
        raise ValueError("a gap stands in code — take it out of the backticks")
    for gap in entries:
        if named.count(gap) != 1:
            raise ValueError(
                f"the gap '{gap}' stands {named.count(gap)} times in the text — write [{gap}] once"
            )
    for name in named:
        if name not in entries:
            raise ValueError(f"the text has a gap [{name}] without an entry — add it to gaps")


def passage(text: str) -> str:
    """Return a text with gaps as an item holds it: a {gap} role for each."""
    return _GAP.sub(r"{gap}`\1`", text)
