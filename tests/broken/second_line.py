"""A book of hostile content, for its own conf.py: what the loader would refuse is put in behind it.

Two banks: `parsed`, whose Markdown is hostile, and `plain`, whose other texts are. The facts are
hostile, too: the loader has no reason to refuse them, for they are never parsed.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

import bookwork.sphinx.kit
from bookwork.model.article import Reading, Sentence
from bookwork.model.bank import Bank, load_banks
from bookwork.model.commitment import Commitment, Promises
from bookwork.model.errors import SeedError
from bookwork.model.event import Chronicle, Event
from bookwork.model.question import types
from bookwork.model.seeds import Seeds
from bookwork.model.yamlfile import load_yaml
from tests.broken.hostile import FAR, HOSTILE, HTML, LABEL, LINK, Place, replaced, texts
from tests.broken.kit import ROOT
from tests.types.samples import authored, bank

PARSED = [hostile.text for hostile in HOSTILE if hostile.what in (HTML, LINK, FAR, LABEL)]
"""What a page holds back by itself. Directives, roles and substitutions act while text is read, and
pictures and headings are what they are: those, the loader alone refuses."""

PLAIN = [
    # By their small letters: a list of words may not hold two that differ in capitals only.
    *{h.text.casefold(): h.text for h in HOSTILE if "\n" not in h.text}.values(),
    "</script><canary>", "<!-- <script> canary", "]]><canary>", "\\u003c/script>", "</SCRIPT/x>",
    '"><canary x="', "'><canary x='", '" onfocus="canary()', "&lt;canary&gt;", "&#60;canary&#62;",
    "canary \u2028\u2029 canary", "```{raw} html", ":::{raw} html", "$canary$", "**canary**",
    "`canary`", "\\", "1. canary", "2) canary", "- canary", "+ canary", "> canary", "| canary |",
    "--- canary ---", "1905.", "3.5 %", "a\\b", "x_y_z", "^canary^", "~canary~", "[^canary]",
    "(canary)", "{canary}", "@canary", "#canary", "-- canary ...", "‘canary’",
]  # fmt: skip

CONF = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.broken.second_line import arm
arm()
extensions = ["myst_parser", "sphinxcontrib.bibtex", "bookwork.sphinx"]
project = "Hostile"
html_theme = "furo"
# As in Jupyter Book.
myst_enable_extensions = ["colon_fence", "dollarmath", "linkify", "substitution", "tasklist"]
smartquotes = False
bibtex_bibfiles = ["seeds/sources.bib"]
exclude_patterns = ["seeds", "exercises"]
bookwork_book = 'canary"><canary>'
bookwork_events_csv = ""
"""
PAGES = {
    "index": "# Hostile\n\n```{toctree}\nparsed\nplain\nfacts\npromises\nsources\nprogress\n```\n",
    "parsed": "# Parsed\n\n```{quiz} parsed\n```\n",
    "plain": "# Plain\n\n```{quiz} plain\n```\n",
    "facts": "# Facts\n\n{event}`e050` {s}`s16` {commitment}`c01` {cite:p}`wh-consult`\n\n"
    "```{article}\n```\n\n```{timeline}\n:tier: core\n```\n",
    "promises": "# Promises\n\n```{commitments}\n```\n\n```{coverage}\n```\n",
    "sources": "# Sources\n\n```{bibliography}\n:all:\n```\n",
    "progress": "# Progress\n\n```{progress}\n```\n",
}

# Questions ------------------------------------------------------------------------------------


def plans(
    sorts: tuple[str, ...], hostile: list[str], each: int
) -> Iterator[tuple[str, dict[Place, str]]]:
    """Yield the type of each question and which hostile text stands where in it.

    The texts go round, through `each` questions of every type that has places for them.
    """
    rest = cycle(hostile)
    for tag, kind in types().items():
        places = [text.place for text in texts(kind, authored(tag)) if text.sort in sorts]
        for _number in range(each if places else 0):
            yield tag, {place: next(rest) for place in places}


def parsed() -> Iterator[tuple[str, str, dict[Place, str]]]:
    """Yield the id and type of each question with hostile Markdown, and its texts."""
    for number, (tag, plan) in enumerate(plans(("markdown", "line"), PARSED, 5)):
        if tag in ("cloze", "wordbank"):  # whose gaps must stay in its text, and no other come
            hostile = re.sub(r"\[[a-z]\](?!\()", lambda name: name[0].upper(), plan["text",])
            plan["text",] = f"{authored(tag)['text']}\n\n{hostile}"
        yield f"bad-{number}", tag, plan


