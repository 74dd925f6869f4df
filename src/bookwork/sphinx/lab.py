"""The directive {task}: one task of a lab.

Plain nodes, by class (the HTML upgrade and the writers of print go by these):

    container.bw-task               ids: the task's; task: its id, title: its title, lab: the lab's
      …                             what is asked
      container.bw-task-code        what stands in the cell to begin with
      container.bw-task-hint…       one after the other
      container.bw-paper            the same without a computer
      container.bw-find             “What did you find?”, room to write
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.model.errors import relative
from bookwork.model.lab import FILE, Lab
from bookwork.model.task import Paper, Task
from bookwork.sphinx.htmlnodes import element, quiet
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.prose import parse
from bookwork.sphinx.sheet import room
from bookwork.sphinx.tree import boxes, children, is_upgraded
from bookwork.sphinx.warnings import Subtype, warn
from bookwork.sphinx.writer import apart, box
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOM = 3


class Labbing(SphinxDirective):
    """What the directives of labs share."""

    required_arguments = 1

    def depend(self) -> None:
        """Make the page depend on every lab's files and on the facts."""
        depend_on_seeds(self.env)
        for lab in kit(self.env.app).labs.values():
            for path in lab.files():
                self.env.note_dependency(str(path))

    def complain(self, what: str, mend: str) -> list[nodes.Node]:
        """Warn at the directive, and leave nothing in the page."""
        warn(Subtype.LAB, what, mend, self.get_location())
        return []

    def parse(self, lab: Lab, text: str) -> list[nodes.Node]:
        """Return a text of a lab as nodes."""
        return parse(self, text, relative(lab.folder / FILE))

    def labelled(self, lab: Lab, label: str, text: str) -> list[nodes.Node]:
        """Return a text with a label in front of it."""
        blocks = self.parse(lab, text)
        name = nodes.strong("", label)
        if isinstance(first := blocks[0], nodes.paragraph):
            return [nodes.paragraph("", "", name, nodes.Text(" "), apart(first)), *blocks[1:]]
        return [nodes.paragraph("", "", name), *blocks]


def code_block(code: str) -> nodes.literal_block:
    """Return Python code as a block."""
    return nodes.literal_block(code, code, language="python", xml_space="preserve")


def body_of(cell: str) -> str:
    """Return a cell's code without the line that only names it, and without empty lines around."""
    lines = cell.strip("\n").split("\n")
    return "\n".join(lines[1:] if lines[0].startswith("# %%") else lines).strip("\n")


class TaskDirective(Labbing):
    """One task of a lab."""

    def run(self) -> list[nodes.Node]:
        """Return the task."""
        self.depend()
        id = self.arguments[0]
        labs = kit(self.env.app).labs.values()
        lab = next((lab for lab in labs if id in lab.tasks), None)
        if lab is None:
            return self.complain(f"no lab has a task '{id}'", "check the id")
        task = lab.tasks[id]
        hints = [
            box("bw-task-hint", *self.labelled(lab, f"{self.hint(number, task)}:", words))
            for number, words in enumerate(task.hints, 1)
        ]
        whole = box(
            "bw-task",
            *self.parse(lab, task.ask),
            box("bw-task-code", code_block(body_of(lab.starters[id]))),
            *hints,
            box("bw-paper", *self.paper(lab, task.paper)),
            box("bw-find", *self.labelled(lab, _("What did you find?"), task.find), room(ROOM)),
            ids=[id],
            task=id,
            first=lab.first.strip(),
            title=task.title,
            lab=lab.id,
        )
        self.set_source_info(whole)
        self.state.document.note_explicit_target(whole)
        return [whole]

    def hint(self, number: int, task: Task) -> str:
        """Return what a hint is called."""
        return _("Hint {number} of {all}").format(number=number, all=len(task.hints))

    def paper(self, lab: Lab, paper: Paper) -> Iterator[nodes.Node]:
        """Yield what is done without a computer: what is asked, and a table to fill in."""
        yield from self.labelled(lab, _("On paper:"), paper.ask)
        if not paper.events:
            return
        events = kit(self.env.app).seeds.events
        names = {
            "id": _("Id"), "date": _("Date"), "title": _("Event"), "countries": _("Countries"),
            "kind": _("Kind"), "track": _("Track"), "tier": _("Tier"),
        }  # fmt: skip
        heads = [*(names[each] for each in paper.show), *paper.fill]
        rows = [
            [*(_shown(events[id], name) for name in paper.show), *("" for _blank in paper.fill)]
            for id in paper.events
        ]
        made = table(heads, rows, "bw-trace")
        for head in list(made.findall(nodes.paragraph))[len(paper.show) : len(heads)]:
            # The author's words: a translator gets them.
            head.source, head.line = relative(lab.folder / FILE), 1
        yield made


