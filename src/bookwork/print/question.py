"""A question on paper: its stem, what to write on or choose from, and for teachers its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.model.item import Item
from bookwork.print.key import key
from bookwork.print.markup import call, content, drawing, string, text
from bookwork.print.shortkey import short_key
from bookwork.sphinx.kit import kit
from bookwork.sphinx.region import region_svg
from bookwork.sphinx.tree import boxes, children, is_ours
from bookwork.strings import text as _

if TYPE_CHECKING:
    from bookwork.print.node import NodeWriter

GRIDS = ("grid", "categories")
"""Looks of a matching task whose partners are few: a table to tick."""
MOST_OF_A_QUESTION, LETTERS_A_LINE = 4000, 150
"""Letters of a question that surely fits on a page (with its key's, which stands apart), and what
a line to write on takes of them; a longer one may go over two pages."""


def question(writer: NodeWriter, node: nodes.Element) -> str:
    """Return a question's markup."""
    stem = [child for child in node.children if not is_ours(child)]
    opening = stem[0]
    assert isinstance(opening, nodes.Element)
    number, *rest = opening.children
    name = number.astext()
    while rest and not rest[0].astext().strip():
        del rest[0]  # what stands between the name and the words
    first = "".join(writer.write(child) for child in rest)
    body = writer.all(stem[1:])
    body += "".join(bank(each) for each in children(node, "bw-bank"))
    body += "".join(passage(writer, each, node["look"]) for each in children(node, "bw-passage"))
    body += "".join(part(writer, each, node["look"]) for each in children(node, "bw-part"))
    hints = children(node, "bw-hint")
    for hint in hints:
        (line,) = hint.children
        assert isinstance(line, nodes.Element)
        # Its first word says that it is a hint, which the heading says once for all.
        words = writer.all(line.children[1:])
        writer.hints.append(f"{call('strong', string(name))}; {words}")
    keyed = "none"
    if writer.teacher and (keys := children(node, "bw-key")):
        item = item_of(writer, node)
        short = short_key(item)
        writer.glance.append((name.rpartition(" ")[2], short))
        keyed = content(key(writer, keys[0].deepcopy(), item, short))
    room = sum(each.get("lines", 0) for each in children(node, "bw-part"))
    whole = len(node.astext()) + LETTERS_A_LINE * room <= MOST_OF_A_QUESTION
    return writer.labels(node) + call(
        "question",
        string(name),
        content(first),
        content(body),
        key=keyed,
        whole=str(whole).lower(),
        level=str(max(2, min(writer.depth + 1, 6))),
    )


def item_of(writer: NodeWriter, node: nodes.Element) -> Item:
    """Return the item that a question was made of."""
    found = kit(writer.builder.app).find(node["ids"][0])
    assert found, node["ids"]
    return found[1].item


def part(writer: NodeWriter, node: nodes.Element, look: str) -> str:
    """Return what a part gives to do."""
    prompts = "".join(
        call("prompt", content(writer.all(each.children))) for each in children(node, "bw-prompt")
    )
    return prompts + task(writer, node, look)


def task(writer: NodeWriter, node: nodes.Element, look: str) -> str:
    """Return a part's task."""
    match node["kind"]:
        case "match":
            (left,) = children(node, "bw-left")
            (right,) = children(node, "bw-right")
            if look in GRIDS:
                return call("tick-table", options(writer, left), options(writer, right))
            told = _("Write the letter of its partner into each box.")
            if len(right) > len(left):
                told = " ".join((told, _("Not every letter is needed.")))
            columns = f"({weight(left)}fr, {weight(right)}fr)"
            sides = options(writer, left), options(writer, right)
            return to_do(told) + call("matching", *sides, columns=columns)
        case "order":
            told = _("Write 1, 2, 3 … into the boxes.")
            return to_do(told) + call("ordering", options(writer, children(node, "bw-order")[0]))
        case "text" | "numeric":
            rooms = children(node, "bw-room")
            return call("answer-line", string(rooms[0]["note"]))
        case "spans":
            (listed,) = children(node, "bw-options")
            return to_do(_("Underline what you choose.")) + call(
                "to-underline", options(writer, listed)
            )
        case "extended":
            count = node.get("lines", 8)
            # Nobody writes between a question and its key.
            return call("lines", str(min(2, count) if writer.teacher else count))
        case _:
            (listed,) = children(node, "bw-options")
            many = bool(node.get("many"))
            chosen = call("choices", options(writer, listed), many=str(many).lower())
            return region(writer, node) + chosen if node["kind"] == "region" else chosen


def weight(listed: nodes.Element) -> int:
    """Return the part of a page's width that one side of a matching task takes."""
    longest = max(len(item.astext()) for item in listed.children)
    return max(32, min(60, longest))


def to_do(words: str) -> str:
    """Return what a pencil does here: the page has buttons and lists that say so themselves."""
    return call("to-do", content(text(words)))


def region(writer: NodeWriter, node: nodes.Element) -> str:
    """Return the map whose letters a part's options describe."""
    svg = region_svg(kit(writer.builder.app), node)
    told = _("Map with the letters of the places that the options describe.")
    return call("picture", string(drawing(svg)), string(told), "none", width="95mm")


def options(writer: NodeWriter, node: nodes.Element) -> str:
    """Return a list's items as an array of pairs: letter and words."""
    found = []
    for item in node.children:
        assert isinstance(item, nodes.Element)
        paragraph = item[0]
        assert isinstance(paragraph, nodes.Element)
        letters = boxes(paragraph, "bw-letter")
        letter = letters[0].astext() if letters else ""
        words = [each for each in paragraph.children if each not in letters]
        while letters and words and not words[0].astext().strip():
            del words[0]  # what stood between the letter and its words
        found.append(f"({string(letter)}, {content(''.join(map(writer.write, words)).strip())})")
    return f"({', '.join(found)},)"


def bank(node: nodes.Element) -> str:
    """Return the words that a passage's gaps take."""
    words = [string(item.astext().strip()) for item in node.findall(nodes.list_item)]
    told = to_do(_("Write a word of the list into each gap. Not every word need be used."))
    return told + call("word-bank", f"({', '.join(words)},)")


def passage(writer: NodeWriter, node: nodes.Element, look: str) -> str:
    """Return a text with gaps to write in, or with options to circle."""
    gaps = boxes(node, "bw-gap")
    if look == "wordbank":
        for each in gaps:
            each["options"] = []  # they stand above the text, once for all gaps
    circled = any(each.get("options") for each in gaps)
    told = to_do(_("In square brackets, circle one.")) if circled else ""
    return told + call("passage", content(writer.all(node.children)))


def gap(node: nodes.Element) -> str:
    """Return a gap: its number, and a blank or its options."""
    options: list[tuple[str, str]] = node.get("options", [])
    words = [string(each) for _id, each in options]
    return f"#gap({node['number']}, ({''.join(f'{word}, ' for word in words)}));"
