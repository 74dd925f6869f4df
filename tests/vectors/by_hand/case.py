"""A case written by hand: a task, a response, and the mark that the rules give it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A response to a task with its mark; no mark means that the response is refused."""

    name: str
    task: Json
    response: Any
    mark: Json | None


def one_part(part: Json) -> Json:
    """A task of one part, called `answer`."""
    return {"rule": "sum", "parts": [{"id": "answer", **part}]}


def marked(
    earned: int, possible: int, state: str, feedback: list[str], marks: dict[str, str], *,
    id: str = "answer",
) -> Json:  # fmt: skip
    """The mark of a part."""
    return {
        "id": id,
        "earned": earned,
        "possible": possible,
        "state": state,
        "feedback": feedback,
        "marks": marks,
    }


def whole(earned: int, possible: int, state: str, *parts: Json) -> Json:
    """The mark of an item."""
    return {"earned": earned, "possible": possible, "state": state, "parts": list(parts)}


def alone(part: Json) -> Json:
    """The mark of an item whose one part has this mark."""
    return whole(part["earned"], part["possible"], part["state"], part)


# What a written answer's code comes to: each is worth 1 point or none.
_STATES = {"accepted": (1, "right"), "typo": (1, "right"), "blank": (0, "blank")}


def written(group: str, part: Json, cases: Iterable[tuple[str, str, str]]) -> Iterator[Case]:
    """Cases of one text or number: what each is, the answer, and the code it must get.

    Codes are those of feedback (accepted, typo, wrong:0, otherwise, unreadable, coarse), and
    `blank`.
    """
    for what, answer, code in cases:
        earned, state = _STATES.get(code, (0, "wrong"))
        feedback = [] if code == "blank" else [code]
        mark = alone(marked(earned, 1, state, feedback, {}))
        yield Case(f"{group}: {what}", one_part(part), {"answer": answer}, mark)
