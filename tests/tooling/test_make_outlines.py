"""The maps' outlines are those that the tool draws from the public-domain land."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_outlines_are_those_that_the_tool_draws(tmp_path: Path) -> None:
    # The tool works on the tree that it stands in: a copy, so that the test changes nothing.
    for name in ("tools", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(".venv"))
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    kept = json.loads((ROOT / "seeds/outlines.json").read_text(encoding="utf-8"))
    drawn = tmp_path / "seeds" / "outlines.json"
    drawn.unlink()
    tool = str(tmp_path / "tools" / "make_outlines.mjs")
    command = [sys.executable, str(ROOT / "tools" / "node.py"), "node", tool]
    subprocess.run(command, check=True, capture_output=True)
    assert json.loads(drawn.read_text(encoding="utf-8")) == kept
    assert set(kept) == {"korea-japan", "east-asia", "world"}
