"""The Sphinx extension: question banks, evidence and timelines in a book."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from bookwork import __version__
from bookwork.sphinx.article import setup_article
from bookwork.sphinx.assets import setup_assets
from bookwork.sphinx.backrefs import setup_backrefs
from bookwork.sphinx.chips import setup_chips
from bookwork.sphinx.clauses import setup_clauses
from bookwork.sphinx.commitments import setup_commitments
from bookwork.sphinx.config import setup_config
from bookwork.sphinx.coverage import setup_coverage
from bookwork.sphinx.domain import setup_domain
from bookwork.sphinx.edition import setup_edition
from bookwork.sphinx.epub import setup_epub
from bookwork.sphinx.flashcards import setup_flashcards
from bookwork.sphinx.freshness import setup_freshness
from bookwork.sphinx.glossary import setup_glossary
from bookwork.sphinx.htmlnodes import setup_htmlnodes
from bookwork.sphinx.keys import setup_keys
from bookwork.sphinx.kit import setup_kit
from bookwork.sphinx.lab import setup_lab
from bookwork.sphinx.ladder import setup_ladder
from bookwork.sphinx.lessons import setup_lessons
from bookwork.sphinx.live import setup_live
from bookwork.sphinx.map import setup_map
from bookwork.sphinx.navigation import setup_navigation
from bookwork.sphinx.notebooks import setup_notebooks
from bookwork.sphinx.policy import setup_policy
from bookwork.sphinx.progress import setup_progress
from bookwork.sphinx.quiz import setup_quiz
from bookwork.sphinx.reading import setup_reading
from bookwork.sphinx.searchindex import setup_searchindex
from bookwork.sphinx.sheet import setup_sheet
from bookwork.sphinx.solutions import setup_solutions
from bookwork.sphinx.sources import setup_sources
from bookwork.sphinx.stale import setup_stale
from bookwork.sphinx.teacher import setup_teacher
from bookwork.sphinx.theme import setup_theme
from bookwork.sphinx.ties import setup_ties
from bookwork.sphinx.timeline import setup_timeline
from bookwork.sphinx.trespass import setup_trespass
from bookwork.sphinx.upgrade import setup_upgrade

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _fingerprint() -> int:
    """Return a number that changes with the engine: what another engine has read is read again."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(file.read_bytes())
    return int.from_bytes(digest.digest()[:4], "big")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up the extension, noun by noun."""
    setup_config(app)
    setup_edition(app)
    setup_kit(app)
    setup_domain(app)
    setup_htmlnodes(app)
    setup_chips(app)
    setup_quiz(app)
    setup_upgrade(app)
    setup_trespass(app)
    setup_teacher(app)
    setup_keys(app)
    setup_freshness(app)
    setup_backrefs(app)
    setup_navigation(app)
    setup_searchindex(app)
    setup_article(app)
    setup_timeline(app)
    setup_commitments(app)
    setup_reading(app)
    setup_glossary(app)
    setup_flashcards(app)
    setup_lessons(app)
    setup_map(app)
    setup_ties(app)
    setup_ladder(app)
    setup_coverage(app)
    setup_progress(app)
    setup_sheet(app)
    setup_clauses(app)
    setup_notebooks(app)
    setup_lab(app)
    setup_solutions(app)
    setup_sources(app)
    setup_assets(app)
    setup_live(app)
    setup_theme(app)
    setup_policy(app)
    setup_epub(app)
    setup_stale(app)
    app.setup_extension("bookwork.print")
    return {
        "version": __version__,
        "env_version": _fingerprint(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
