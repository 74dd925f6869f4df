"""Which publications a book has, and what each is made of."""

from dataclasses import replace

import pytest

from bookwork.print.publication import Contents, publications

BOOK = Contents(
    pages=("index", "one", "one-more", "two", "game", "game-cards", "guide", "guide-script"),
    chapters={
        "one": ("one", "one-more"),
        "two": ("two",),
        "game": ("game", "game-cards"),
        "guide": ("guide", "guide-script"),
    },
    titles={
        "index": "A book", "one": "Chapter one", "one-more": "More", "two": "Chapter two",
        "game": "A game", "game-cards": "Cards", "guide": "Guide", "guide-script": "Script",
    },
    asked={"first": ("one", "one-more"), "second": ("two",)},
    sheets=frozenset({"game-cards", "guide-script"}),
)  # fmt: skip
TEACHERS = ("guide*",)


def made(*, teacher: bool, contents: Contents = BOOK) -> dict[str, tuple[str, ...]]:
    """The pages of each publication, by its name."""
    found = publications(contents, "A book", TEACHERS, teacher=teacher)
    return {each.name: each.pages for each in found}


def test_students_have_the_book_packets_and_sheets() -> None:
    assert made(teacher=False) == {
        "book": ("index", "one", "one-more", "two", "game", "game-cards"),
        "packet-first": ("one", "one-more"),
        "packet-second": ("two",),
        "packet-all": ("one", "one-more", "two"),
        "sheets-game": ("game", "game-cards"),
    }


def test_teachers_have_packets_the_script_and_the_guide() -> None:
    assert made(teacher=True) == {
        "packet-first": ("one", "one-more"),
        "packet-second": ("two",),
        "packet-all": ("one", "one-more", "two"),
        "sheets-guide-script": ("guide-script",),
        "guide": ("guide", "guide-script"),
    }


@pytest.mark.parametrize("teacher", [False, True])
def test_one_bank_needs_no_packet_of_all(teacher: bool) -> None:
    one = Contents(BOOK.pages, BOOK.chapters, BOOK.titles, {"first": ("one",)}, frozenset())
    assert not {"packet-all", "sheets-game"} & set(made(teacher=teacher, contents=one))


def test_a_packet_bears_the_name_of_its_first_page() -> None:
    titles = {each.name: each.title for each in publications(BOOK, "A book", (), teacher=False)}
    assert titles["packet-second"] == "Chapter two"
    assert titles["packet-all"] == titles["book"] == "A book"


def test_a_page_of_the_teachers_is_in_no_publication_for_students() -> None:
    # The edition leaves these pages out long before; should one come this far, it stops here.
    asked = {"first": ("one", "guide-script"), "theirs": ("guide",)}
    book = Contents(BOOK.pages, BOOK.chapters, BOOK.titles, asked, BOOK.sheets)
    found = made(teacher=False, contents=book)
    assert not [page for pages in found.values() for page in pages if page.startswith("guide")]
    assert "packet-theirs" not in found


def test_no_two_have_the_same_name() -> None:
    chapters: dict[str, tuple[str, ...]] = {
        "game": ("game", "game-cards"), "other/game": ("two", "more-cards"),
    }  # fmt: skip
    titles = {**BOOK.titles, "other/game": "Another game"}
    asked: dict[str, tuple[str, ...]] = {"all": ("one",), "second": ("two",)}
    sheets = frozenset({"game-cards", "more-cards"})
    contents = Contents(BOOK.pages, chapters, titles, asked, sheets)
    found = [each.name for each in publications(contents, "A book", (), teacher=False)]
    assert found == [
        "book", "packet-all", "packet-second", "packet-all-2", "sheets-game", "sheets-game-2",
    ]  # fmt: skip


def test_lesson_plans_stand_behind_each_of_the_teachers_packets() -> None:
    contents = replace(BOOK, plans="guide")
    for name, pages in made(teacher=True, contents=contents).items():
        assert (pages[-1] == "guide") == name.startswith("packet-"), name
    assert made(teacher=False, contents=contents) == made(teacher=False)


def test_a_guide_leaves_out_what_the_packets_have() -> None:
    contents = replace(BOOK, keys=frozenset({"guide-script"}))
    assert made(teacher=True, contents=contents)["guide"] == ("guide",)


def test_each_teachers_page_with_sheets_is_for_its_own_game() -> None:
    pages = (*BOOK.pages, "guide-other")
    contents = replace(
        BOOK, pages=pages, titles={**BOOK.titles, "guide-other": "Other script"},
        sheets=BOOK.sheets | {"guide-other"},
    )  # fmt: skip
    found = made(teacher=True, contents=contents)
    assert found["sheets-guide-script"] == ("guide-script",)
    assert found["sheets-guide-other"] == ("guide-other",)


def test_no_page_of_the_teachers_is_in_a_students_publication() -> None:
    chapters = {**BOOK.chapters, "game": ("game", "game-cards", "guide-script")}
    for name, pages in made(teacher=False, contents=replace(BOOK, chapters=chapters)).items():
        assert not [page for page in pages if page.startswith("guide")], name


def test_a_guide_of_which_nothing_is_left_is_none() -> None:
    contents = replace(BOOK, keys=frozenset({"guide", "guide-script"}))
    assert "guide" not in made(teacher=True, contents=contents)


def test_lesson_plans_that_ask_something_stand_in_their_packet_once() -> None:
    asked = {"first": ("one", "guide"), "second": ("two",)}
    found = made(teacher=True, contents=replace(BOOK, asked=asked, plans="guide"))
    assert found["packet-first"] == ("one", "guide")
    assert found["packet-all"] == ("one", "two", "guide")
