"""Whole questions: a type's own sample fields, with what all questions share put around them."""

from typing import Any

import bookwork.types  # noqa: F401 - registers the question types
from bookwork.model.question import Question, types

SHARED: dict[str, Any] = {
    "objective": "o1",
    "level": "recall",
    "stem": "What does the text say?",
    "evidence": ["s04", "e050"],
    "hint": "Look at the first sentence.",
    "answer": "Because the text says so.",
}


def authored(tag: str, id: str = "", **fields: Any) -> dict[str, Any]:
    """A question of a type as an author writes it; `fields` replace or add."""
    named = {"id": id or f"smp-{tag}", "type": tag}
    return {**named, **SHARED, **types()[tag].sample, **fields}


def question(tag: str, id: str = "", **fields: Any) -> Question:
    """A question of a type, validated."""
    return types()[tag].model_validate(authored(tag, id, **fields))


def bank(name: str, *questions: dict[str, Any], title: str = "") -> dict[str, Any]:
    """A bank of authored questions."""
    return {
        "bank": name,
        "title": title or name.title(),
        "objectives": {"o1": "Read the text.", "o2": "Weigh the text."},
        "questions": list(questions),
    }
