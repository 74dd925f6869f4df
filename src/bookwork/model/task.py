"""The task: one thing that a lab asks, as its author writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from bookwork.model.markdown import Line, Markdown, Plain, check_plain
from bookwork.model.question import EvidenceId, Fields, QuestionId

SHOWN = ("id", "date", "title", "countries", "kind", "track", "tier")
"""What of an event a trace on paper may show."""
Says = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=600),
    AfterValidator(check_plain),
]
"""One line of words; `code` between backticks, and {gaps} that the check fills."""
MessageId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]


class Paper(Fields):
    """How a task is done without a computer: what is asked, and a table to fill in."""

    ask: Markdown = Field(description="What to do with pencil and table.")
    events: tuple[EvidenceId, ...] = Field((), description="The events that are its rows.")
    show: tuple[str, ...] = Field(("date", "title"), description="What is printed of each.")
    fill: tuple[Plain, ...] = Field((), description="The heads of the columns left empty.")


class Task(Fields):
    """A task of a lab as its author writes it."""

    id: QuestionId = Field(description="Stable for ever, and unique over all labs and banks.")
    title: Plain
    objective: str = Field(description="The id of one of the objectives of the chapter's bank.")
    minutes: Annotated[int, Field(ge=1, le=45)] = Field(description="How long it takes.")
    evidence: tuple[EvidenceId, ...] = Field(min_length=1, description="What it rests on.")
    ask: Markdown = Field(description="The question, and what the code must make.")
    hints: tuple[Markdown, ...] = Field(
        min_length=2, max_length=4, description="From a nudge to nearly the line; never the answer."
    )
    find: Line = Field(description="“What did you find?”: a question to answer in words.")
    messages: Mapping[MessageId, Says] = Field(description="What the check may say, by id.")
    finding: Markdown = Field(description="For teachers: what students should have found.")
    note: Markdown | None = Field(None, description="For teachers: where they get stuck.")
    paper: Paper
