"""A task's check, tried on a student's code."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bookwork.lab import Answer, Check, Result, run_check

TOLD: Mapping[str, str] = {"said": "You have {got}."}


def content(_answer: Answer) -> None:
    """A check that finds nothing wrong."""


def wants(name: str, *kinds: type) -> Check:
    """A check that asks for a value, and no more."""

    def check(answer: Answer) -> None:
        answer.value(name, *kinds)

    return check


def uses(name: str, *arguments: object, tell: Callable[[object], object] | None = None) -> Check:
    """A check that uses a function; `tell` makes of its result what is said of it."""

    def check(answer: Answer) -> None:
        result = answer.function(name)(*arguments)
        if tell:
            answer.wrong("said", got=tell(result))

    return check


def says(name: str) -> Check:
    """A check that quotes a value, whatever it is."""

    def check(answer: Answer) -> None:
        answer.wrong("said", got=answer.names[name])

    return check


def tried(
    code: str, check: Check = content, *, first: str = "", messages: Mapping[str, str] = TOLD
) -> Result:
    """What a check says to some code."""
    return run_check("t-one", check, messages, first, code)
