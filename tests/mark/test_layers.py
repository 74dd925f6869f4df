"""The layers: each is tried alone, too, as on a system that has no other."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bookwork.jail.kernel import call
from bookwork.jail.layers import Layers
from bookwork.mark.protections import in_words
from bookwork.mark.sandbox import CHILD
from tests.support.sandboxed import LIMITS, SHORT, Run, hook_alone

TRY = """\
import os
def tried(*what):
    try:
        what[0](*what[1:])
    except Exception as reason:
        return "H" if type(reason).__name__ == "NotAllowed" else "K"
    return "!"
"""
HOOK, DONE = "H", "!"


def harm(sentinel: Path) -> dict[str, str]:
    """What code may try, and by what name in words it is refused if the hook refuses it."""
    path, folder = str(sentinel), str(sentinel.parent)
    return {
        f"open, {path!r}": "files",
        f"open, {path!r}, 'w'": "files",
        f"open, {path!r}, 'a'": "files",
        f"os.open, {path!r}, os.O_WRONLY | os.O_TRUNC": "files",
        f"os.truncate, {path!r}, 0": "files",
        f"os.remove, {path!r}": "files",
        f"os.rename, {path!r}, 'mine'": "files",
        f"os.rename, 'events.csv', {path!r}": "files",
        f"os.link, {path!r}, 'mine'": "files",
        f"os.mkdir, {folder + '/new'!r}": "files",
        f"os.listdir, {folder!r}": "files",
        "os.listdir, '..'": "files",
        "open, '../sentinel.txt', 'w'": "files",
        f"os.rmdir, {folder!r}": "files",
        f"__import__('shutil').rmtree, {folder!r}": "files",
        f"open, {str(CHILD)!r}": "files",
        f"__import__('sqlite3').connect, {path!r}": "files",
        "os.fork": "process",
        "os.posix_spawn, '/bin/true', ['true'], {}": "process",
        "__import__('subprocess').run, ['/bin/true']": "process",
        "os.execv, '/bin/true', ['true']": "process",
        "__import__('socket').socket": "network",
        "__import__('socket').create_connection, ('127.0.0.1', 9)": "network",
        "__import__('urllib.request').request.urlopen, 'http://127.0.0.1:9/'": "network",
        "os.kill, os.getppid() or os.getpid(), 0": "process",
    }


def attempts(run: Run, layers: Layers, sentinel: Path, weak: str = "") -> dict[str, str]:
    """What became of each attempt at harm: refused by the hook, by the kernel, or done."""
    codes = [code for code, kind in harm(sentinel).items() if kind not in weak]
    said = "".join(f"said += tried({code})\n" for code in codes)
    result = run(f'{TRY}said = ""\n{said}', layers=layers)
    return dict(zip(codes, result.message, strict=True))


def test_the_hook_alone_refuses_harm_with_a_reason(run: Run, here: Layers, sentinel: Path) -> None:
    found = attempts(run, hook_alone(here), sentinel)
    assert set(found.values()) == {HOOK}, found


def test_all_layers_refuse_harm(run: Run, here: Layers, sentinel: Path) -> None:
    found = attempts(run, here, sentinel)
    assert set(found.values()) == {HOOK}, found


def test_the_kernel_alone_refuses_what_is_said_to_be_in_force(
    run: Run, here: Layers, sentinel: Path
) -> None:
    weak = " ".join(in_words(here, LIMITS).by_python)
    found = attempts(run, replace(here, hook=False), sentinel, weak)
    assert [attempt for attempt, became in found.items() if became == DONE] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os\nos.system('ls')", "line 2: NotAllowed: a check starts no other program."),
        ("import socket\nsocket.socket()", "line 2: NotAllowed: a check has no network."),
        ("open('/etc/passwd')", "line 1: NotAllowed: 'passwd' is not in the folder of the lab."),
        ("import os\nos.kill(1, 9)", "line 2: NotAllowed: a check ends no other program."),
        ("import ctypes", "line 1: NotAllowed: a check does not reach below Python."),
        (
            "import multiprocessing as m\nm.get_context('spawn').Process(target=print).start()",
            "line 2: NotAllowed: a check starts no other program.",
        ),
    ],
)
def test_a_refusal_is_said_in_words(run: Run, here: Layers, code: str, words: str) -> None:
    for layers in (here, hook_alone(here)):
        assert run(code, layers=layers).message == f"Your code stops in {words}"


BOMB = """\
import os
said = "not one"
for _ in range(3000):
    try:
        if os.fork() == 0:
            while True:
                try:
                    os.fork()
                except OSError:
                    pass
        said = "some"
    except OSError:
        pass
