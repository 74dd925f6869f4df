"""The HTML upgrade: plain quiz nodes become forms that work without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from bookwork.sphinx.config import config
from bookwork.sphinx.domain import domain
from bookwork.sphinx.htmlnodes import Attributes, element, quiet
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Element = nodes.Element
PLAIN = frozenset({"epub"})
"""Builders that write HTML but get the plain nodes: their readers run no script."""


def is_upgraded(app: Sphinx) -> bool:
    """Return whether a build's pages get forms and scripts."""
    return app.builder.format == "html" and app.builder.name not in PLAIN


def boxes(node: Element, name: str) -> list[Element]:
    """Return the elements of a class inside a node, in order."""
    return [each for each in node.findall(nodes.Element) if name in each.get("classes", [])]


class UpgradeQuiz(SphinxPostTransform):
    """Turns every question of an HTML page into a form."""

    # After references are resolved (10), before smart layouts of other extensions.
    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Upgrade quizzes and questions in place."""
        if not is_upgraded(self.app):
            return
        book = {
            "data-book": config(self.app).book,
            "data-book-total": len(domain(self.env).placed),
        }
        for node in boxes(self.document, "bw-question"):
            inside = node.parent is not None and "bw-quiz" in node.parent.get("classes", [])
            extra = {} if inside else {"data-quiz": node["bank"], **book}
            node.replace_self(_question(node, extra))
        for node in boxes(self.document, "bw-quiz"):
            attributes = {
                "class": "bw-quiz",
                "id": node["ids"][0] if node["ids"] else None,
                "data-quiz": node["quiz"],
                "aria-label": node["label"],
                **book,
            }
            node.replace_self(element("section", *node.children, attributes=attributes))


class SlimChips(SphinxPostTransform):
    """Writes a chip as one small link, and a citation inside a question without its long title.

    A page has a hundred of them: their markup would weigh more than the prose.
    """

    default_priority = 190

    def run(self, **_kwargs: Any) -> None:
        """Slim links in place."""
        if not is_upgraded(self.app):
            return
        for link in list(self.document.findall(nodes.reference)):
            if len(link) == 1 and "bw-chip" in getattr(link[0], "attributes", {}).get(
                "classes", []
            ):
                attributes = {
                    "class": "bw-chip",
                    "href": link.get("refuri") or f"#{link.get('refid')}",
                    "title": None if _inside(link, "bw-question") else link.get("reftitle"),
                }
                link.replace_self(element("a", *link[0].children, attributes=attributes))
        for question in boxes(self.document, "bw-question"):
            for link in question.findall(nodes.reference):
                link.attributes.pop("reftitle", None)
        for citation in boxes(self.document, "bibtex-citation"):
            for link in citation.findall(nodes.reference):
                title = link.get("reftitle", "")
                link["reftitle"] = title.partition(" URL: ")[0]


class GatherAnswers(SphinxPostTransform):
    """Moves the answers of a quiz behind it, where nothing can hide them (print, text, EPUB)."""

    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Move answers in place."""
        if is_upgraded(self.app) or self.app.builder.name == "gettext":
            return
        for quiz in boxes(self.document, "bw-quiz"):
            answers = boxes(quiz, "bw-key")
            for answer in answers:
                answer.parent.remove(answer)
            if answers:
                title = nodes.rubric("", _("Answers"))
                quiz += nodes.container("", title, *answers, classes=["bw-answers"])


def _inside(node: nodes.Node, name: str) -> bool:
    """Return whether a node stands inside an element of a class."""
    parent = node.parent
    while parent is not None:
        if name in parent.get("classes", []):
            return True
        parent = parent.parent
    return False


def _span(name: str, *children: nodes.Node) -> Element:
    return element("span", *children, attributes={"class": name})


def _question(node: Element, extra: dict[str, Any]) -> Element:
    """Return a question's form."""
    stem = [child for child in node.children if not _is_ours(child)]
    first = stem[0]
    number, _space, *words = first.children
    legend = element(
        "legend",
        _span("bw-number", nodes.Text(number.astext())),
        nodes.Text(" "),
        _span("bw-stem", *words),
    )
    more = [element("div", *stem[1:], attributes={"class": "bw-more"})] if stem[1:] else []
    work = [_passage(each, node["ids"][0]) for each in _children(node, "bw-passage")]
    parts = _children(node, "bw-part")
    work += [_part(part, alone=len(parts) == 1) for part in parts]
    fieldset = element("fieldset", legend, *more, *work, attributes={"class": "bw-item"})
    hint, key = _children(node, "bw-hint")[0], _children(node, "bw-key")[0]
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
        _key(key),
        _script(node["task"]),
        attributes=attributes,
    )


