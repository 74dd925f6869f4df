"""What a screen reader says of a PDF: the words of its tags, in the tags' order; and its links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from tests.support.pdf import letters_of, said

Key = tuple[tuple[int, int], int]
"""A piece of content: its page, and its number there."""


@cache
def aloud(path: Path) -> str:
    """The words of a PDF in the order of its tags: headers and footers are not among them."""
    with pikepdf.open(path) as pdf:
        pieces = {key: text for page in pdf.pages for key, text in _pieces(page)}
        root = pdf.Root.StructTreeRoot
        return " ".join(pieces.get(key, "") for key in _order(root, None))


def _pieces(page: pikepdf.Page) -> Iterator[tuple[Key, str]]:
    """Yield each numbered piece of a page's content with its words."""
    maps = {name: letters_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    found: dict[int, str] = {}
    for each in pikepdf.parse_content_stream(page):
        operands, operator = each.operands, str(each.operator)
        if operator in ("BDC", "BMC"):
            marks: Any = operands[1] if len(operands) > 1 else None
            numbered = isinstance(marks, pikepdf.Dictionary) and "/MCID" in marks
            stack.append(int(marks["/MCID"]) if numbered else None)
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            font = maps[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            number = next((mark for mark in reversed(stack) if mark is not None), None)
            if number is not None:
                found[number] = found.get(number, "") + said(operands[0], font)
    for number, text in found.items():
        yield (page.obj.objgen, number), text


def _order(tag: Any, page: Any) -> Iterator[Key]:
    """Yield the pieces below a tag, in its order."""
    page = tag.get("/Pg", page)
    inside = tag.get("/K", [])
    for each in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(each, int):
            yield page.objgen, each
        elif isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/MCR":
            yield each.get("/Pg", page).objgen, int(each.MCID)
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield from _order(each, page)


@dataclass(frozen=True)
class Link:
    """A link inside a PDF: its words, and those of the line that it leads to."""

    words: str
    target: str


@cache
def links(path: Path) -> tuple[Link, ...]:
    """The links that lead to a place of the same PDF."""
    found = []
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage() for page in document]

    def words(number: int, box: tuple[float, ...]) -> str:
        left, bottom, right, top = box
        shown = texts[number].get_text_bounded(left=left, bottom=bottom, right=right, top=top)
        return re.sub(r"\s+", " ", str(shown)).strip()

    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            marks: Any = page.get("/Annots", [])
            for mark in marks:
                place = mark.get("/Dest") or mark.get("/A", {}).get("/D")
                if mark.get("/Subtype") != "/Link" or not isinstance(place, pikepdf.Array):
                    continue
                here = words(number, tuple(float(edge) for edge in mark.Rect))
                height = float(place[3])
                there = words(numbers[place[0].objgen], (0, height - 16, 600, height + 2))
                found.append(Link(here, there))
    for text in texts:
        text.close()
    document.close()
    return tuple(found)
