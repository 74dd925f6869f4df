"""A question in the page, as ordinary docutils nodes that every builder can write.

Structure, by class (the HTML upgrade and the writers of print go by these):

    container.bw-question   ids: the question's; number, type, digest, task (for the script)
      paragraph…            the stem; its first paragraph starts with the number
      container.bw-part     part: its id; kind
        …                   options, gaps, room to write
      container.bw-hint
      container.bw-key      the answer, why, feedback, evidence; moved behind the quiz in print
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, repeat
from string import ascii_uppercase
from typing import TYPE_CHECKING, assert_never

from docutils import nodes

from bookwork.model.evidence import EvidenceRef
from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Option,
    Order,
    Spans,
    Text,
)
from bookwork.model.shuffle import shuffled
from bookwork.sphinx.chips import chip
from bookwork.sphinx.key import answer_words, foreseen_words, part_name, scale_words
from bookwork.sphinx.kit import kit
from bookwork.sphinx.prose import inline, parse
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective

BLANK = "\N{LOW LINE}" * 12


def question(directive: SphinxDirective, item: Item, number: int, source: str) -> nodes.container:
    """Return a question as nodes; `source` is its bank's file."""
    return Writer(directive, item, source).write(number)


def box(class_: str, /, *children: nodes.Node, **attributes: object) -> nodes.container:
    """Return a container of a class of ours."""
    return nodes.container("", *children, classes=[class_], **attributes)


