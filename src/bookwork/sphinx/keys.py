"""The directive {keys}: every question of a bank with its answer, for the teacher who corrects.

Where a question stands is known only when all pages were read: the entries are put in the order
of pages, under their titles, when a page is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from bookwork.mark.feedback import answer_name
from bookwork.model.bank import Bank, Entry
from bookwork.model.errors import relative
from bookwork.model.item import Part
from bookwork.model.markdown import plain
from bookwork.model.primitives import Choice, Extended, Survey
from bookwork.sphinx.answer import AnswerWriter
from bookwork.sphinx.backrefs import placeholder
from bookwork.sphinx.domain import Placed, domain
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.key import part_name
from bookwork.sphinx.kit import depend_on_bank, kit
from bookwork.sphinx.mistakes import mistakes, remarks, right_answers
from bookwork.sphinx.quiz import Quizzing
from bookwork.sphinx.tree import boxes, is_upgraded
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.sphinx.writer import box
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_GAP = re.compile(r"\{gap\}`([^`]+)`")


class Keys(Quizzing):
    """The keys of one bank."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return an entry for each question."""
        if not is_teachers_edition(self.env.app):
            what, mend = "keys are for teachers", "move them to a teacher's page"
            warn(Subtype.EDITION, what, mend, self.get_location())
            return []
        banks = kit(self.env.app).banks
        self.depend()
        if self.arguments[0] not in banks:
            what = f"there is no bank '{self.arguments[0]}'"
            return self.complain(what, f"use one of {', '.join(banks)}")
        bank = banks[self.arguments[0]]
        depend_on_bank(self.env, bank)
        placeholder(self.env, "keys")
        entries = [KeyWriter(self, bank, entry).entry() for entry in bank.entries.values()]
        whole = box("bw-keys", *entries)
        for chip in whole.findall(addnodes.pending_xref):
            chip["listed"] = True  # they point at evidence; the questions themselves rest on it
        return [whole]


class KeyWriter(AnswerWriter):
    """Writes one entry."""

    def __init__(self, directive: Keys, bank: Bank, entry: Entry) -> None:
        super().__init__(directive, entry.item, relative(bank.path))
        self.question = entry.question
        self.objective = bank.objectives[entry.item.objective]

    def entry(self) -> nodes.container:
        """Return what a teacher needs to know of a question."""
        item = self.item
        about = nodes.paragraph("", f"{item.type} · {item.level} · ", classes=["bw-about"])
        about += self.line(self.objective)
        stem = box("bw-entry-stem", *self.parse(item.stem))
        body = [
            *self.offered(),
            *self.answers(),
            *self.why(),
            *self.wrong(),
            *self.samples(),
            *self.note_and_dates(),
        ]
        whole = box("bw-entry", about, stem, *body, self.evidence(),
                    ids=[f"key-{item.id}"], question=item.id)  # fmt: skip
        self.directive.state.document.note_explicit_target(whole)
        return whole

    def offered(self) -> Iterator[nodes.Node]:
        """Yield what an item that is only kept asks for or offers: it has no answer to show it."""
        words: list[str] = []
        for part in self.item.parts if self.item.is_kept else ():
            options = part.task.options if isinstance(part.task, Survey) else ()
            words += [part.prompt] if part.prompt else [option.text for option in options]
        if words:
            rows = [nodes.list_item("", self.paragraph(each)) for each in words]
            yield nodes.bullet_list("", *rows, bullet="-", classes=["bw-entry-offer"])

    def answers(self) -> Iterator[nodes.Node]:
        """Yield the right answer; a text with gaps is shown with its gaps filled."""
        parts = {part.id: part for part in self.item.parts}
        if self.item.passage:
            filled = _GAP.sub(lambda gap: f"**{self.fills(parts[gap[1]])}**", self.item.passage)
            yield _labelled(_("Answer:"), self.parse(filled), "bw-entry-answer")
            return
        for part in parts.values():
            found: list[nodes.Node] = []
            for words in right_answers(self.item, part):
                found.append(nodes.paragraph("", "", *self.line(words)))
            name = self.name(part.id)
            label = f"{_('Answer')} ({name}):" if name else _("Answer:")
            if len(found) > 1:
                items = [nodes.list_item("", each) for each in found]
                found = [nodes.bullet_list("", *items, bullet="-")]
            if found:
                yield _labelled(label, found, "bw-entry-answer")

    def fills(self, part: Part) -> str:
        """Return what belongs in a gap."""
        task = part.task
        if isinstance(task, Choice):
            return "; ".join(plain(option.text) for option in task.options if option.id in task.key)
        return "; ".join(right_answers(self.item, part))

    def name(self, id: str) -> str:
        """Return what a part of several is called."""
        several = len(self.item.parts) > 1
        return (
            next(part_name(self.item, p) for p in self.item.parts if p.id == id) if several else ""
        )

    def why(self) -> Iterator[nodes.Node]:
        """Yield why the answer is right."""
        label = f"{answer_name(self.item)}:" if self.item.is_kept else _("Why:")
        yield _labelled(label, self.parse(self.item.answer), "bw-entry-why")

    def wrong(self) -> Iterator[nodes.Node]:
        """Yield common wrong answers, and what the page says to each."""
        told = [(part, *each) for part in self.item.parts for each in mistakes(self.item, part)]
        yield from self.said(_("Common wrong answers:"), told, "bw-entry-mistakes")
        told = [(part, *each) for part in self.item.parts for each in remarks(part)]
        yield from self.said(_("To one out of place the page says:"), told, "bw-entry-remarks")

    def said(
        self, title: str, told: list[tuple[Part, str, str]], name: str
    ) -> Iterator[nodes.Node]:
        """Yield a list of answers with what the page says to each, under a title; no empty one."""
        items = []
        for part, answer, words in told:
            of = self.name(part.id)
            label = nodes.inline("", "", classes=["bw-wrong"])
            label += [nodes.Text(f"{of}: "), *self.line(answer)] if of else self.line(answer)
            text = self.paragraph(words or _("Wrong."), label, nodes.Text(" — "))
            items.append(nodes.list_item("", text))
        if items:
            yield _labelled(title, [nodes.bullet_list("", *items, bullet="-")], name)

    def samples(self) -> Iterator[nodes.Node]:
        """Yield the rubric and the sample answers of what a person reads."""
        for part in self.item.parts:
            if isinstance(part.task, Extended) and part.task.rubric:
                yield from self.rubric(part.task)

    def note_and_dates(self) -> Iterator[nodes.Node]:
        """Yield the note for the teacher, and for which day the answer holds."""
        if self.question.teacher:
            yield _labelled(_("Note:"), self.parse(self.question.teacher), "bw-entry-note")
        dates = (self.question.as_of, _("As of")), (self.question.review_by, _("look again by"))
        words = [f"{what} {date.words()}" for date, what in dates if date]
        if words:
            yield nodes.paragraph("", f"{'; '.join(words)}.", classes=["bw-about"])


