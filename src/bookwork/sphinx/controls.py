"""The controls of a question's parts: native inputs, to be used with or without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from string import ascii_uppercase

from docutils import nodes

from bookwork.sphinx.htmlnodes import Attributes, element
from bookwork.sphinx.tree import Element, boxes, children, words
from bookwork.strings import text as _

_INPUT = {"type": "text"}  # the script turns completion and correction off


def part_form(node: Element, look: str, *, alone: bool) -> Element:
    """Return a part's controls: in a fieldset of its own when an item has several.

    A prompt to write is the label of its box: a group of one would be told twice.
    """
    prompts = children(node, "bw-prompt")
    attributes = {"class": "bw-part", "data-part": node["part"], "data-kind": node["kind"]}
    if node["kind"] == "extended":
        label = prompts[0].children if prompts else [nodes.Text(_("Your answer"))]
        return element("div", _writing(label, node["lines"]), attributes=attributes)
    controls = list(_controls(node, look))
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


def bank(node: Element) -> Element:
    """Return the words of a word bank as a list with a name."""
    name, listed = node.children
    items = listed.findall(nodes.list_item)
    return _bank(name.astext().rstrip(":"), [words(item) for item in items])


def span(name: str, *children: nodes.Node) -> Element:
    """Return a span of a class."""
    return element("span", *children, attributes={"class": name})


def _controls(node: Element, look: str) -> Iterator[Element]:
    makers: dict[str, Callable[[Element], Iterable[Element]]] = {
        "choice": _choice,
        "spans": _choice,
        "region": _region,
        "survey": _choice,
        "match": {"grid": _grid, "categories": _categories}.get(look, _match),
        "order": _order,
        "text": _field,
        "numeric": _field,
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
            "type": "checkbox" if node.get("many") else "radio",
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


def _region(node: Element) -> Iterator[Element]:
    svg = nodes.raw("", node["svg"], format="html")
    yield element("div", svg, attributes={"class": "bw-picture bw-region"})
    yield from _choice(node)


def _select(options: Iterable[tuple[str, str]], **attributes: str) -> Element:
    chosen = [element("option", nodes.Text("–"), attributes={"value": ""})]
    chosen += [
        element("option", nodes.Text(text), attributes={"value": value}) for value, text in options
    ]
    return element("select", *chosen, attributes=attributes)


def _match(node: Element) -> Iterator[Element]:
    letters = list(zip(node["right"], ascii_uppercase, strict=False))
    yield _lists(node, letters)
    right = [
        element("li", span("bw-text", *words(item)), attributes={"data-option": item["option"]})
        for item in _items(node, "bw-right")
    ]
    yield element("ol", *right, attributes={"class": "bw-right", "type": "A"})


def _lists(node: Element, options: list[tuple[str, str]]) -> Element:
    """Return the left side of a match, a native list beside each thing."""
    left = []
    for item in _items(node, "bw-left"):
        label = element("label", span("bw-text", *words(item)), nodes.Text(" "), _select(options))
        left.append(element("li", label, attributes={"data-option": item["option"]}))
    return element("ol", *left, attributes={"class": "bw-left"})


def _categories(node: Element) -> Iterator[Element]:
    """Yield the categories, and lists that offer their very words."""
    boxes = _items(node, "bw-right")
    yield _bank(_("Categories"), [words(box) for box in boxes])
    yield _lists(node, [(box["option"], box.astext().strip()) for box in boxes])


def _bank(name: str, shown: Iterable[list[nodes.Node]]) -> Element:
    rows = (element("li", *each) for each in shown)
    return element("ul", *rows, attributes={"class": "bw-bank", "aria-label": name})


def _copies(shown: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return nodes once more: they stand in several places."""
    return [each.deepcopy() for each in shown]


def _grid(node: Element) -> Iterator[Element]:
    """Yield a table of radio buttons; each is named by its row and its column.

    A narrow page shows the column's name beside each button, and no head.
    """
    columns = [(item["option"], words(item)) for item in _items(node, "bw-right")]
    base = node["name"]
    head = [
        element(
            "th",
            *_copies(text),
            attributes={"scope": "col", "id": f"{base}.{number}"},
        )
        for number, (_option, text) in enumerate(columns)
    ]
    rows = []
    for item in _items(node, "bw-left"):
        row = f"{base}.{item['option']}"
        cells = [
            element(
                "td",
                element(
                    "label",
                    element(
                        "input",
                        attributes={
                            "type": "radio",
                            "name": row,
                            "value": option,
                            "aria-labelledby": f"{row}. {base}.{number}",
                        },
                    ),
                    nodes.Text(" "),
                    span("bw-text", *_copies(text)),
                ),
            )
            for number, (option, text) in enumerate(columns)
        ]
        name = element("span", *words(item), attributes={"class": "bw-text", "id": f"{row}."})
        header = element("th", name, attributes={"scope": "row"})
        rows.append(element("tr", header, *cells, attributes={"data-option": item["option"]}))
    yield element(
        "table",
        element("thead", element("tr", element("td"), *head)),
        element("tbody", *rows),
        attributes={"class": "bw-grid"},
    )


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


def _writing(label: Iterable[nodes.Node], lines: int) -> Element:
    return element(
        "label",
        span("bw-label", *label),
        element("textarea", attributes={"rows": lines}),
        attributes={"class": "bw-field"},
    )
