"""Two lanes of checks: both run, both are heard, and either can fail the whole."""

import subprocess
import sys
from pathlib import Path

import pytest

LANES = Path(__file__).parents[2] / "tools" / "lanes.py"


def lane(code: str) -> str:
    return f'{sys.executable} -c "{code}"'


@pytest.mark.parametrize(("first", "second", "code"), [(0, 0, 0), (3, 0, 1), (0, 3, 1), (3, 3, 1)])
def test_either_lane_can_fail_the_whole(first: int, second: int, code: int) -> None:
    lanes = [lane(f"print('one'); exit({first})"), lane(f"print('two'); exit({second})")]
    run = subprocess.run([sys.executable, LANES, *lanes], capture_output=True, text=True)
    assert run.returncode == code
    assert run.stdout.split() == ["one", "two"]


def test_the_lanes_run_at_once(tmp_path: Path) -> None:
    # Each waits for what the other does: one after the other they would never end.
    wait = "import pathlib, time; p = pathlib.Path('{}'); q = pathlib.Path('{}'); p.touch(); "
    wait += "[time.sleep(.01) for _ in iter(q.exists, True)]"
    a, b = tmp_path / "a", tmp_path / "b"
    lanes = [lane(wait.format(a, b)), lane(wait.format(b, a))]
    run = subprocess.run([sys.executable, LANES, *lanes], timeout=60)
    assert run.returncode == 0
