"""What a book holds, read from Sphinx's environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError

from bookwork.print.publication import Contents
from bookwork.sphinx.domain import BookworkDomain
from bookwork.sphinx.tree import boxes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def contents(env: BuildEnvironment, plans: str = "") -> Contents:
    """Return a book's pages in the order of its table of contents, and what stands on them.

    `plans` names the page with lesson plans; ConfigError if the book has no such page.
    """
    root = env.config.root_doc
    seen = {root}
    chapters = {page: _below(env, page, seen) for page in _children(env, root)}
    pages = (root, *(page for found in chapters.values() for page in found))
    if plans and plans not in pages:
        raise ConfigError(f"bookwork_lesson_plans is '{plans}': name a page of the book")
    trees = {page: env.get_doctree(page) for page in pages}
    domain = cast("BookworkDomain", env.get_domain("bookwork"))
    standing = {(placed.bank, placed.docname) for placed in domain.placed.values()}
    # A lab has the name of its chapter's bank.
    standing |= {(task["lab"], page) for page in pages for task in boxes(trees[page], "bw-task")}
    asked: dict[str, list[str]] = {}
    for page in pages:
        for bank, docname in sorted(standing):
            if docname == page:
                asked.setdefault(bank, []).append(page)
    return Contents(
        pages=pages,
        chapters=chapters,
        titles={page: env.titles[page].astext() for page in pages},
        asked={bank: tuple(found) for bank, found in asked.items()},
        keys=frozenset(page for page in pages if lists_keys(domain, trees[page])),
        plans=plans,
        sheets=frozenset(page for page in pages if boxes(trees[page], "bw-sheet")),
    )


def lists_keys(domain: BookworkDomain, tree: nodes.document) -> bool:
    """Return whether a page is but keys of questions that stand in the book, and an opening.

    The packets have those keys beside the questions.
    """
    entries = boxes(tree, "bw-entry")
    section = tree.next_node(nodes.section)
    if not entries or section is None or any(e["question"] not in domain.placed for e in entries):
        return False
    others = [
        child
        for child in section.children
        if isinstance(child, nodes.Element)
        and not isinstance(child, nodes.title | nodes.Invisible)
        and not {"bw-keys", "bw-edition"}.intersection(child.get("classes", []))
    ]
    return len(others) <= 1 and all(isinstance(each, nodes.paragraph) for each in others)


def _children(env: BuildEnvironment, page: str) -> list[str]:
    trees = env.tocs[page].findall(addnodes.toctree)
    return list(dict.fromkeys(name for tree in trees for name in tree["includefiles"]))


def _below(env: BuildEnvironment, page: str, seen: set[str]) -> tuple[str, ...]:
    """Return a page and all that stands below it, in order; each page stands in a book once."""
    if page in seen:
        return ()
    seen.add(page)
    found = (name for child in _children(env, page) for name in _below(env, child, seen))
    return (page, *found)