class Writer:
    """Writes one item; holds what every step of it needs."""

    def __init__(self, directive: SphinxDirective, item: Item, source: str) -> None:
        self.directive = directive
        self.item = item
        self.source = source

    def parse(self, text: str) -> list[nodes.Node]:
        """Return a text of the bank as nodes."""
        return parse(self.directive, text, self.source)

    def line(self, text: str) -> list[nodes.Node]:
        """Return a text's inline content (blocks, if it has several paragraphs)."""
        return inline(self.parse(text))

    def paragraph(self, text: str, *before: nodes.Node) -> nodes.Element:
        """Return a text as one element, with nodes in front of it."""
        blocks = self.parse(text)
        if len(blocks) != 1 or not isinstance(blocks[0], nodes.paragraph):
            return nodes.container("", nodes.paragraph("", "", *before), *blocks)
        if not before:
            return blocks[0]
        return nodes.paragraph("", "", *before, _apart(blocks[0]))

    def write(self, number: int) -> nodes.container:
        """Return the whole question."""
        item = self.item
        stem = self.parse(item.stem)
        name = nodes.strong("", f"{_('Question')} {number}", classes=["bw-number"])
        opening = nodes.paragraph("", "", name, nodes.Text(" "))
        if isinstance(first := stem[0], nodes.paragraph):
            opening += _apart(first)
            del stem[0]
        stem.insert(0, opening)
        parts = list(self.passage()) if item.passage else [self.part(part) for part in item.parts]
        whole = box(
            "bw-question",
            *stem,
            *parts,
            box(
                "bw-hint",
                self.paragraph(item.hint, nodes.emphasis("", _("Hint:")), nodes.Text(" ")),
            ),
            box("bw-key", *self.key(number)),
            ids=[item.id],
            number=number,
            type=item.type,
            digest=item.digest(),
            look=item.look,
            task=item.task(),
        )
        self.directive.set_source_info(whole)
        return whole

    # What the reader works on ------------------------------------------------------------

    def passage(self) -> Iterable[nodes.Node]:
        """Yield a cloze's text; each {gap} role becomes a numbered blank that knows its part."""
        blocks = self.parse(self.item.passage)
        parts = {part.id: part for part in self.item.parts}
        whole = box("bw-passage", *blocks)
        gaps = [gap for gap in whole.findall(nodes.inline) if "bw-gap" in gap["classes"]]
        for number, gap in enumerate(gaps, 1):
            task = parts[gap["part"]].task
            gap["number"] = number
            shown = BLANK
            if isinstance(task, Choice):
                # A native list shows words only, and so does the blank that stands for it.
                gap["options"] = [(option.id, plain(option.text)) for option in task.options]
                shown = " / ".join(text for _id, text in gap["options"])
            gap["kind"] = "choice" if isinstance(task, Choice) else "text"
            gap.children = []
            gap += nodes.Text(f"[{number}: {shown}]")
        yield whole

    def part(self, part: Part) -> nodes.container:
        """Return what a part gives the reader to do."""
        prompt = [nodes.paragraph("", "", *self.line(part.prompt))] if part.prompt else []
        for node in prompt:
            node["classes"].append("bw-prompt")
        kind = next(p["kind"] for p in self.item.task()["parts"] if p["id"] == part.id)
        attributes = {"part": part.id, "kind": kind, "name": f"{self.item.id}.{part.id}"}
        return box("bw-part", *prompt, *self.body(part, attributes), **attributes)

    def body(self, part: Part, attributes: dict[str, object]) -> Iterable[nodes.Node]:
        """Yield what a part offers; add to its attributes what the form needs."""
        task = part.task
        match task:
            case Choice():
                attributes["many"] = task.many
                yield self.options(task.options, ascii_uppercase, "bw-options")
            case Spans():
                attributes["many"] = True
                ids = [option.id for option in task.options]
                yield self.options(task.options, ids, "bw-options", "bw-spans")
            case Match():
                right = shuffled(task.right, self.item.id)
                attributes["right"] = [option.id for option in right]
                yield self.options(task.left, count(1), "bw-left")
                yield self.options(right, ascii_uppercase, "bw-right")
            case Order():
                options = shuffled(task.options, self.item.id, task.before)
                yield self.options(options, repeat(""), "bw-order")
            case Text():
                yield self.room()
            case Numeric():
                attributes["scale"] = task.scale
                attributes["unit"] = task.units[0] if task.units else ""
                yield self.room(task.units[0] if task.units else scale_words(task))
            case Extended():
                attributes["lines"] = task.lines
                yield self.room()
            case _:
                assert_never(task)

    def room(self, note: str = "") -> nodes.paragraph:
        """Return a line to write on."""
        words = f"{_('Your answer:')} {BLANK}" + (f" ({note})" if note else "")
        return nodes.paragraph("", words, classes=["bw-room"])

    def options(
        self, options: Iterable[Option], names: Iterable[object], *classes: str
    ) -> nodes.bullet_list:
        """Return a list of options, each named by a letter, number or id in its own text.

        Not left to the list's numbering: some builders know only 1, 2, 3, and the key says B.
        """
        items = []
        for option, name in zip(options, names, strict=False):
            label = [nodes.strong("", str(name), classes=["bw-letter"]), nodes.Text(" ")]
            text = self.paragraph(option.text, *(label if name else []))
            items.append(nodes.list_item("", text, option=option.id))
        return nodes.bullet_list("", *items, bullet="-", classes=list(classes))

    # What stands behind the answer -------------------------------------------------------

    def key(self, number: int) -> Iterable[nodes.Node]:
        """Yield the answer, why it is right, feedback for every response, and the evidence."""
        label = nodes.strong("", f"{_('Question')} {number}", classes=["bw-key-number"])
        for part in self.item.parts:
            yield from self.key_line(part, label)
        yield box("bw-why", *self.parse(self.item.answer))
        feedback = [entry for part in self.item.parts for entry in self.feedback(part)]
        if feedback:
            yield nodes.bullet_list("", *feedback, bullet="-", classes=["bw-feedback"])
        for part in self.item.parts:
            if isinstance(part.task, Extended):
                yield from self.rubric(part.task)
        yield self.evidence()

    def key_line(self, part: Part, label: nodes.strong) -> Iterable[nodes.Node]:
        """Yield the line that names a part's right answer."""
        words = answer_words(part)
        if words is None:
            return
        several = len(self.item.parts) > 1
        name = f"{_('Answer')} ({part_name(self.item, part)}):" if several else f"{_('Answer:')}"
        line = self.paragraph(words, label.deepcopy(), nodes.Text(" "),
                              nodes.strong("", name), nodes.Text(" "))  # fmt: skip
        line["classes"].append("bw-key-line")
        yield line

    def feedback(self, part: Part) -> Iterable[nodes.list_item]:
        """Yield feedback for each response that has its own, marked with the code it goes with."""
        task = part.task
        match task:
            case Choice():
                letters = zip(ascii_uppercase, task.options, strict=False)
                entries = [(f"option:{o.id}", letter, o.feedback) for letter, o in letters]
            case Spans():
                entries = [(f"option:{o.id}", o.id, o.feedback) for o in task.options]
            case Order():
                entries = [(f"option:{o.id}", o.text, o.feedback) for o in task.options]
            case Match():
                entries = [
                    (f"option:{option.id}", str(number), option.feedback)
                    for number, option in enumerate(task.left, 1)
                ]
                entries += [(f"right:{o.id}", o.text, o.feedback) for o in task.right]
            case Text() | Numeric():
                entries = [*foreseen_words(task.wrong), ("otherwise", _("Other"), task.otherwise)]
            case Extended():
                entries = []
            case _:
                assert_never(task)
        for code, name, words in entries:
            if words:
                label = nodes.strong("", "", *self.line(name), classes=["bw-letter"])
                yield nodes.list_item(
                    "", self.paragraph(words, label, nodes.Text(" ")), code=f"{part.id}/{code}"
                )

    def rubric(self, task: Extended) -> Iterable[nodes.Node]:
        """Yield what a written answer is compared with."""
        criteria = [nodes.list_item("", self.paragraph(words)) for words in task.rubric]
        yield nodes.paragraph("", "", nodes.strong("", _("Look for:")))
        yield nodes.bullet_list("", *criteria, bullet="-", classes=["bw-rubric"])
        samples = nodes.definition_list(classes=["bw-samples"])
        for sample in task.samples:
            term = nodes.term("", sample.level)
            why = self.paragraph(sample.why, nodes.emphasis("", _("Why:")), nodes.Text(" "))
            body = nodes.definition("", *self.parse(sample.text), why)
            samples += nodes.definition_list_item("", term, body)
        yield samples

    def evidence(self) -> nodes.paragraph:
        """Return the line of chips; sources are cited."""
        here = kit(self.directive.env.app)
        line = nodes.paragraph("", f"{_('Evidence:')} ", classes=["bw-evidence"])
        for id in self.item.evidence:
            ref = EvidenceRef.parse(id)
            if ref.kind == "source":
                line += self.line(f"{{cite:p}}`{id}`")
            else:
                line += chip(here, ref)
            line += nodes.Text(" ")
        return line


def _apart(text: nodes.Element) -> nodes.inline:
    """Return a parsed paragraph as inline content, to stand behind a label.

    It keeps its source apart, so that a translation replaces the text and not the label.
    """
    found = nodes.inline(text.rawsource, "", *text.children, translatable=True)
    found.source, found.line = text.source, text.line
    return found
