"""A type of question that only these tests know: defining it is all it takes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import pytest
from click.testing import CliRunner
from pydantic import Field

from bookwork.cli import main
from bookwork.mark import score
from bookwork.model.item import Item, Part
from bookwork.model.primitives import Choice, Option
from bookwork.model.question import Example, Question, forget, types
from bookwork.model.schema import bank_schema
from bookwork.model.seeds import load_seeds
from tests.sphinx.small import ROOT, Book
from tests.types.samples import authored, bank, question

if TYPE_CHECKING:
    from bookwork.model.seeds import Seeds


@pytest.fixture
def coin() -> Iterator[type[Question]]:
    """The type `coin`: heads or tails."""

    class Coin(Question):
        """A toss to be called."""

        summary: ClassVar[str] = "Call heads or tails"
        credit: ClassVar[str] = "1 point for luck."
        sample: ClassVar[dict[str, Any]] = {"falls": "tails", "why": "It fell so."}

        type: Literal["coin"] = "coin"
        falls: Literal["heads", "tails"] = Field(description="How it fell.")
        why: str

        def lower(self, seeds: "Seeds") -> Item:  # noqa: ARG002 - other types need the seeds
            """Return the item: one choice."""
            sides = (Option("heads", "Heads", self.why), Option("tails", "Tails", self.why))
            return self.item(Part("answer", Choice(sides, (self.falls,))))

        @classmethod
        def examples(cls) -> tuple[Example, ...]:
            """Return a right and a wrong call."""
            return (
                Example({"answer": ["tails"]}, 1, "right"),
                Example({"answer": ["heads"]}, 0, "wrong"),
            )

    yield Coin
    forget("coin")


def test_it_is_registered_and_can_be_forgotten(coin: type[Question]) -> None:
    assert types()["coin"] is coin
    assert list(types()) == sorted(types())


def test_nothing_of_it_stays_behind() -> None:
    assert "coin" not in types()


def test_it_is_in_the_schema(coin: type[Question]) -> None:
    schema = bank_schema()
    assert coin.__name__ in schema["$defs"]
    mapping = schema["properties"]["questions"]["items"]["discriminator"]["mapping"]
    assert mapping["coin"] == f"#/$defs/{coin.__name__}"
    assert '"coin"' in CliRunner().invoke(main, ["schema"]).output


@pytest.mark.usefixtures("coin")
def test_it_is_in_the_table_of_types() -> None:
    printed = CliRunner().invoke(main, ["types"]).output
    assert "| `coin` | Call heads or tails | 1 point for luck. |" in printed.splitlines()


@pytest.mark.usefixtures("coin")
def test_it_is_marked() -> None:
    task = question("coin").lower(load_seeds(ROOT / "seeds")).task()
    for example in types()["coin"].examples():
        assert score(task, example.response)["earned"] == example.earned


@pytest.mark.usefixtures("coin")
def test_it_is_in_the_page(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.bank(bank("luck", authored("coin", "luck-toss")))
    book.write("index.md", "# Luck\n\n```{quiz} luck\n```\n\n```{bibliography}\n:all:\n```\n")
    form = book.strict().page("index").select_one("bw-question#luck-toss")
    assert form is not None
    assert form["data-type"] == "coin"
    assert [box["value"] for box in form.select("input[type=radio]")] == ["heads", "tails"]
    assert "It fell so." in form.select("details.bw-key li")[0].get_text()


@pytest.mark.usefixtures("coin")
def test_a_second_type_of_that_name_is_refused() -> None:
    first = types()["coin"]
    with pytest.raises(TypeError, match="two question types call themselves 'coin'"):

        class Medal(Question):
            """Another type with the tag of the first."""

            type: Literal["coin"] = "coin"

    assert types()["coin"] is first


def test_a_type_without_a_tag_is_refused() -> None:
    before = dict(types())
    with pytest.raises(TypeError, match="Nameless needs type"):

        class Nameless(Question):
            """A type that forgot its tag."""

    assert types() == before
