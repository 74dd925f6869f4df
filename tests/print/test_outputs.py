"""What of a notebook is printed: drawings and words, and no HTML that has no printed form."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from tests.sphinx.small import Book
from tests.support.pdf import tags, words

CONFIG = """
extensions = ["myst_nb", "sphinxcontrib.bibtex", "bookwork.sphinx"]
nb_execution_mode = "off"
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
"""
DOT = base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
        "606060000000050001a5f645400000000049454e44ae426082"
    )
).decode()
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Falcon &amp; co</title></svg>'
)


def printed(tmp_path: Path, data: dict[str, str], **metadata: Any) -> tuple[Path, str]:
    """The book of a notebook whose one cell showed `data`, and what was warned of."""
    book = Book(tmp_path / "book")
    book.write("conf.py", (book.root / "conf.py").read_text(encoding="utf-8") + CONFIG)
    book.write("index.md", "# Small\n\n```{toctree}\nnotebook\n```\n")
    output = {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}
    code = {"cell_type": "code", "source": "osprey", "outputs": [output], "execution_count": 1}
    title = {"cell_type": "markdown", "source": "# Notebook", "metadata": {}}
    cells = [title, {**code, "metadata": metadata}]
    about = {"language_info": {"name": "python", "pygments_lexer": "python"}}
    told = {"nbformat": 4, "nbformat_minor": 4, "metadata": about, "cells": cells}
    book.write("notebook.ipynb", json.dumps(told))
    built = book.build("pdf")
    return built.out / "book.pdf", built.warnings


def figures(path: Path) -> list[str]:
    """The words of each figure."""
    return [tag.alt for tag in tags(path).walk() if tag.kind == "Figure"]


def test_a_drawing_in_html_is_a_figure_with_its_title(tmp_path: Path) -> None:
    path, warnings = printed(tmp_path, {"text/html": SVG, "text/plain": "Kestrel"})
    assert not warnings
    assert figures(path) == ["Falcon & co"]
    assert "Kestrel" not in " ".join(words(path))


def test_a_table_in_html_is_printed_as_its_text(tmp_path: Path) -> None:
    data = {"text/html": "<table><tr><td>Falcon</td></tr></table>", "text/plain": "Kestrel"}
    path, warnings = printed(tmp_path, data)
    assert not warnings
    assert "Kestrel" in " ".join(words(path))


def test_html_that_is_all_there_is_is_told(tmp_path: Path) -> None:
    _path, warnings = printed(tmp_path, {"text/html": "<p>Falcon</p>"})
    assert "HTML has no printed form" in warnings


@pytest.mark.parametrize("alt", ["Falcon", ""])
def test_a_picture_needs_words(tmp_path: Path, alt: str) -> None:
    data = {"image/png": DOT, "text/plain": "<Figure>"}
    metadata = {"mystnb": {"image": {"alt": alt}}} if alt else {}
    path, warnings = printed(tmp_path, data, **metadata)
    assert figures(path) == ([alt] if alt else [])
    assert ("has no words" in warnings) == (not alt)
    assert ("mystnb, image, alt" in warnings) == (not alt)
