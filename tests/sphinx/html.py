"""Looking at a page: one element, its words."""

from bs4 import Tag


def one(within: Tag, selector: str) -> Tag:
    """The only element that a selector finds."""
    found = within.select(selector)
    assert len(found) == 1, f"{len(found)} × {selector}"
    return found[0]


_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def said(tag: Tag) -> str:
    """An element's text with single spaces and straight quotes (Sphinx makes them curly)."""
    return straight(tag.get_text(" "))


def straight(text: str) -> str:
    """A text with single spaces and straight quotes."""
    return " ".join(text.translate(_STRAIGHT).split())
