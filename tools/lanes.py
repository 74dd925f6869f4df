"""Two lanes of checks at once: the first one's words as they come, the second one's at its end.

    python tools/lanes.py "make one two" "make three"

The exit code is 1 if either lane has failed. Ctrl-C ends both.
"""

import shlex
import subprocess
import sys
import tempfile


def main(first: str, second: str) -> int:
    """Run both lanes; 0 if both passed."""
    with tempfile.TemporaryFile() as words:
        beside = subprocess.Popen(shlex.split(second), stdout=words, stderr=subprocess.STDOUT)
        try:
            codes = [subprocess.run(shlex.split(first), check=False).returncode, beside.wait()]
        finally:
            if beside.poll() is None:
                beside.terminate()
                beside.wait()
            words.seek(0)
            sys.stdout.flush()
            sys.stdout.buffer.write(words.read())
            sys.stdout.flush()
    return int(any(codes))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
