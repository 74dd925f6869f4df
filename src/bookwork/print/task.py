"""A task of a lab on paper: what is asked, code to trace, the way with a pencil, a finding.

Its hints stand behind the page, under the task's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bookwork.print.markup import call, content, string
from bookwork.sphinx.tree import children, is_ours

if TYPE_CHECKING:
    from bookwork.print.node import NodeWriter

FOR_A_TRACE, FOR_A_TALLY = 2, 4
"""Lines to write on: with a finding, what a table's rows show; in place of a table."""


def task(writer: NodeWriter, node: nodes.Element) -> str:
    """Return a task's markup: code stays with what is asked, and lines with what they are for."""
    asked = [child for child in node.children if not is_ours(child)]
    opening = writer.labels(node) + writer.all([*asked, *children(node, "bw-task-code")])
    hints = ["".join(labelled(writer, each)[1:]) for each in children(node, "bw-task-hint")]
    listed = call("enum", *map(content, hints))
    writer.hints.append(f"{call('strong', string(node['title']))}; {listed}")
    (paper,), (find,) = children(node, "bw-paper"), children(node, "bw-find")
    tables = [child for child in paper.children if isinstance(child, nodes.table)]
    pieces = (
        call("keep-where-it-fits", content(opening)),
        on_paper(writer, paper, tables),
        found(writer, find, FOR_A_TRACE if tables else 0),
    )
    return "".join(f"\n{piece}\n" for piece in pieces)


def on_paper(writer: NodeWriter, node: nodes.Element, tables: list[nodes.table]) -> str:
    """Return what is done with a pencil: what is asked, and a table to fill in or lines."""
    label, *told = labelled(writer, node)
    room = writer.all(tables) if tables else call("lines", str(FOR_A_TALLY))
    return call("on-paper", string(label), content("".join(told)), content(room))


def found(writer: NodeWriter, node: nodes.Element, more: int) -> str:
    """Return what is asked of the finding, with lines: `more` than a page on a screen has."""
    asked = [child for child in node.children if not is_ours(child)]
    count = sum(each["count"] for each in children(node, "bw-lines"))
    # Nobody writes in the packet that a teacher reads.
    lines = call("lines", str(min(2, count) if writer.teacher else count + more))
    return call("keep", content(writer.all(asked) + lines))


def labelled(writer: NodeWriter, node: nodes.Element) -> tuple[str, str, str]:
    """Return the label of a box without its colon, the paragraph that it opens, and the rest."""
    first, *others = node.children
    assert isinstance(first, nodes.paragraph)
    label, *words = first.children
    while words and not words[0].astext().strip():
        del words[0]  # what stands between the label and the words
    rest = [each for each in others if not isinstance(each, nodes.table)]
    return label.astext().rstrip(":"), writer.all(words), writer.all(rest)
