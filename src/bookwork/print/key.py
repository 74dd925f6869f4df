"""A question's key on paper: first what a student writes, then why, and what to say to others."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.model.item import Item
from bookwork.print.markup import call, content, string
from bookwork.sphinx.key import part_name
from bookwork.sphinx.tree import boxes
from bookwork.strings import text as _

if TYPE_CHECKING:
    from bookwork.print.node import NodeWriter

MOST_OF_A_KEY = 900
"""Letters of a key that need not go over two pages."""


def key(writer: NodeWriter, node: nodes.Element, item: Item, short: str) -> str:
    """Return a key's markup; `short` is the answer as it is written on paper."""
    found = []
    if short:
        found.append(call("short-key", string(short)))
    for child in node.children:
        assert isinstance(child, nodes.Element)
        classes: list[str] = child.get("classes", [])
        if "bw-key-line" in classes and short:
            continue  # the same, in whole sentences: the question stands right above
        if "bw-why" in classes:
            found.append(why(writer, child))
        elif "bw-feedback" in classes:
            found.append(feedback(writer, child, item))
        else:
            found.append(writer.write(child))
    whole = str(len(node.astext()) <= MOST_OF_A_KEY).lower()
    return call("key", content("".join(found)), whole=whole)


def why(writer: NodeWriter, node: nodes.Element) -> str:
    """Return why the answer is right, with a label."""
    label = nodes.strong("", _("Why:"))
    first = node.children[0]
    if isinstance(first, nodes.paragraph):
        first.insert(0, [label, nodes.Text(" ")])
    return writer.write(node)


def feedback(writer: NodeWriter, node: nodes.Element, item: Item) -> str:
    """Return what is said to each answer; part by part, where a question has several."""
    names = {part.id: part_name(item, part) for part in item.parts}
    entries = [each for each in node.children if isinstance(each, nodes.Element)]
    found = []
    for id, told in groupby(entries, key=lambda entry: entry["code"].partition("/")[0]):
        items = ", ".join(content(entry_words(writer, entry)) for entry in told)
        label = call("part-label", string(names[id])) if len(names) > 1 else ""
        found.append(f"{label}\n#list({items})\n")
    return "".join(found)


def entry_words(writer: NodeWriter, entry: nodes.Element) -> str:
    """Return which answer an entry is for, a colon, and what is said."""
    for letter in boxes(entry, "bw-letter"):
        gap = letter.next_node(siblings=True, descend=False)
        if isinstance(gap, nodes.Text) and not gap.strip():
            letter.parent.replace(gap, nodes.Text(": "))
    return writer.all(entry.children)