"""
DAEMON = """\
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(3600)
    os._exit(0)
time.sleep(0.2)
said = "left one"
"""


def test_a_fork_bomb_is_refused_where_seccomp_is(run: Run, here: Layers) -> None:
    assert run(BOMB, replace(here, hook=not here.seccomp)).message == "not one"


def test_a_fork_bomb_ends_with_its_task(run: Run, here: Layers) -> None:
    """Without seccomp and the hook, the number of processes is limited, and all end."""
    layers = replace(here, seccomp=False, hook=not here.namespaces)
    assert run(BOMB, layers, replace(SHORT, processes=20 + LIMITS.processes)).says in (
        "time",
        "said",
    )


def test_a_process_that_hides_ends_with_its_task(run: Run, here: Layers) -> None:
    """The fixture looks for it when the test has ended."""
    layers = replace(here, seccomp=False, hook=not here.namespaces)
    wanted = "left one" if here.namespaces else "NotAllowed"
    assert wanted in run(DAEMON, layers).message


ELSEWHERE = """\
import os, sys
from bookwork.jail import seccomp
seccomp.REFUSED = {"unshare": (272, 97), "landlock": (444, 444), "prctl": (157, 167)}
seccomp.PRETENDED = {}
seccomp.CLONE = seccomp.CLONE3 = seccomp.PRLIMIT = (-2 % 2**32, -2 % 2**32)
seccomp.restrict()
from bookwork.jail.limits import Limits
from bookwork.mark.protections import probe
print(probe(Limits(), 1))
"""


def test_a_system_that_refuses_all_layers_is_probed_as_one_that_has_none(here: Layers) -> None:
    """The filter stands in for such a system: it refuses what puts the layers on."""
    if here.seccomp:
        done = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, text=True)
        assert done.stderr == ""
        assert "namespaces=False, landlock=0, seccomp=False, hook=True" in done.stdout
        assert "limits=True" in done.stdout


def test_a_call_of_the_kernel_that_fails_is_an_error() -> None:
    for name, arguments in (("prctl", (-1, 0, 0, 0, 0)), ("unshare", (1,)), ("syscall", (-1,))):
        with pytest.raises(OSError, match=r"Invalid argument|not (implemented|permitted)"):
            call(name, *arguments)


def test_the_child_imports_the_standard_library_and_what_students_use() -> None:
    code = (
        "import runpy, sys; runpy.run_path(sys.argv[1], run_name='child');"
        "print(*sorted({n for n in sys.modules if n.split('.')[0] not in sys.stdlib_module_names}))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(CHILD)],
        capture_output=True,
        text=True,
        check=True,
    )
    parts = set(done.stdout.split()) - {"__main__"}
    assert {name.split(".")[0] for name in parts} == {"bookwork"}
    assert "bookwork.spans" in parts
    assert "bookwork.model" not in parts


def test_the_words_follow_from_the_layers() -> None:
    none = in_words(Layers(), LIMITS)
    assert none.in_force == ("30 seconds for a task", "output is thrown away", "16 MB of files")
    assert none.missing == ("512 MB of memory",)
    assert len(none.by_python) == 3
    full = in_words(Layers(True, 60706, True, True, 7, True), LIMITS)
    assert (full.by_python, full.missing) == ((), ())
    assert "no network" in full.in_force
    tcp = in_words(Layers(True, landlock=4), LIMITS)
    assert "no TCP" in tcp.in_force
    assert "no other network" in tcp.by_python
    ends = in_words(Layers(True, namespaces=True), LIMITS)
    assert "what code starts ends with it" in ends.in_force
    assert "no other program or process" in ends.by_python
    lines = list(none.lines())
    assert lines[0].startswith("In force: 30 seconds")
    assert "code that means to can get round it" in lines[1]
    assert lines[2] == "Not in force here: 512 MB of memory."
    assert any("not for grades" in line for line in lines[3:])
