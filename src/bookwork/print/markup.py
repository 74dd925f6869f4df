"""Typst markup: text, labels and calls, written so that no content can be taken for code."""

from __future__ import annotations

import json
import re

_LABEL = re.compile(r"[^A-Za-z0-9.-]")


_PLACE = re.compile(r"#\[#metadata\(none\)<[^>]*>\]")


def string(text: str) -> str:
    """Return a Typst string: whatever stands in it is text."""
    # Typst knows JSON's escapes but for \uXXXX, which json uses for control characters alone.
    kept = "".join(sign for sign in text if sign >= " " or sign in "\n\t")
    return json.dumps(kept, ensure_ascii=False)


def text(words: str) -> str:
    """Return words as an expression in markup."""
    return f"#{string(words)};" if words else ""


def label_name(docname: str, anchor: str = "") -> str:
    """Return the name of a place in a page, fit for a label; no two places have the same."""
    parts = [docname, anchor] if anchor else [docname]
    return ":".join(_LABEL.sub(lambda sign: f"_{ord(sign[0]):x}_", part) for part in parts)


def note_name(docname: str, mark: str = "") -> str:
    """Return the name of a note of a page: no anchor's, as none is empty."""
    return f"{label_name(docname)}::{mark}"


def label(name: str) -> str:
    """Return a label, to stand behind what it names or to link to."""
    return f"<{name}>"


def place(name: str) -> str:
    """Return an invisible thing that bears a label."""
    return f"#[#metadata(none){label(name)}]"


def without_places(markup: str) -> str:
    """Return markup that may stand a second time: nothing can be linked to in it."""
    return _PLACE.sub("", markup)


def content(markup: str) -> str:
    """Return markup as an argument."""
    return f"[{markup}]"


def call(name: str, *arguments: str, **named: str) -> str:
    """Return a call that stands in markup."""
    parts = [*(f"{key.replace('_', '-')}: {value}" for key, value in named.items()), *arguments]
    return f"#{name}({', '.join(parts)})"


def drawing(svg: str) -> str:
    """Return the SVG of a page, cut out of what stands around it.

    A page lends its drawings its font; on paper they must name it.
    """
    found = re.search(r"<svg\b.*</svg>", svg, re.DOTALL)
    whole = found[0] if found else svg
    if "xmlns=" not in whole.split(">", 1)[0]:
        whole = whole.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    if "font-family" not in whole:
        whole = whole.replace("<svg", '<svg font-family="Book Sans, Noto Sans KR, Noto Sans JP"', 1)
    return whole
