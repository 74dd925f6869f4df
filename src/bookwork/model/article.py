"""The article: its text, and its sentences with who says each and how it stands to the record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Annotated, Literal

from pydantic import Field

from bookwork.model.evidence import SENTENCE_ID
from bookwork.model.question import Fields
from bookwork.model.reference import EvidenceIds, RefersTo, SourceIds

StatementKind = Literal["fact", "commitment", "characterisation", "forecast"]


class Sentence(Fields):
    """One sentence of the article, verbatim, and its checked reading."""

    id: Annotated[str, Field(pattern=SENTENCE_ID)]
    paragraph: Annotated[int, Field(ge=0, description="From 1; 0 is the date line.")]
    text: str
    gist: str
    speaker: str
    kind: StatementKind
    kind_note: str = ""
    verdict: Annotated[str, RefersTo("verdict")]
    reason: str
    caveat: str
    prompt: str = ""
    sources: SourceIds


class ArticleFile(Fields):
    """Where the article's text is, and the fingerprint it must have."""

    file: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+\.txt$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    note: str


class Perspective(Fields):
    """Someone whose view the article leaves out."""

    who: str
    what: str
    sources: SourceIds


class Afterwards(Fields):
    """Something that happened after the article's date line."""

    what: str
    evidence: EvidenceIds


class Reading(Fields):
    """What stands above the sentences: verdicts and their meaning, and the article as a whole."""

    article: ArticleFile
    verdicts: dict[str, str]
    overall: tuple[str, ...]
    perspectives: tuple[Perspective, ...]
    afterwards: tuple[Afterwards, ...]


@dataclass(frozen=True)
class Article:
    """The article's whole text, its sentences in order, and the reading of it as a whole."""

    text: str
    sentences: tuple[Sentence, ...]
    reading: Reading

    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """Return the sentences by paragraph, in order; the date line is a paragraph of its own."""
        numbers = sorted({sentence.paragraph for sentence in self.sentences})
        return tuple(
            tuple(sentence for sentence in self.sentences if sentence.paragraph == number)
            for number in numbers
        )


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where sentences and text part: which sentence (None: text is left over), line of the text."""

    sentence: Sentence | None
    field: Literal["text", "paragraph"]
    line: int
    what: str
    mend: str


def mismatch(text: str, sentences: tuple[Sentence, ...]) -> Mismatch | None:
    """Return the first place where the sentences, in order, are not exactly the text.

    White space may differ; every other character belongs to exactly one sentence.
    """
    at = _skip_space(text, 0)
    for sentence in sentences:
        words = r"\s+".join(re.escape(word) for word in sentence.text.split())
        found = re.compile(words).match(text, at)
        line = text.count("\n", 0, at) + 1
        if not found or not words:
            return Mismatch(
                sentence,
                "text",
                line,
                _parting(text[at:], sentence.text),
                f"copy the sentence from line {line} of the article, word for word",
            )
        block = len(re.findall(r"\n\s*\n", text[:at].lstrip())) + 1
        if sentence.paragraph not in (0, block):
            return Mismatch(
                sentence,
                "paragraph",
                line,
                f"the sentence stands in paragraph {block}, not {sentence.paragraph}",
                f"write paragraph: {block}",
            )
        at = _skip_space(text, found.end())
    if at < len(text):
        line = text.count("\n", 0, at) + 1
        return Mismatch(
            None,
            "text",
            line,
            f"no sentence holds “{_next(text, at)}”",
            "every word of the article belongs to a sentence: add what is missing",
        )
    return None


def _parting(text: str, sentence: str) -> str:
    """Return in words where a sentence parts from the article."""
    begun, own = _next(text, 0), _next(sentence, 0)
    if begun != own:
        return f"the article goes on with “{begun}”, the sentence with “{own}”"
    for word, wanted in zip_longest(text.split(), sentence.split(), fillvalue=""):
        if word != wanted:
            break
    return f"the article has “{word}” after “{begun}”, where the sentence has “{wanted}”"


def _skip_space(text: str, at: int) -> int:
    found = re.compile(r"\s*").match(text, at)
    return found.end() if found else at


def _next(text: str, at: int) -> str:
    """Return the next few words, to show an author where we are."""
    words = text[at : at + 200].split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
