"""The page's marker, run by Node: one process for as many marks as a test asks for."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.node import node

SCRIPT = Path(__file__).with_name("score_lines.js")


class Marker:
    """Asks the page's script for marks."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def score(self, task: Any, reply: Any) -> dict[str, Any]:
        """The page's mark of a reply; {"error": why} if the page refuses it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        # ASCII only, so that no encoding between the two can differ.
        self.process.stdin.write(json.dumps({"task": task, "reply": reply}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the page's marker has died"
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def marker() -> Iterator[Marker]:
    """Run the marker."""
    with subprocess.Popen(
        [str(node()), str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Marker(process)
        assert process.stdin is not None
        process.stdin.close()
