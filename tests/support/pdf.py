"""What a PDF holds, taken out of it for tests: words, places, tags, everything that is in it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2


@cache
def words(path: Path) -> tuple[str, ...]:
    """The words of each page, as a reader's program copies them."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_bounded())
        text.close()
        page.close()
    document.close()
    return tuple(found)


@cache
def whole(path: Path) -> str:
    """All that a PDF holds, where nobody looks, too: each stream unpacked, each string read."""
    found = ["\n".join(words(path))]
    with pikepdf.open(path) as pdf:
        found += [str(pdf.docinfo), str(dict(pdf.open_metadata()))]
        found += list(pdf.attachments)
        for held in pdf.objects:
            if isinstance(held, pikepdf.Stream) and held.get("/Type") == "/EmbeddedFile":
                found.append(held.read_bytes().decode("utf-8", errors="replace"))
            found += _strings(held, 3)
    return "\n".join(found)


def _strings(held: object, depth: int) -> Iterator[str]:
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif depth and isinstance(held, pikepdf.Array):
        for each in held:
            yield from _strings(each, depth - 1)
    elif depth and isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for _key, each in held.items():
            yield from _strings(each, depth - 1)


@dataclass
class Tag:
    """A tag of a PDF's structure: its kind, its words for those who don't see it, what it holds."""

    kind: str
    alt: str = ""
    lang: str = ""
    title: str = ""
    scope: str = ""
    children: "list[Tag]" = field(default_factory=list)
    pieces: int = 0

    def walk(self) -> "Iterator[Tag]":
        """This tag and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@cache
def tags(path: Path) -> Tag:
    """A PDF's structure."""
    with pikepdf.open(path) as pdf:
        return _tag(pdf.Root.StructTreeRoot, "Root")


def _tag(held: pikepdf.Object, kind: str) -> Tag:
    found = Tag(
        kind,
        alt=str(held.get("/Alt", "")),
        lang=str(held.get("/Lang", "")),
        title=str(held.get("/T", "")),
    )
    attributes = held.get("/A")
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for each in listed:
        if isinstance(each, pikepdf.Dictionary) and "/Scope" in each:
            found.scope = str(each["/Scope"])
    inside = held.get("/K")
    for each in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            found.children.append(_tag(each, str(each["/S"]).lstrip("/")))
        elif each is not None:
            found.pieces += 1
    return found


def kinds(path: Path) -> Counter[str]:
    """How often each kind of tag stands in a PDF."""
    return Counter(tag.kind for tag in tags(path).walk())


def fonts(path: Path) -> set[str]:
    """The names of the fonts in a PDF, without the mark of what was left out."""
    with pikepdf.open(path) as pdf:
        held = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        found = [each for each in held if each.get("/Type") == "/FontDescriptor"]
        return {str(each.FontName).lstrip("/").partition("+")[2] for each in found}


def languages(path: Path) -> dict[str, str]:
    """What is said in each language, by the marks in a PDF's pages: letters, no spaces."""
    found: dict[str, str] = {}
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            maps = {
                name: letters_of(font) for name, font in page.Resources.get("/Font", {}).items()
            }
            spoken: list[str] = []
            font: dict[int, str] = {}
            for each in pikepdf.parse_content_stream(page):
                operands, operator = each.operands, str(each.operator)
                if operator in ("BDC", "BMC"):
                    marks: Any = operands[1] if len(operands) > 1 else None
                    named = isinstance(marks, pikepdf.Dictionary) and "/Lang" in marks
                    spoken.append(str(marks["/Lang"]) if named else "")
                elif operator == "EMC":
                    spoken.pop()
                elif operator == "Tf":
                    font = maps[str(operands[0])]
                elif operator in ("Tj", "TJ"):
                    lang = next((each for each in reversed(spoken) if each), "")
                    found[lang] = found.get(lang, "") + said(operands[0], font).strip()
    return found


def said(shown: Any, font: dict[int, str]) -> str:
    """The letters that an operator shows, of a font with codes of two bytes."""
    runs = shown if isinstance(shown, pikepdf.Array) else [shown]
    raw = b"".join(bytes(run) for run in runs if isinstance(run, pikepdf.String))
    codes = [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]
    return "".join(font.get(code, "") for code in codes)


def letters_of(font: pikepdf.Object) -> dict[int, str]:
    """What the two-byte codes of a font stand for."""
    table: dict[int, str] = {}
    pattern = rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>"
    for code, letters in re.findall(pattern, font.ToUnicode.read_bytes()):
        table[int(code, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be")
    return table


def outline(path: Path) -> list[tuple[int, str]]:
    """A PDF's outline: depth and title."""

    def below(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from below(item.children, depth + 1)

    with pikepdf.open(path) as pdf, pdf.open_outline() as found:
        return list(below(list(found.root), 1))