def plain() -> Iterator[dict[str, Any]]:
    """Yield questions whose unparsed texts are hostile, as written."""
    for number, (tag, plan) in enumerate(plans(("plain",), PLAIN, 14)):
        data = authored(tag, f"odd-{number}")
        for place, text in plan.items():
            data = replaced(data, place, text)
        yield data
    order, evidence = types()["ordering"].sample, types()["evidence"].sample
    dated = {**authored("ordering", "odd-events"), "events": [f"e{n:03}" for n in range(1, 9)]}
    yield {name: value for name, value in dated.items() if name not in order}
    chosen = {**authored("evidence", "odd-sentence"), "from": ["s01", "s16"], "key": ["s16"]}
    yield {**chosen, "feedback": {}, "otherwise": evidence["otherwise"]}


def poisoned(root: Path, seeds: Seeds) -> dict[str, Bank]:
    """Return the banks of a book, with hostile texts in `parsed` that no check has seen."""
    banks = load_banks(root, seeds)
    entries = dict(banks["parsed"].entries)
    for id, _tag, plan in parsed():
        question = entries[id].question
        for place, text in plan.items():
            _put(question, place, text)
        entries[id] = replace(entries[id], item=question.lower(seeds))
    return {**banks, "parsed": replace(banks["parsed"], entries=entries)}


def _put(value: Any, place: Place, text: str) -> Any:
    """Put a text into a model (which is frozen, and does not notice); return the new value."""
    if not place:
        return text
    first, rest = place[0], place[1:]
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        name = next(name for name, field in fields.items() if first in (name, field.alias))
        value.__dict__[name] = _put(value.__dict__[name], rest, text)
        return value
    if isinstance(value, dict):
        value[first] = _put(value[first], rest, text)
        return value
    changed = list(value)
    changed[int(first)] = _put(changed[int(first)], rest, text)
    return tuple(changed)


def arm() -> None:
    """Let the build that this process does load poisoned banks."""
    vars(bookwork.sphinx.kit)["load_banks"] = poisoned


# Facts ----------------------------------------------------------------------------------------


def spoil(seeds: Path) -> None:
    """Put a hostile text behind every free text of the seeds."""
    hostile = cycle(PLAIN)
    _spoil(seeds / "events.yml", "events", Chronicle, Event, hostile)
    _spoil(seeds / "commitments.yml", "commitments", Promises, Commitment, hostile)
    _spoil(seeds / "sentences.yml", "sentences", Reading, Sentence, hostile)
    bib = (seeds / "sources.bib").read_text(encoding="utf-8")
    bib = bib.replace("= {{", "= {{<script>canary()</script> ")
    bib = bib.replace("  url        = {http", '  url        = {https://canary.test/"><canary>')
    (seeds / "sources.bib").write_text(bib, encoding="utf-8")


def _spoil(
    path: Path, key: str, head: type[BaseModel], entry: type[BaseModel], hostile: Iterator[str]
) -> None:
    data = load_yaml(path, SeedError).data
    for model, place, inner in (
        (head, (), {name: value for name, value in data.items() if name != key}),
        *((entry, (key, number), value) for number, value in enumerate(data[key])),
    ):
        for text in texts(model, inner):
            if text.sort == "free" and text.field != "Sentence.text":
                at = (*place, *text.place)
                data = replaced(data, at, f"{_at(data, at)} {next(hostile)}")
    if entry is Sentence:  # the article must hold what its sentences do
        more = " <script>canary()</script>"
        data["sentences"][-1]["text"] += more
        article = path.parent / data["article"]["file"]
        article.write_text(article.read_text(encoding="utf-8").rstrip() + more, encoding="utf-8")
        data["article"]["sha256"] = hashlib.sha256(article.read_bytes()).hexdigest()
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data


def write(folder: Path) -> None:
    """Write the book's sources."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    spoil(folder / "seeds")
    harmless = [authored(tag, id) for id, tag, _plan in parsed()]
    for name, questions in (("parsed", harmless), ("plain", list(plain()))):
        data = json.loads(json.dumps(bank(name, *questions, title='T"><canary>')))
        path = folder / "exercises" / name / "bank.yml"
        path.parent.mkdir(parents=True)
        path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
