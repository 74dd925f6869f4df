"""The item: a question lowered to parts that outputs can show and the marker can score."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Literal, assert_never

from bookwork.model.primitives import (
    Choice,
    Extended,
    Foreseen,
    Match,
    Numeric,
    Option,
    Order,
    Primitive,
    Region,
    Spans,
    Survey,
    Text,
)

Rule = Literal["sum", "chain"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to do within an item: its id, an optional Markdown prompt, and the primitive."""

    id: str
    task: Primitive
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question as shown and marked.

    `rule` says how parts add up: `sum` adds their points; `chain` counts a part only if every
    part before it is right. `passage` is Markdown with `{gap}` roles where parts stand in the
    text. `look` is a hint that a renderer may honour and must be right without: `categories` and
    `grid` for a match, `wordbank` for a passage whose gaps share their words.
    """

    id: str
    type: str
    objective: str
    level: str
    stem: str
    parts: tuple[Part, ...]
    evidence: tuple[str, ...]
    answer: str
    hint: str
    rule: Rule = "sum"
    passage: str = ""
    look: str = ""

    def digest(self) -> str:
        """Return 12 hex digits that change whenever the question does (stored work is keyed so)."""
        text = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def is_kept(self) -> bool:
        """Whether the answer is only kept: nothing scores it, and no rubric goes with it."""
        return all(
            isinstance(part.task, Survey)
            or (isinstance(part.task, Extended) and not part.task.rubric)
            for part in self.parts
        )

    def task(self) -> dict[str, Any]:
        """Return what marking needs, without words: the same data in Python and in the page."""
        parts = [{"id": part.id, **_task(part.task)} for part in self.parts]
        return {"rule": self.rule, "parts": parts}


def _ids(options: tuple[Option, ...]) -> list[str]:
    return [option.id for option in options]


def _answers(wrong: tuple[Foreseen, ...]) -> list[list[str]]:
    return [list(foreseen.answers) for foreseen in wrong]


def _task(task: Primitive) -> dict[str, Any]:
    match task:
        case Choice():
            return {
                "kind": "choice",
                "many": task.many,
                "options": _ids(task.options),
                "key": list(task.key),
            }
        case Match():
            return {
                "kind": "match",
                "left": _ids(task.left),
                "right": _ids(task.right),
                "key": dict(task.key),
            }
        case Order():
            return {
                "kind": "order",
                "options": _ids(task.options),
                "before": [list(pair) for pair in task.before],
            }
        case Text():
            return {
                "kind": "text",
                "accept": list(task.accept),
                "case": task.case,
                "accents": task.accents,
                "typos": task.typos,
                "wrong": _answers(task.wrong),
            }
        case Numeric():
            return {
                "kind": "numeric",
                "scale": task.scale,
                "value": task.value,
                "tolerance": task.tolerance,
                "units": list(task.units),
                "wrong": _answers(task.wrong),
            }
        case Spans():
            return {
                "kind": "spans",
                "options": _ids(task.options),
                "key": list(task.key),
                "also": list(task.also),
            }
        case Region():
            return {"kind": "region", "options": _ids(task.areas), "key": [task.key]}
        case Survey():
            return {"kind": "survey", "many": task.many, "options": _ids(task.options)}
        case Extended():
            return {"kind": "extended"}
        case _:
            assert_never(task)
