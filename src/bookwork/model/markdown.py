"""The Markdown that a bank may hold, as a pydantic type: prose and evidence chips, nothing active.

Bank text is parsed by Sphinx. HTML, directives and substitutions would let a bank change the page
or read files, so they are refused here, and once more (escaped) when the page is made.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

ROLES = frozenset({"s", "event", "commitment", "cite:p", "cite:t", "term", "sub", "sup", "abbr"})

_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1", re.DOTALL)
_HTML = re.compile(r"<(?:[A-Za-z/!?])")
_DIRECTIVE = re.compile(r"^\s*(?:`{3,}|~{3,}|:{3,})\s*\{", re.MULTILINE)
_ROLE = re.compile(r"\{([^{}\s]+)\}(?=`)")
_SCHEME = re.compile(r"\]\(\s*<?\s*(?!https?:|mailto:)[A-Za-z][A-Za-z0-9+.-]*:", re.IGNORECASE)
_IMAGE = re.compile(r"!\[")
_LABEL = re.compile(r"^\s*\((?:[^()]*)\)=\s*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s|^ {0,3}(?:=+|-+)\s*$", re.MULTILINE)
_BLOCK = re.compile(r"\n\s*\n|^\s*(?:[-*+>|]\s|[0-9]+[.)]\s|```|~~~|\$\$)", re.MULTILINE)
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~$:@^=&-]|^[0-9]+(?=[.)])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def check_markdown(text: str) -> str:
    """Return the text if a bank may hold it; raise ValueError (what — mend) if not."""
    if _CONTROL.search(text):
        raise ValueError("the text holds a control character — type it again")
    if _DIRECTIVE.search(text):
        raise ValueError("a directive stands in the text — a bank holds prose only; remove it")
    for role in _ROLE.findall(text):
        if role not in ROLES:
            raise ValueError(
                f"the role {{{role}}} is not known here — use one of {', '.join(sorted(ROLES))}"
            )
    bare = _CODE.sub("", text)
    if _HTML.search(bare):
        raise ValueError("HTML stands in the text — write Markdown, or put it between backticks")
    if "{{" in bare or "{%" in bare:
        raise ValueError("a substitution '{{' stands in the text — write the words out")
    if _SCHEME.search(bare):
        raise ValueError("a link is not http, https or mailto — link to a web page")
    if _HEADING.search(bare):
        raise ValueError("a heading stands in the text — headings belong in the chapter")
    if _IMAGE.search(bare):
        raise ValueError("an image stands in the text — pictures belong in the chapter")
    if _LABEL.search(bare):
        raise ValueError("a label stands in the text — labels belong in the chapter")
    return text


def check_line(text: str) -> str:
    """Return the text if it is one paragraph; raise ValueError (what — mend) if not."""
    if _BLOCK.search(text):
        raise ValueError("the text is more than one paragraph — write one, without a list or code")
    return check_markdown(text)


def escape(text: str) -> str:
    """Return plain text as Markdown that shows it unchanged."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def plain(text: str) -> str:
    """Return Markdown as the words of a terminal: roles, links and marks of emphasis left out."""
    words = re.sub(r"\{[^{}\s]+\}`([^`]*)`", r"[\1]", text)
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
    words = re.sub(r"(?<!\\)(\*{1,3}|_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+)", "", words)
    return re.sub(r"\\([^\w\s])", r"\1", words)


Markdown = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000),
    AfterValidator(check_markdown),
]
"""Markdown text of 1–4,000 characters."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1000),
    AfterValidator(check_line),
]
"""One paragraph of Markdown of 1–1,000 characters."""

Plain = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=400),
]
"""Plain text of 1–400 characters, compared or shown as it is, never parsed."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,23}$")]
"""The id of an option, gap or pair: lower-case letters, digits and hyphens."""
