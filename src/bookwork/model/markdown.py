"""The Markdown that a bank may hold, as a pydantic type: prose and evidence chips, nothing active.

Bank text is parsed by Sphinx. HTML, directives and substitutions would let a bank change the page
or read files, so they are refused here, and once more (escaped) when the page is made.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

ROLES = frozenset({"s", "event", "commitment", "cite:p", "cite:t", "term", "sub", "sup", "abbr"})

_FENCE = re.compile(
    r"^(?:(`{3,})[^`\n]*\n(?:.*\n)*? {0,3}\1`*|(~{3,}).*\n(?:.*\n)*? {0,3}\2~*)[ \t]*$",
    re.MULTILINE,
)
_TICKS = re.compile(r"`+")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?:[A-Za-z/!?])")
# A list or a quotation may stand before what follows.
_DIRECTIVE = re.compile(r"(?:`{3,}|~{3,}|:{3,})[ \t]*\{")
_ROLE = re.compile(r"\{([^{}\s]+)\}(?=`)")
_LINK = re.compile(
    r"(?:\]\(|^[ \t>]*\[[^\]]+\]:)(?!\s*<?(?:https?://|mailto:))", re.IGNORECASE | re.MULTILINE
)
_DEFINITION = re.compile(r"^[ \t>]*\[[^\]]+\]:.*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[")
_LABEL = re.compile(r"^[ \t>*+\-0-9.)]*\([^()]*\)=\s*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t>*+\-0-9.)]*#{1,6}(?:\s|$)|^[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE)
_UNSHOWN = re.compile(r"^[ \t>]*(?:%|\+\+\+)", re.MULTILINE)
_BLOCK = re.compile(r"\n\s*\n|^\s*(?:[-*+>|]\s|[0-9]+[.)]\s|```|~~~|\$\$)", re.MULTILINE)
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~$:@^=&%-]|(?<=[0-9])\.(?=\s|$)")
_SPACE = re.compile(r"[ \t\r\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


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
    bare = _without_code(text)
    if _HTML.search(bare):
        raise ValueError("HTML stands in the text — write Markdown, or put it between backticks")
    if "{{" in bare or "{%" in bare:
        raise ValueError("a substitution '{{' stands in the text — write the words out")
    if _IMAGE.search(bare):
        raise ValueError("an image stands in the text — pictures belong in the chapter")
    if _LINK.search(bare):
        raise ValueError("a link is not http, https or mailto — link to a web page")
    if _HEADING.search(bare):
        raise ValueError("a heading stands in the text — headings belong in the chapter")
    if _LABEL.search(bare):
        raise ValueError("a label stands in the text — labels belong in the chapter")
    if not _DEFINITION.sub("", text).strip():
        raise ValueError("the text shows nothing — write words around the link")
    if _UNSHOWN.search(bare):
        raise ValueError("a line starts with % or +++ and would not be shown — begin with a word")
    return text


def _without_code(text: str) -> str:
    """Return the text without its code, if nobody can doubt what is code; else the whole text.

    In doubt the author is asked once too often: a reader of Markdown may take for HTML what a
    simpler one takes for code.
    """
    if "$" in text or "\\`" in text:
        return text
    bare = _FENCE.sub("", text)
    for line in bare.splitlines():
        ticks = _TICKS.findall(line)
        if ticks[::2] != ticks[1::2]:
            return text
    return _CODE.sub("", bare)


def check_plain(text: str) -> str:
    """Return the text if it is one line; raise ValueError (what — mend) if not."""
    if "\n" in text:
        raise ValueError("the text has several lines — write one")
    return text


def check_line(text: str) -> str:
    """Return the text if it is one paragraph; raise ValueError (what — mend) if not."""
    if _BLOCK.search(text):
        raise ValueError("the text is more than one paragraph — write one, without a list or code")
    return check_markdown(text)


def escape(text: str) -> str:
    """Return plain text as Markdown that shows it unchanged, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", text).strip(" "))


def without_code(text: str) -> str:
    """Return Markdown without its pieces of code."""
    return _CODE.sub("", text)


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
    AfterValidator(check_plain),
]
"""Plain text of 1–400 characters, compared or shown as it is, never parsed."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,23}$")]
"""The id of an option, gap or pair: lower-case letters, digits and hyphens."""
