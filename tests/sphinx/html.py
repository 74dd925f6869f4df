"""Looking at a page: one element, its words."""

from bs4 import Tag


def one(within: Tag, selector: str) -> Tag:
    """The only element that a selector finds."""
    found = within.select(selector)
    assert len(found) == 1, f"{len(found)} × {selector}"
    return found[0]


def said(tag: Tag) -> str:
    """An element's text with single spaces."""
    return " ".join(tag.get_text(" ").split())