def _shown(event: Any, name: str) -> str:
    """Return what a table shows of an event."""
    value = getattr(event, name)
    if name == "date":
        return str(value.words())
    return " ".join(value) if isinstance(value, tuple) else str(value)


def table(heads: list[str], rows: list[list[str]], name: str) -> nodes.table:
    """Return a table of plain words, of a class of ours."""
    # In letters, for pages of plain text: in a column of one letter their writer finds no end.
    widths = [sorted((4, max(map(len, each)), 40))[1] for each in zip(heads, *rows, strict=True)]
    group = nodes.tgroup("", *(nodes.colspec(colwidth=each) for each in widths), cols=len(heads))
    group += nodes.thead("", _row(heads))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=[name])


def _row(words: list[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph(each, each)) for each in words))


class UpgradeTasks(SphinxPostTransform):
    """Makes an HTML page's tasks sections with a cell, and hints that open one after the other."""

    # Before the lines are ruled (210), and before the place of Python is looked for (195).
    default_priority = 194

    def run(self, **_kwargs: Any) -> None:
        """Upgrade in place."""
        if not is_upgraded(self.app):
            return
        for task in boxes(self.document, "bw-task"):
            mark_first(self.document, task["lab"], task["first"])
            hints = children(task, "bw-task-hint")
            for code in children(task, "bw-task-code"):
                # As MyST-NB writes a cell, so that pages dress both alike.
                source = nodes.container("", *code.children, classes=["cell_input"])
                code.replace_self(nodes.container("", source, classes=["cell"]))
            if hints:
                at = task.index(hints[0])
                for hint in hints:
                    task.remove(hint)
                task.insert(at, _nested(hints))
            for paper in children(task, "bw-paper"):
                summary = element("summary", nodes.Text(_("Do it on paper")))
                attributes = {"class": "bw-paper"}
                paper.replace_self(
                    element("details", summary, *paper.children, attributes=attributes, node=quiet)
                )
            attributes = {
                "class": "bw-task",
                "id": task["ids"][0],
                "data-task": task["task"],
                "data-lab": task["lab"],
                "aria-label": task["title"],
            }
            task.replace_self(element("section", *task.children, attributes=attributes))


def mark_first(document: nodes.document, lab: str, code: str) -> None:
    """Mark the cell of a page that is a lab's first: a check runs it and the task's, no other."""
    name = f"bw-first-{lab}"
    if boxes(document, name):
        return
    for cell in boxes(document, "cell"):
        if any(each.astext().strip() == code for each in boxes(cell, "cell_input")):
            cell["classes"].append(name)
            return


def _nested(hints: list[nodes.Element]) -> nodes.Element:
    """Return hints as lids: the next one lies in the one before, so that none is passed over."""
    first, *rest = hints
    paragraph = first.next_node(nodes.paragraph)
    assert paragraph is not None  # labelled() has made it
    label = paragraph.children[0]
    words = label.astext().rstrip(":")
    paragraph.remove(label)
    inner = [_nested(rest)] if rest else []
    summary = element("summary", nodes.Text(words))
    attributes = {"class": "bw-task-hint"}
    return element("details", summary, *first.children, *inner, attributes=attributes, node=quiet)


def setup_lab(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("task", TaskDirective)
    app.add_post_transform(UpgradeTasks)
