"""The directives {quiz} and {question}: questions of a bank in a page."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from bookwork.model.bank import FOLDER, Bank, Entry
from bookwork.model.errors import relative
from bookwork.sphinx.domain import Placed, domain
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.kit import depend_on_bank, kit
from bookwork.sphinx.question import question
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.sphinx.writer import box

if TYPE_CHECKING:
    from sphinx.application import Sphinx

COUNT = "bookwork_questions"


def words(argument: str | None) -> tuple[str, ...]:
    """Return an option's words, split at commas and white space."""
    return tuple((argument or "").replace(",", " ").split())


def _order(argument: str) -> str:
    return str(directives.choice(argument, ("fixed", "seeded")))


class Quizzing(SphinxDirective):
    """What both directives share."""

    def write(self, bank: Bank, entry: Entry) -> list[nodes.Element]:
        """Return a question as nodes, numbered on its page; nothing if it stands elsewhere."""
        number = self.env.temp_data.get(COUNT, 0) + 1
        id = entry.question.id
        placed = Placed(id, bank.id, self.env.docname, number)
        if not domain(self.env).place(placed, self.get_location()):
            return []
        self.env.temp_data[COUNT] = number
        note = entry.question.teacher or "" if is_teachers_edition(self.env.app) else ""
        node = question(self, entry.item, number, relative(bank.path), note=note)
        node["bank"] = bank.id
        self.state.document.note_explicit_target(node)
        return [node]

    def depend(self) -> None:
        """Make the page depend on the bank it names, or on all: what is missing may come."""
        here = kit(self.env.app)
        named = here.banks.get(self.arguments[0]) or here.find(self.arguments[0])
        bank = named[0] if isinstance(named, tuple) else named
        for each in [bank] if bank else here.banks.values():
            depend_on_bank(self.env, each)
        if bank is None:
            self.env.note_dependency(str(here.root / FOLDER / self.arguments[0] / "bank.yml"))

    def complain(self, what: str, mend: str) -> list[nodes.Node]:
        """Warn at the directive, and leave nothing in the page."""
        warn(Subtype.QUIZ, what, mend, self.get_location())
        return []


class Quiz(Quizzing):
    """Questions of one bank: all of them, or a selection, in the bank's order or a seeded one."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "ids": words,
        "except": words,
        "objective": words,
        "level": words,
        "type": words,
        "order": _order,
        "seed": directives.unchanged_required,
        "title": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the quiz."""
        banks = kit(self.env.app).banks
        name = self.arguments[0]
        self.depend()
        if name not in banks:
            return self.complain(f"there is no bank '{name}'", f"use one of {', '.join(banks)}")
        bank = banks[name]
        chosen = self.select(bank)
        if chosen is None:
            return []
        found = [node for entry in chosen for node in self.write(bank, entry)]
        if not found:
            return self.complain("the quiz has no question", "widen its selection")
        label = self.options.get("title", bank.title)
        head = [nodes.rubric("", label)] if "title" in self.options else []
        return [box("bw-quiz", *head, *found, ids=[f"quiz-{bank.id}-{found[0]['ids'][0]}"],
                    quiz=bank.id, label=label)]  # fmt: skip

    def select(self, bank: Bank) -> list[Entry] | None:
        """Return the entries that the options ask for; None (and warn) if one is unknown."""
        entries = bank.entries
        spared = self.options.get("except", ())
        ids = self.options.get("ids", ())
        for id in (*ids, *spared):
            if id not in entries:
                self.complain(f"the bank '{bank.id}' has no question '{id}'", "check the id")
                return None
        chosen = [entries[id] for id in ids] if ids else list(entries.values())
        chosen = [entry for entry in chosen if entry.question.id not in spared]
        for option in ("objective", "level", "type"):
            wanted = self.options.get(option)
            if wanted:
                chosen = [e for e in chosen if getattr(e.question, option) in wanted]
        if self.options.get("order") == "seeded":
            random.Random(self.options.get("seed", bank.id)).shuffle(chosen)
        return chosen


class Question(Quizzing):
    """One question, by its id."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the question."""
        self.depend()
        found = kit(self.env.app).find(self.arguments[0])
        if found is None:
            return self.complain(f"no bank has a question '{self.arguments[0]}'", "check the id")
        bank, entry = found
        return list(self.write(bank, entry))


class GapRole(SphinxRole):
    """A gap of a cloze; the question's writer fills it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the gap."""
        return [nodes.inline("", f"[{self.text}]", classes=["bw-gap"], part=self.text)], []


def setup_quiz(app: Sphinx) -> None:
    """Register the directives and the role of gaps."""
    app.add_directive("quiz", Quiz)
    app.add_directive("question", Question)
    app.add_role("gap", GapRole())
