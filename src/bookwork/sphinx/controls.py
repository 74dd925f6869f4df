"""The controls of a question's parts: native inputs, to be used with or without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from string import ascii_uppercase

from docutils import nodes

from bookwork.sphinx.htmlnodes import Attributes, element
from bookwork.sphinx.tree import Element, boxes, children, words
from bookwork.strings import text as _

_INPUT = {"type": "text"}  # the script turns completion and correction off


def part_form(node: Element, *, alone: bool) -> Element:
    """Return a part's controls: in a fieldset of its own when an item has several."""
    prompts = children(node, "bw-prompt")
    controls = list(_controls(node))
    attributes = {"class": "bw-part", "data-part": node["part"], "data-kind": node["kind"]}
    if alone or not prompts:
        return element("div", *controls, attributes=attributes)
    legend = element("legend", *prompts[0].children)
    return element("fieldset", legend, *controls, attributes=attributes)


def passage_form(node: Element, item: str) -> Element:
    """Return a cloze's text with its gaps as controls."""
    for gap in boxes(node, "bw-gap"):
        label = f"{_('Gap')} {gap['number']}"
        if gap["kind"] == "choice":
            control = _select(gap["options"], **{"aria-label": label})
        else:
            control = element("input", attributes={**_INPUT, "aria-label": label})
        attributes = {"class": "bw-gap", "data-part": gap["part"], "data-kind": gap["kind"]}
        gap.replace_self(element("span", control, attributes=attributes))
    return element("div", *node.children, attributes={"class": "bw-passage", "data-item": item})


def span(name: str, *children: nodes.Node) -> Element:
    """Return a span of a class."""
    return element("span", *children, attributes={"class": name})


def _controls(node: Element) -> Iterator[Element]:
    makers: dict[str, Callable[[Element], Iterable[Element]]] = {
        "choice": _choice,
        "spans": _choice,
        "match": _match,
        "order": _order,
        "text": _field,
        "numeric": _field,
        "extended": _writing,
    }
    yield from makers[node["kind"]](node)


def _items(node: Element, name: str) -> list[Element]:
    """Return the items of a list of options, without the names that the plain list gives them."""
    listed = (item for box in boxes(node, name) for item in box.children)
    items: list[Element] = [item for item in listed if isinstance(item, nodes.list_item)]
    for item in items:
        for label in list(item.findall(nodes.strong))[:1]:
            if "bw-letter" in label["classes"]:
                del label.parent[:2]  # the name, and the space behind it
    return items


def _choice(node: Element) -> Iterator[Element]:
    spans = node["kind"] == "spans"
    items = []
    for number, item in enumerate(_items(node, "bw-options")):
        letter = item["option"] if spans else ascii_uppercase[number]
        attributes = {
            "type": "checkbox" if node["many"] else "radio",
            "name": node["name"],
            "value": item["option"],
        }
        label = element(
            "label",
            element("input", attributes=attributes),
            nodes.Text(" "),
            element("b", nodes.Text(letter), attributes={"class": "bw-letter"}),
            nodes.Text(" "),
            span("bw-text", *words(item)),
        )
        items.append(element("li", label, attributes={"data-option": item["option"]}))
    name = "bw-options bw-spans" if spans else "bw-options"
    yield element("ul", *items, attributes={"class": name})


def _select(options: Iterable[tuple[str, str]], **attributes: str) -> Element:
    chosen = [element("option", nodes.Text("–"), attributes={"value": ""})]
    chosen += [
        element("option", nodes.Text(text), attributes={"value": value}) for value, text in options
    ]
    return element("select", *chosen, attributes=attributes)


def _match(node: Element) -> Iterator[Element]:
    letters = list(zip(node["right"], ascii_uppercase, strict=False))
    left = []
    for item in _items(node, "bw-left"):
        label = element("label", span("bw-text", *words(item)), nodes.Text(" "), _select(letters))
        left.append(element("li", label, attributes={"data-option": item["option"]}))
    right = [
        element("li", span("bw-text", *words(item)), attributes={"data-option": item["option"]})
        for item in _items(node, "bw-right")
    ]
    yield element("ol", *left, attributes={"class": "bw-left"})
    yield element("ol", *right, attributes={"class": "bw-right", "type": "A"})


def _order(node: Element) -> Iterator[Element]:
    found = _items(node, "bw-order")
    items = []
    for item in found:
        number: Attributes = {
            "type": "number",
            "min": 1,
            "max": len(found),
            "aria-label": f"{_('Place of:')} {item.astext().strip()}",
        }
        items.append(
            element(
                "li",
                element("input", attributes=number),
                nodes.Text(" "),
                span("bw-text", *words(item)),
                attributes={"data-option": item["option"]},
            )
        )
    yield element("ol", *items, attributes={"class": "bw-order"})


def _field(node: Element) -> Iterator[Element]:
    notes: list[nodes.Node] = []
    if node.get("unit"):
        notes = [nodes.Text(" "), span("bw-unit", nodes.Text(node["unit"]))]
    elif node.get("scale", "number") != "number":
        wanted = {"year": _("the year"), "month": _("month and year")}
        note = wanted.get(node["scale"], _("day, month and year"))
        notes = [nodes.Text(" "), span("bw-note", nodes.Text(note))]
    yield element(
        "label",
        span("bw-label", nodes.Text(_("Your answer"))),
        nodes.Text(" "),
        element("input", attributes=_INPUT),
        *notes,
        attributes={"class": "bw-field"},
    )


def _writing(node: Element) -> Iterator[Element]:
    yield element(
        "label",
        span("bw-label", nodes.Text(_("Your answer"))),
        element("textarea", attributes={"rows": node["lines"]}),
        attributes={"class": "bw-field"},
    )
