"""The book that many tests look at: a question of every type, and every directive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import Tag

from bookwork.model.bank import load_bank
from bookwork.model.item import Item
from bookwork.model.question import types
from bookwork.model.seeds import load_seeds
from tests.sphinx.html import one
from tests.sphinx.small import Book, Built
from tests.types.samples import authored, bank

NewBook = Callable[..., Book]


def banks(book: Book) -> None:
    """Write the banks of the case `every`, from the types' own samples."""
    second = "\n\nA second paragraph of the stem."
    stems = {"truefalse": "The text is a treaty.", "cloze": "Fill the *gaps*."}
    every = [
        authored(
            tag,
            stem=stems.get(tag, f"What of the type *{tag}*?") + second,
            hint=f"Kingfisher hint of {tag}.",
            answer=f"Nightingale answer of {tag}, as {{s}}`s04` says.",
        )
        for tag in types()
    ]
    book.bank(bank("every", *every, title="Every type of question"))
    alone = {
        "a": {"text": "Here", "feedback": "Woodpecker feedback."},
        "b": {"text": "There", "feedback": "Goldfinch feedback."},
    }
    book.bank(bank("one", authored("single", "one-single", options=alone, key="b")))


@pytest.fixture(scope="session")
def every(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book's sources; tests build them, and leave them as they are."""
    book = Book(tmp_path_factory.mktemp("every"), "every")
    banks(book)
    return book


@pytest.fixture(scope="session")
def html(every: Book) -> Built:
    """The book as HTML, built without a warning."""
    return every.strict("html")


@pytest.fixture
def form(tag: str, html: Built) -> Tag:
    """The form of a type's question."""
    return one(html.page("quiz"), f"bw-question#smp-{tag}")


@pytest.fixture(scope="session")
def items(every: Book) -> dict[str, Item]:
    """Every item by its type."""
    seeds = load_seeds(every.root / "seeds")
    bank = load_bank(every.root / "exercises" / "every" / "bank.yml", seeds)
    return {item.type: item for item in bank.items}


@pytest.fixture
def new_book(tmp_path: Path) -> NewBook:
    """A book of the test's own."""

    def make(case: str = "") -> Book:
        return Book(tmp_path / "book", case)

    return make
