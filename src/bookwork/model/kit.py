"""The kit: a folder with seeds, banks, labs and a book, loaded and checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bookwork.model.bank import Bank, Entry, load_banks
from bookwork.model.claims import claim_problems
from bookwork.model.coverage import check_pages, page_names, pages
from bookwork.model.edition import PAGES
from bookwork.model.errors import AuthorError, BookError, Problem
from bookwork.model.lab import Lab, load_labs
from bookwork.model.labpages import check_labs
from bookwork.model.lesson import load_courses
from bookwork.model.seeds import Seeds, load_seeds
from bookwork.model.yamlfile import Place, YamlFile, load_yaml


@dataclass(frozen=True)
class Kit:
    """Seeds, banks and labs of one book, and the book's id."""

    root: Path
    book: str
    seeds: Seeds
    banks: Mapping[str, Bank]
    labs: Mapping[str, Lab]

    def find(self, question: str) -> tuple[Bank, Entry] | None:
        """Return a question's bank and entry, or None if no bank holds it."""
        for bank in self.banks.values():
            if question in bank.entries:
                return bank, bank.entries[question]
        return None


def load(root: Path) -> Kit:
    """Return the kit in a folder; raise AuthorError with the problems found."""
    if not (root / "_config.yml").is_file() or not (root / "seeds").is_dir():
        what = f"there is no book in '{root}': it needs _config.yml and seeds/"
        raise BookError(Problem(str(root), 0, "", what, "go to the book's folder, or use --book"))
    seeds = load_seeds(root / "seeds")
    banks = load_banks(root, seeds)
    return Kit(root, book_id(root), seeds, banks, load_labs(root, seeds, banks))


def book_id(root: Path) -> str:
    """Return the id that `bookwork_book` gives the book in `_config.yml`."""
    file, place, data = _setting(root, "bookwork_book")
    if data is None:
        return "book"
    if not isinstance(data, str):
        what = "'bookwork_book' must be text"
        raise BookError(file.problem(place, "", what, "name the book with a word"))
    return data


def teacher_pages(root: Path) -> tuple[str, ...]:
    """Return the patterns that `bookwork_teacher_pages` gives in `_config.yml`."""
    file, place, data = _setting(root, "bookwork_teacher_pages")
    if data is None:
        return PAGES
    if not isinstance(data, list) or not all(isinstance(each, str) for each in data):
        what = "'bookwork_teacher_pages' must be a list of patterns"
        raise BookError(file.problem(place, "", what, "write [book/teacher/*]"))
    return tuple(data)


def _setting(root: Path, name: str) -> tuple[YamlFile, Place, Any]:
    """Return the file, the place and the value of a setting for Sphinx; None if it is not set."""
    file = load_yaml(root / "_config.yml", BookError)
    place: Place = ("sphinx", "config", name)
    data = file.data
    for number, key in enumerate(place):
        if data is None:
            break
        if not isinstance(data, dict):
            what = f"'{place[number - 1]}' must be a map" if number else "this is not a map"
            raise BookError(file.problem(place[:number], "", what, "see Jupyter Book's settings"))
        data = data.get(key)
    return file, place, data


def check(root: Path) -> Kit:
    """Return the kit if everything holds; raise AuthorError with every problem if not.

    Faults in the seeds are reported alone, and so are those in banks: whatever points at them
    would fail, too.
    """
    kit = load(root)
    problems = check_pages(root, kit.seeds, kit.banks, teacher_pages(root))
    try:
        load_courses(root, page_names(root) or None)
    except BookError as reason:
        problems += reason.problems
    if not problems:  # what is wrong with a page itself is told first
        problems += check_labs(pages(root), kit.labs)
        problems += claim_problems(root, pages(root))
    if problems:
        raise AuthorError(problems)
    return kit
