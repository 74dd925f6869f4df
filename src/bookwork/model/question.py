"""The question as authored: what all types share, and the registry of types.

A type is a subclass with a `type: Literal["tag"]`, its own fields, `lower()` and `examples()`.
Defining it registers it: schema, HTML, marking, tests and the reference table all go through
`types()`, so nothing else is edited to add one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bookwork.model.item import Item, Part, Rule
from bookwork.model.markdown import Line, Markdown
from bookwork.model.partialdate import WrittenDate

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds

Level = Literal["recall", "understand", "apply", "analyse", "evaluate"]
QuestionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{2,39}$")]
EvidenceId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]

_REGISTRY: dict[str, type[Question]] = {}


class Fields(BaseModel):
    """A frozen set of fields that refuses unknown ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Example:
    """A response to a type's sample question with the points it must get.

    `response` maps part ids to values as in an answers file; `earned` counts points.
    """

    response: Mapping[str, Any]
    earned: int
    note: str


class Question(Fields):
    """A question as its author writes it; the base of all types."""

    summary: ClassVar[str]
    """What the reader does, in a few words: a row of the reference table."""
    credit: ClassVar[str]
    """How points are given, in one sentence."""
    sample: ClassVar[Mapping[str, Any]]
    """The type's own fields of a small question, for tests and the reference page."""

    id: QuestionId = Field(description="Stable for ever, and unique over all banks.")
    type: str
    objective: Annotated[str, Field(description="The id of one of the bank's objectives.")]
    level: Level = Field(description="What the reader's mind must do.")
    stem: Markdown = Field(description="Markdown; its first paragraph is the question itself.")
    evidence: tuple[EvidenceId, ...] = Field(
        min_length=1, description="Sentences (s04), events (e050), commitments (c01) or sources."
    )
    hint: Line = Field(description="Where to look or how to think, without giving it away.")
    answer: Markdown = Field(description="The model answer: why the key is right.")
    # Those below stand in no item: a reader's saved answer must not go stale because of them, and
    # what a teacher is told must not reach a student's page.
    teacher: Markdown | None = Field(
        None, description="For teachers: common wrong answers, and what to do next."
    )
    as_of: WrittenDate | None = Field(None, description="The day for which the answer holds.")
    review_by: WrittenDate | None = Field(
        None, description="The day by which somebody should look whether it still holds."
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Register the type; two types with one tag are a mistake at import."""
        tag = cls.model_fields["type"].default
        if not isinstance(tag, str):
            raise TypeError(f"{cls.__name__} needs type: Literal['…'] = '…'")
        if tag in _REGISTRY and _REGISTRY[tag].__qualname__ != cls.__qualname__:
            raise TypeError(f"two question types call themselves '{tag}'")
        _REGISTRY[tag] = cls

    @abstractmethod
    def lower(self, seeds: Seeds) -> Item:
        """Return the item: this question in primitives."""

    @classmethod
    @abstractmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return right, partly right and wrong responses to `sample`, with their points."""

    def item(self, *parts: Part, rule: Rule = "sum", passage: str = "", look: str = "") -> Item:
        """Return an item with this question's shared fields and the given parts."""
        return Item(
            id=self.id,
            type=self.type,
            objective=self.objective,
            level=self.level,
            stem=self.stem,
            parts=parts,
            evidence=self.evidence,
            answer=self.answer,
            hint=self.hint,
            rule=rule,
            passage=passage,
            look=look,
        )


def types() -> Mapping[str, type[Question]]:
    """Return every registered question type by tag, in order of tag."""
    return dict(sorted(_REGISTRY.items()))


def forget(tag: str) -> None:
    """Remove a type from the registry (for a test that registered one of its own)."""
    del _REGISTRY[tag]
