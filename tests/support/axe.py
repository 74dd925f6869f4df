"""Accessibility of a page, as axe-core sees it."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 A and AA, and what axe-core's authors hold to be good practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@cache
def script() -> str:
    """The text of axe-core."""
    if not AXE.exists():
        raise RuntimeError(f"{AXE} is missing: run make env")
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, within: str | None = None, tags: tuple[str, ...] = TAGS) -> list[str]:
    """What axe-core finds wrong in a page, one line for each element; [] is good.

    `within` is a CSS selector of the part to look at (default: the whole page).
    """
    # Evaluated, not added as a <script>: a strict Content-Security-Policy forbids the latter.
    page.evaluate(script())
    result: dict[str, Any] = page.evaluate(
        """([within, tags]) => axe.run(within ?? document, {
            runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})""",
        [within, list(tags)],
    )
    return [
        f"{page.url}: {broken['id']}: {broken['help']}: {node['html'][:200]} "
        f"({node['failureSummary']})"
        for broken in result["violations"]
        for node in broken["nodes"]
    ]
