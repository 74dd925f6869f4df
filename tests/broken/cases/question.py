"""A case in a question of every_type.yml."""

from tests.broken.kit import BANK, Case

SCHEMA = "see 'bookwork schema' for what it takes"
SENTENCES, EVENTS = "see seeds/sentences.yml", "see seeds/events.yml"


def q(name: str) -> str:
    """The line on which the question of a type starts."""
    return f"- id: brk-{name}\n"


def case(
    name: str, type: str, old: str, new: str, what: str, mend: str, at: str = "", **more: str
) -> Case:
    """A fault in the question of a type; `at` "id" means the question's first line."""
    after = more.get("after", q(type))
    where = q(type) if at == "id" else at
    return Case(name, BANK, old, new, more.get("id", f"brk-{type}"), what, mend, after, where)