def _is_ours(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and any(
        name.startswith("bw-") for name in node["classes"]
    )


def _children(node: Element, name: str) -> list[Element]:
    return [
        child
        for child in node.children
        if isinstance(child, nodes.Element) and name in child.get("classes", [])
    ]


def _script(task: dict[str, Any]) -> nodes.raw:
    """Return the task as data that no parser of HTML can take for markup."""
    written = json.dumps(task, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return nodes.raw("", f'<script type="application/json">{written}</script>', format="html")


# Parts ------------------------------------------------------------------------------------


def _part(node: Element, *, alone: bool) -> Element:
    """Return a part's controls: in a fieldset of its own when an item has several."""
    prompts = _children(node, "bw-prompt")
    controls = list(_controls(node))
    attributes = {"class": "bw-part", "data-part": node["part"], "data-kind": node["kind"]}
    if alone or not prompts:
        return element("div", *controls, attributes=attributes)
    legend = element("legend", *prompts[0].children)
    return element("fieldset", legend, *controls, attributes=attributes)


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


def words(node: Element) -> list[nodes.Node]:
    """Return an element's text as inline content: a label holds no paragraphs."""
    found: list[nodes.Node] = []
    for child in node.children:
        if isinstance(child, nodes.paragraph):
            found += [nodes.Text(" "), *child.children] if found else child.children
        elif isinstance(child, nodes.container):
            found += [nodes.Text(" "), *words(child)] if found else words(child)
        else:
            found.append(child)
    return found


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
            _span("bw-text", *words(item)),
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
        label = element("label", _span("bw-text", *words(item)), nodes.Text(" "), _select(letters))
        left.append(element("li", label, attributes={"data-option": item["option"]}))
    right = [
        element("li", _span("bw-text", *words(item)), attributes={"data-option": item["option"]})
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
                _span("bw-text", *words(item)),
                attributes={"data-option": item["option"]},
            )
        )
    yield element("ol", *items, attributes={"class": "bw-order"})


_INPUT = {"type": "text"}  # the script turns completion and correction off


def _field(node: Element) -> Iterator[Element]:
    notes: list[nodes.Node] = []
    if node.get("unit"):
        notes = [nodes.Text(" "), _span("bw-unit", nodes.Text(node["unit"]))]
    elif node.get("scale", "number") != "number":
        wanted = {"year": _("the year"), "month": _("month and year")}
        note = wanted.get(node["scale"], _("day, month and year"))
        notes = [nodes.Text(" "), _span("bw-note", nodes.Text(note))]
    yield element(
        "label",
        _span("bw-label", nodes.Text(_("Your answer"))),
        nodes.Text(" "),
        element("input", attributes=_INPUT),
        *notes,
        attributes={"class": "bw-field"},
    )


def _writing(node: Element) -> Iterator[Element]:
    yield element(
        "label",
        _span("bw-label", nodes.Text(_("Your answer"))),
        element("textarea", attributes={"rows": node["lines"]}),
        attributes={"class": "bw-field"},
    )


def _passage(node: Element, item: str) -> Element:
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


# Hint and answer --------------------------------------------------------------------------


def _block(node: nodes.Node) -> nodes.Node:
    """Return a box of ours as a <div> of one class; anything else as it is."""
    if _is_ours(node):
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


def _key(node: Element) -> Element:
    found: list[nodes.Node] = []
    for child in node.children:
        names: list[str] = child.get("classes", []) if isinstance(child, nodes.Element) else []
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
    return _details("bw-key", _("Answer and why"), *found)


def setup_upgrade(app: Sphinx) -> None:
    """Register the transforms."""
    app.add_post_transform(SlimChips)
    app.add_post_transform(UpgradeQuiz)
    app.add_post_transform(GatherAnswers)
