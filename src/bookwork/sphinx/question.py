"""A question in the page, as ordinary docutils nodes that every builder can write.

Structure, by class (the HTML upgrade and the writers of print go by these):

    container.bw-question   ids: the question's; number, type, digest, task (for the script)
      paragraph…            the stem; its first paragraph starts with the number
      container.bw-bank     the words of a word bank, above its passage
      container.bw-part     part: its id; kind
        …                   options, gaps, room to write
      container.bw-hint
      container.bw-key      the answer, why, feedback, evidence, the teacher's note; behind the quiz
                            in formats without forms
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, repeat
from string import ascii_uppercase
from typing import TYPE_CHECKING, assert_never

from docutils import nodes

from bookwork.mark.feedback import answer_name
from bookwork.model.item import Item, Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Option,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.shuffle import partners, shuffled
from bookwork.sphinx.answer import AnswerWriter
from bookwork.sphinx.key import scale_words
from bookwork.sphinx.writer import apart, box
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective

BLANK = "\N{LOW LINE}" * 12


def question(
    directive: SphinxDirective, item: Item, number: int, source: str, *, note: str = ""
) -> nodes.container:
    """Return a question as nodes; `source` is its bank's file, `note` what a teacher is told."""
    return _Writer(directive, item, source).write(number, note)


class _Writer(AnswerWriter):
    """Writes one item: what the reader works on, and what stands behind it."""

    def write(self, number: int, note: str) -> nodes.container:
        """Return the whole question."""
        item = self.item
        stem = self.parse(item.stem)
        name = nodes.strong("", f"{_('Question')} {number}", classes=["bw-number"])
        opening = nodes.paragraph("", "", name, nodes.Text(" "))
        if isinstance(first := stem[0], nodes.paragraph):
            opening += apart(first)
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
            box("bw-key", *self.key(number), *self.note(note)),
            ids=[item.id],
            number=number,
            type=item.type,
            digest=item.digest(),
            look=item.look,
            answer=answer_name(item) if item.is_kept else _("Answer and why"),
            task=item.task(),
        )
        self.directive.set_source_info(whole)
        return whole

    # What the reader works on ------------------------------------------------------------

    def passage(self) -> Iterable[nodes.Node]:
        """Yield a cloze's text; each {gap} role becomes a numbered blank that knows its part.

        Gaps that share their words show them once, above the text.
        """
        shared = self.item.look == "wordbank"
        if shared and isinstance(task := self.item.parts[0].task, Choice):
            words = [nodes.list_item("", self.paragraph(word.text)) for word in task.options]
            name = nodes.paragraph("", _("Word bank:"))
            yield box("bw-bank", name, nodes.bullet_list("", *words, bullet="-"))
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
                shown = BLANK if shared else " / ".join(text for _id, text in gap["options"])
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
            case Survey():
                attributes["many"] = task.many
                yield self.options(task.options, ascii_uppercase, "bw-options")
            case Region():
                attributes["view"] = task.view
                yield self.options(task.areas, ascii_uppercase, "bw-options")
            case Spans():
                attributes["many"] = True
                ids = [option.id for option in task.options]
                yield self.options(task.options, ids, "bw-options", "bw-spans")
            case Match():
                right = partners(self.item, task)
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
        return nodes.paragraph("", words, classes=["bw-room"], note=note)

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
