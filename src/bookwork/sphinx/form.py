"""A question's form in HTML: its fieldset, hint and answer, and its task as data."""

from __future__ import annotations

import json
from typing import Any

from docutils import nodes

from bookwork.sphinx.controls import bank, part_form, passage_form, span
from bookwork.sphinx.htmlnodes import element, quiet
from bookwork.sphinx.tree import Element, children, is_ours, words
from bookwork.strings import text as _


def question_form(node: Element, extra: dict[str, Any]) -> Element:
    """Return a question's form."""
    stem = [child for child in node.children if not is_ours(child)]
    # question.py puts a paragraph first.
    number, _space, *question = words(stem[0])  # type: ignore[arg-type]
    legend = element(
        "legend",
        span("bw-number", nodes.Text(number.astext())),
        nodes.Text(" "),
        span("bw-stem", *question),
    )
    more = [element("div", *stem[1:], attributes={"class": "bw-more"})] if stem[1:] else []
    work: list[nodes.Node] = [bank(each) for each in children(node, "bw-bank")]
    work += [passage_form(each, node["ids"][0]) for each in children(node, "bw-passage")]
    parts = children(node, "bw-part")
    work += [part_form(part, node["look"], alone=len(parts) == 1) for part in parts]
    fieldset = element("fieldset", legend, *more, *work, attributes={"class": "bw-item"})
    hint, key = children(node, "bw-hint")[0], children(node, "bw-key")[0]
    attributes = {
        "id": node["ids"][0],
        "data-hash": node["digest"],
        "data-type": node["type"],
        "data-look": node["look"] or None,
        **extra,
    }
    return element(
        "bw-question",
        fieldset,
        _hint(hint),
        _key(key, node["answer"]),
        json_script(node["task"]),
        attributes=attributes,
    )


def json_script(data: dict[str, Any]) -> nodes.raw:
    """Return data for a script that no parser of HTML can take for markup."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return nodes.raw("", f'<script type="application/json">{written}</script>', format="html")


def _block(node: nodes.Node) -> nodes.Node:
    """Return a box of ours as a <div> of one class; anything else as it is."""
    if is_ours(node):
        # is_ours said that it is a container; a guard would say so twice.
        return element("div", *node.children, attributes={"class": node["classes"][0]})  # type: ignore[index]
    return node


def _letter(item: Element) -> list[nodes.Node]:
    """Return an item's text, its letter in a plain <b>."""
    first, *rest = words(item)
    return [element("b", *first.children), *rest]


def _details(name: str, summary: str, *children: nodes.Node) -> Element:
    head = element("summary", nodes.Text(summary))
    return element("details", head, *children, attributes={"class": name}, node=quiet)


def _hint(node: Element) -> Element:
    content = words(node)[2:]  # without its "Hint:" and the space behind it
    return _details("bw-hint", _("Hint"), element("p", *content))


def _key(node: Element, name: str) -> Element:
    found: list[nodes.Node] = []
    for child in node.children:
        names: list[str] = child.get("classes", []) if isinstance(child, nodes.Element) else []
        if "bw-key-head" in names:
            continue  # the summary says it
        if "bw-key-line" in names:
            line = words(nodes.container("", child))[2:]  # without "Question 3" and a space
            found.append(element("p", *line, attributes={"class": "bw-key-line"}))
        elif "bw-feedback" in names:
            items = [
                element("li", *_letter(item), attributes={"data-for": item["code"]})
                for item in child.children
                if isinstance(item, nodes.Element)
            ]
            found.append(element("ul", *items, attributes={"class": "bw-feedback"}))
        else:
            found.append(_block(child))
    return _details("bw-key", name, *found)
