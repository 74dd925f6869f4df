"""The directive {solutions}: what a teacher needs to know of a lab's tasks.

Plain nodes, by class:

    table.bw-minutes                how long each task takes, and all of them
    section.bw-solution…            a task: ids, its title
      paragraph.bw-about            its minutes, and its objective
      …                             what is asked
      literal_block                 a solution; marked: the numbers of the lines that students write
      container.bw-solution-finding what students should find
      container.bw-solution-note    where they get stuck
      container.bw-solution-says    wrong answers, with what the check says to each
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from bookwork.labwords import GENERAL
from bookwork.model.lab import Lab
from bookwork.model.task import Task
from bookwork.sphinx.edition import is_teachers_edition
from bookwork.sphinx.kit import kit
from bookwork.sphinx.lab import Labbing, body_of, code_block, table
from bookwork.sphinx.prose import inline
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.sphinx.writer import box
from bookwork.strings import plural
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_GAP = re.compile(r"\{\w+\}")


class Solutions(Labbing):
    """The answers of a lab, for teachers."""

    def run(self) -> list[nodes.Node]:
        """Return how long the tasks take, and a section for each."""
        if not is_teachers_edition(self.env.app):
            what, mend = "solutions are for teachers", "move them to a teacher's page"
            warn(Subtype.EDITION, what, mend, self.get_location())
            return []
        self.depend()
        labs = kit(self.env.app).labs
        if self.arguments[0] not in labs:
            what = f"there is no lab '{self.arguments[0]}'"
            return self.complain(what, f"use one of {', '.join(labs)}" if labs else "write one")
        lab = labs[self.arguments[0]]
        found: list[nodes.Node] = [minutes_of(lab)]
        found += [self.section(lab, task) for task in lab.tasks.values()]
        for each in found:
            for chip in each.findall(addnodes.pending_xref):
                chip["listed"] = True  # they point at evidence; the tasks themselves rest on it
        return found

    def section(self, lab: Lab, task: Task) -> nodes.section:
        """Return what a teacher needs to know of a task."""
        minutes = plural("{n} minute", "{n} minutes", task.minutes)
        about = nodes.paragraph("", f"{minutes} · ", classes=["bw-about"])
        objective = kit(self.env.app).banks[lab.id].objectives[task.objective]
        about += inline(self.parse(lab, objective))
        body = [
            about,
            *self.parse(lab, task.ask),
            nodes.rubric("", _("A solution")),
            solution(lab, task),
            box(
                "bw-solution-finding",
                *self.labelled(lab, _("What students should find:"), task.finding),
            ),
        ]
        if task.note:
            body.append(box("bw-solution-note", *self.labelled(lab, _("Note:"), task.note)))
        title = nodes.rubric("", _("Wrong answers, and what the check says"))
        listed = nodes.bullet_list("", *self.said(lab, task), bullet="-")
        body += [title, box("bw-solution-says", listed)]
        heading = nodes.title("", task.title)
        section = nodes.section("", heading, *body, classes=["bw-solution"])
        section["ids"].append(f"solution-{task.id}")
        self.set_source_info(section)
        self.state.document.note_explicit_target(section)
        return section

    def said(self, lab: Lab, task: Task) -> Iterator[nodes.list_item]:
        """Yield each of the task's messages behind the wrong answers that get it.

        So are those of all tasks, if there is a wrong answer for one.
        """
        for id, message in {**task.messages, **GENERAL}.items():
            names = [trial.name for trial in lab.trials[task.id].wrong if trial.gets == id]
            if not names and id in GENERAL:
                continue
            words = nodes.paragraph("", "")
            if names:
                words += [nodes.emphasis("", "; ".join(names)), nodes.Text(" — ")]
            # What fills a gap is the student's own; it may end the sentence.
            words += inline(self.parse(lab, _GAP.sub("…", message).replace("….", "…")))
            yield nodes.list_item("", words)


def minutes_of(lab: Lab) -> nodes.table:
    """Return how long each task takes, and all of them."""
    rows = [[task.title, str(task.minutes)] for task in lab.tasks.values()]
    count = plural("{n} task", "All {n} tasks", len(rows))
    return table([_("Task"), _("Minutes")], [*rows, [count, str(lab.minutes)]], "bw-minutes")


def solution(lab: Lab, task: Task) -> nodes.literal_block:
    """Return the model's code, with the lines marked that are not the starter's."""
    starter, model = (body_of(cells[task.id]) for cells in (lab.starters, lab.models))
    block = code_block(model)
    matcher = difflib.SequenceMatcher(None, starter.split("\n"), model.split("\n"), autojunk=False)
    block["marked"] = [
        number + 1
        for tag, _a, _b, start, end in matcher.get_opcodes()
        if tag in ("insert", "replace")
        for number in range(start, end)
    ]
    block["highlight_args"] = {"hl_lines": block["marked"]}
    return block


def setup_solutions(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("solutions", Solutions)
