"""What stands behind a question's answer: the key, why, feedback, rubric and evidence."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase
from typing import assert_never

from docutils import nodes

from bookwork.mark.feedback import answer_name
from bookwork.model.evidence import EvidenceRef
from bookwork.model.item import Part
from bookwork.model.primitives import (
    Choice,
    Extended,
    Match,
    Numeric,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.sphinx.chips import chip
from bookwork.sphinx.key import answer_words, foreseen_words, part_name
from bookwork.sphinx.kit import kit
from bookwork.sphinx.writer import Writer, box
from bookwork.strings import text as _


class AnswerWriter(Writer):
    """Writes what stands behind the answer of one item."""

    def key(self, number: int) -> Iterable[nodes.Node]:
        """Yield the answer, why it is right, feedback for every response, and the evidence."""
        label = nodes.strong("", f"{_('Question')} {number}", classes=["bw-key-number"])
        lines = [line for part in self.item.parts for line in self.key_line(part, label)]
        if not lines:  # behind the quiz, a reader must still find whose answer this is
            name = nodes.strong("", f"{answer_name(self.item)}:")
            head = nodes.paragraph("", "", label, nodes.Text(" "), name)
            head["classes"].append("bw-key-head")
            lines.append(head)
        yield from lines
        yield box("bw-why", *self.parse(self.item.answer))
        feedback = [entry for part in self.item.parts for entry in self.feedback(part)]
        if feedback:
            yield nodes.bullet_list("", *feedback, bullet="-", classes=["bw-feedback"])
        for part in self.item.parts:
            if isinstance(part.task, Extended) and part.task.rubric:
                yield from self.rubric(part.task)
        yield self.evidence()

    def key_line(self, part: Part, label: nodes.strong) -> Iterable[nodes.Node]:
        """Yield the line that names a part's right answer."""
        words = answer_words(self.item, part)
        if words is None:
            return
        several = len(self.item.parts) > 1
        name = f"{_('Answer')} ({part_name(self.item, part)}):" if several else f"{_('Answer:')}"
        line = self.paragraph(words, label.deepcopy(), nodes.Text(" "),
                              nodes.strong("", name), nodes.Text(" "))  # fmt: skip
        line["classes"].append("bw-key-line")
        yield line

    def feedback(self, part: Part) -> Iterable[nodes.list_item]:
        """Yield feedback for each response that has its own, marked with the codes it goes with.

        Responses that are told the same share one entry.
        """
        shared: dict[str, list[tuple[str, str]]] = {}
        for code, name, words in self.told(part):
            if words:
                shared.setdefault(words, []).append((f"{part.id}/{code}", name))
        for words, responses in shared.items():
            names = ", ".join(name for _code, name in responses)
            label = nodes.strong("", "", *self.line(names), classes=["bw-letter"])
            yield nodes.list_item(
                "",
                self.paragraph(words, label, nodes.Text(" ")),
                code=" ".join(code for code, _name in responses),
            )

    def told(self, part: Part) -> Iterable[tuple[str, str, str]]:
        """Return feedback codes, each with what it is about and the words."""
        task = part.task
        match task:
            case Choice() if self.item.look == "wordbank":
                return [(f"option:{o.id}", o.text, o.feedback) for o in task.options]
            case Choice(options=options) | Region(areas=options):
                letters = zip(ascii_uppercase, options, strict=False)
                return [(f"option:{o.id}", letter, o.feedback) for letter, o in letters]
            case Spans():
                return [(f"option:{o.id}", o.id, o.feedback) for o in task.options]
            case Order():
                return [(f"option:{o.id}", o.text, o.feedback) for o in task.options]
            case Match():
                rows = enumerate(task.left, 1)
                return [
                    *((f"option:{o.id}", str(number), o.feedback) for number, o in rows),
                    *((f"right:{o.id}", o.text, o.feedback) for o in task.right),
                ]
            case Text() | Numeric():
                return [*foreseen_words(task.wrong), ("otherwise", _("Other"), task.otherwise)]
            case Survey() | Extended():
                return []
            case _:
                assert_never(task)

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

    def note(self, words: str) -> Iterable[nodes.Node]:
        """Yield the note for the teacher, in the edition that has it."""
        if words:
            label = nodes.strong("", _("For the teacher:"))
            yield box("bw-note", self.paragraph(words, label, nodes.Text(" ")))

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
