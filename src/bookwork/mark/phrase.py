"""Written phrases, compared as a fair reader would: case, accents, space and slips forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bookwork.model.quantity import squeeze

_QUOTES = str.maketrans("’‘ʼ“”„", "'''\"\"\"")
_DASHES = re.compile("[\u2010-\u2015\u2212-]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_ARTICLE = re.compile(r"^(?:the|an|a) (?=.)", re.IGNORECASE)
_OUTER = " .,;:!?\"'()[]…"
_DIGIT = re.compile("[0-9]")
_LETTERS_PER_SLIP = 4


def normal(text: str, *, case: bool = False, accents: bool = False) -> str:
    """Return the form in which phrases are compared.

    White space, outer punctuation, curly quotes, hyphens and one leading article never matter;
    `case` and `accents` say whether those do.
    """
    folded = _DASHES.sub(" ", squeeze(text).translate(_QUOTES))
    if not case:
        folded = folded.lower()
    if not accents:
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", folded))
        folded = unicodedata.normalize("NFC", bare)
    return _ARTICLE.sub("", squeeze(folded).strip(_OUTER), count=1)


def slips(a: str, b: str, most: int) -> int:
    """Return the slips between two phrases, counted no further than `most` + 1.

    A slip is a character added, left out, replaced, or swapped with its neighbour: the optimal
    string alignment distance (Damerau 1964; Wagner and Lowrance 1975).
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    older: list[int] = []
    above: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, above, row = above, row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return min(row[-1], most + 1)


def find(response: str, accept: Sequence[str], wrong: Sequence[Sequence[str]], *,
         case: bool, accents: bool, typos: int) -> str:  # fmt: skip
    """Return the feedback code of a written phrase: accepted, typo, wrong:N or otherwise.

    A slip is forgiven only in answers long enough (one for every four letters, at most `typos`)
    and never in digits; what the author foresaw as wrong is never a slip.
    """

    def form(text: str) -> str:
        return normal(text, case=case, accents=accents)

    given = form(response)
    keys = [form(key) for key in accept]
    if given in keys:
        return "accepted"
    for number, answers in enumerate(wrong):
        if given in [form(answer) for answer in answers]:
            return f"wrong:{number}"
    for key in keys:
        allowed = min(typos, len(key) // _LETTERS_PER_SLIP)
        same_digits = _DIGIT.findall(given) == _DIGIT.findall(key)
        if allowed and same_digits and slips(given, key, allowed) <= allowed:
            return "typo"
    return "otherwise"