def _labelled(label: str, blocks: list[nodes.Node], name: str) -> nodes.container:
    """Return blocks with a label in front of the first (or above it, if that is no paragraph)."""
    words = nodes.strong("", label)
    first = blocks[0]
    if isinstance(first, nodes.paragraph):
        first.insert(0, [words, nodes.Text(" ")])
        return box(name, *blocks)
    return box(name, nodes.paragraph("", "", words), *blocks)


class SortKeys(SphinxPostTransform):
    """Puts the keys in the order of the book's pages, under links to where each question stands."""

    default_priority = 150

    def run(self, **_kwargs: Any) -> None:
        """Sort entries in place."""
        pages = list(self.env.collect_relations())
        placed = domain(self.env).placed

        def rank(entry: nodes.Element) -> tuple[int, int]:
            at = placed.get(entry["question"])
            if at is None:
                return len(pages) + 1, 0
            return pages.index(at.docname) if at.docname in pages else len(pages), at.number

        for keys in boxes(self.document, "bw-keys"):
            entries = sorted(boxes(keys, "bw-entry"), key=rank)
            groups = groupby(entries, key=lambda entry: _page(placed.get(entry["question"])))
            keys.children = []
            contents = nodes.bullet_list("", bullet="-", classes=["bw-contents"])
            for number, (page, group) in enumerate(groups, 1):
                self.add(keys, contents, page, list(group), f"keys-{number}")
            keys.insert(0, contents)

    def add(
        self, keys: nodes.Element, contents: nodes.Element, page: str,
        entries: list[nodes.Element], anchor: str,
    ) -> None:  # fmt: skip
        """Add the entries of a page below its title, and a line to the contents."""
        title = self.env.titles[page].astext() if page else _("On no page")
        keys += self.heading("h2", self.link(page, "", title), anchor)
        jumps = nodes.paragraph("", "", nodes.strong("", title), nodes.Text(": "))
        for number, entry in enumerate(entries):
            at = domain(self.env).placed.get(entry["question"])
            name = f"{_('Question')} {at.number}" if at else entry["question"]
            link = self.link(page, entry["question"] if at else "", name)
            entry.insert(0, self.heading("h3", link))
            keys += entry
            jump = nodes.reference("", "", refid=entry["ids"][0], internal=True)
            jump += nodes.inline("", str(at.number) if at else entry["question"])
            jumps += [nodes.Text(" "), jump] if number else [jump]
        contents += nodes.list_item("", jumps)

    def link(self, page: str, anchor: str, words: str) -> nodes.Node:
        """Return a link to a page or a question in it."""
        if not page:
            return nodes.Text(words)
        content = nodes.inline("", words)
        return make_refnode(self.app.builder, self.env.docname, page, anchor, content)

    def heading(self, tag: str, content: nodes.Node, anchor: str = "") -> nodes.Element:
        """Return a heading: a real one in HTML, a rubric elsewhere."""
        if is_upgraded(self.app):
            return element(tag, content, attributes={"id": anchor or None})
        return nodes.rubric("", "", content, ids=[anchor] if anchor else [])


def _page(placed: Placed | None) -> str:
    return placed.docname if placed else ""


def setup_keys(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("keys", Keys)
    app.add_post_transform(SortKeys)
