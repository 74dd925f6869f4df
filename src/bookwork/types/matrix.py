"""Matrix: actors and positions, one position for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bookwork.model.item import Item, Part
from bookwork.model.markdown import Line, Name
from bookwork.model.primitives import Match, Option
from bookwork.model.question import Example, Fields, Question
from bookwork.types._shared import check_distinct, check_keys

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


class Row(Fields):
    """A row of a matrix, the column that is right for it, and why."""

    text: Line
    key: Name = Field(description="The id of the right column.")
    feedback: Line = Field(description="Why this column, and not another.")


class Matrix(Question):
    """A grid of rows and columns, with one column to be chosen for each row."""

    summary: ClassVar[str] = "Choose one column for each row"
    credit: ClassVar[str] = "1 point for each right row."
    sample: ClassVar[dict[str, Any]] = {
        "columns": {"welcomed": "Welcomed it", "criticised": "Criticised it"},
        "rows": {
            "japan": {
                "text": "Japan's prime minister",
                "key": "welcomed",
                "feedback": "He signed it.",
            },
            "china": {
                "text": "China's foreign ministry",
                "key": "criticised",
                "feedback": "It protested three days later.",
            },
        },
    }

    type: Literal["matrix"] = "matrix"
    columns: dict[Name, Line] = Field(
        min_length=2, max_length=5, description="The columns by id, in the order to be shown."
    )
    rows: dict[Name, Row] = Field(min_length=2, max_length=10)

    @model_validator(mode="after")
    def _check(self) -> Matrix:
        check_distinct(self.columns, "columns")
        check_distinct({id: row.text for id, row in self.rows.items()}, "rows")
        for row in self.rows.values():
            check_keys([row.key], self.columns, "key")
        return self

    def lower(self, seeds: Seeds) -> Item:  # noqa: ARG002 - other types need the seeds
        """Return the item: one match of rows with columns."""
        left = tuple(Option(id, row.text, row.feedback) for id, row in self.rows.items())
        right = tuple(Option(id, words) for id, words in self.columns.items())
        key = tuple((id, row.key) for id, row in self.rows.items())
        return self.item(Part("answer", Match(left, right, key)), look="grid")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses."""
        return (
            Example({"answer": {"japan": "welcomed", "china": "criticised"}}, 2, "right"),
            Example({"answer": {"japan": "welcomed", "china": "welcomed"}}, 1, "one column"),
            Example({"answer": {"china": "criticised"}}, 1, "a row left out"),
            Example({"answer": {"japan": "criticised", "china": "welcomed"}}, 0, "swapped"),
        )
