"""A lab's checks: a student's code is run, and what is not yet right is said in plain words.

The same file works in three places: in a web page, under pytest, and in `bookwork mark`. It needs
nothing but Python itself. A check is a function for one task. It looks at what the code has made,
and says what is wrong by the id of a message of that task (`lab.yml` has the words)::

    @checks("ctx-lab-gap")
    def gap(answer: Answer) -> None:
        days = answer.value("gap", Days)
        if days.most < 0:
            answer.wrong("backwards", got=days)

A check that says nothing is passed. No message ever shows the solution.
"""

from __future__ import annotations

import ast
import contextlib
import io
import linecache
import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from bookwork.labwords import (
    GENERAL,
    MOST_OF_ERROR,
    MOST_SHOWN,
    filled,
    found_words,
    in_words,
    sentence,
    shown,
)

MOST_PRINTED = 20_000
"""Characters of what a student's code prints that a check sees; the rest is dropped."""
CODE = "<your code>"
Names = dict[str, Any]
Check = Callable[["Answer"], None]
_CELL = re.compile(r"^# %%[ \t]*(?P<title>.*)$", re.MULTILINE)


class NeedsInput(Exception):  # noqa: N818 - a student reads this name
    """Somebody should type, but nobody can."""


class Wrong(Exception):  # noqa: N818 - not an error: a finding
    """A check's finding: the id of a message, and what fills its gaps."""

    def __init__(self, says: str, /, **values: object) -> None:
        super().__init__(says)
        self.says = says
        self.values = values


@dataclass(frozen=True)
class Result:
    """What a check found: passed, or the id of a message and the message itself."""

    task: str
    passed: bool
    says: str = ""
    message: str = ""


class Answer:
    """What the code of one task has made: its names, and what it printed."""

    def __init__(self, names: Names, printed: str = "", code: str = "") -> None:
        self.names = names
        self.printed = printed
        self.code = code

    def value(self, name: str, *kinds: type) -> Any:
        """The value called `name`; Wrong if there is none, or it is of no kind named."""
        if name not in self.names:
            raise Wrong("missing", name=name)
        found = self.names[name]
        if found is ...:
            raise Wrong("unfinished")
        if kinds and not _is_of(found, kinds):
            wanted = " or ".join(dict.fromkeys(map(in_words, kinds)))
            raise Wrong("kind", name=name, wanted=wanted, found=found_words(found))
        return found

    def function(self, name: str) -> Callable[..., Any]:
        """The function called `name`, made safe to use: what it does wrong is said as Wrong."""
        found = self.names.get(name)
        if found is None or found is ...:
            raise Wrong("missing-function", name=name)
        if not callable(found):
            raise Wrong("kind", name=name, wanted="a function", found=found_words(found))

        def used(*arguments: Any) -> Any:
            """The result for some arguments; a list is handed over as a copy."""
            call = f"{name}({', '.join(shown(each, quoted=True) for each in arguments)})"
            copies = [list(each) if isinstance(each, list) else each for each in arguments]
            out = _Capped()
            try:
                with contextlib.redirect_stdout(out):
                    result = found(*copies)
            except KeyboardInterrupt:
                raise
            except NeedsInput:
                raise Wrong("input") from None
            except BaseException as error:
                says = "stops" if _line(error) else "arguments"
                raise Wrong(says, call=call, error=sentence(error)) from None
            if result is ...:
                raise Wrong("unfinished")
            if result is None:
                raise Wrong("printed" if out.getvalue().strip() else "nothing", call=call)
            return result

        return used

    def wrong(self, says: str, /, **values: object) -> NoReturn:
        """Say what is wrong, by the id of one of the task's messages."""
        raise Wrong(says, **values)


def checks(task: str) -> Callable[[Check], Check]:
    """Mark a function as the check of a task."""

    def marked(check: Check) -> Check:
        check.task = task  # type: ignore[attr-defined] # load_checks looks for it
        return check

    return marked


def load_checks(text: str, name: str) -> dict[str, Check]:
    """The checks that a file (its text, its name) holds, by task."""
    names: Names = {"__name__": "check_lab"}
    exec(compile(text, name, "exec"), names)
    return {check.task: check for check in names.values() if hasattr(check, "task")}


def cells(text: str) -> tuple[str, dict[str, str]]:
    """The first cell of a lab's file, and the code of each task by its id.

    Cells begin with a line `# %% id`, as in Jupytext and many editors. Each keeps its line numbers.
    """
    starts = list(_CELL.finditer(text))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    first = text[: starts[0].start()] if starts else text
    found: dict[str, str] = {}
    for match, end in zip(starts, ends, strict=False):
        title = match["title"].strip()
        above = "\n" * text.count("\n", 0, match.start())
        code = above + text[match.start() : end]
        if title.startswith("["):  # [markdown]: not code
            continue
        if re.fullmatch("[a-z][a-z0-9-]+", title):
            found[title] = code
        elif not found:  # cells before the first task belong to the first
            first += "\n" * (above.count("\n") - first.count("\n")) + text[match.start() : end]
    return first, found


def fresh_names() -> Names:
    """The names that code starts with; as in a notebook, `display` is among them."""
    return {"__name__": "__main__", "input": _input, "display": _display}


def _display(*values: object) -> None:
    """Show values where nothing but text can be shown."""
    for value in values:
        print(repr(value))


def _input(*_words: object) -> NoReturn:
    raise NeedsInput("input() does not work here: write the value into the code.")


def evaluate(code: str, names: Names, filename: str = CODE) -> Any:
    """Run code as a notebook does; give back the value of its last line, if it is one."""
    lines = code.splitlines(keepends=True)
    linecache.cache[filename] = (len(code), None, lines, filename)  # for tracebacks
    body = ast.parse(code, filename).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    # What this file takes from the future, a student's code does not.
    exec(compile(ast.Module(body, []), filename, "exec", dont_inherit=True), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), filename, "eval", dont_inherit=True), names)
    return None


def run_check(
    task: str, check: Check, messages: Mapping[str, str], first: str, code: str
) -> Result:
    """Run a task's code after the first cell, apart from all else, and check what it has made."""
    try:
        out = _Capped()
        names = fresh_names()
        with contextlib.redirect_stdout(out):
            _run(first, names, is_first=True)
            if _has_dots(code):
                raise Wrong("unfinished")
            out.restart()
            _run(code, names)
        check(Answer(names, out.getvalue(), code))
    except Wrong as found:
        words = {**GENERAL, **messages}[found.says]
        most = {"error": MOST_OF_ERROR}  # what helps often stands at its end
        values = {
            name: shown(value, most=most.get(name, MOST_SHOWN))
            for name, value in found.values.items()
        }
        return Result(task, passed=False, says=found.says, message=filled(words, values))
    return Result(task, passed=True)


def _has_dots(code: str) -> bool:
    """Whether three dots still stand where the student's own code should be."""
    try:
        nodes = ast.walk(ast.parse(code))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False  # said when it is run
    return any(isinstance(node, ast.Constant) and node.value is ... for node in nodes)


def _run(code: str, names: Names, *, is_first: bool = False) -> None:
    """Run code; Wrong says what stops it."""
    try:
        evaluate(code, names)
    except KeyboardInterrupt:
        raise
    except NeedsInput:
        raise Wrong("input") from None
    except BaseException as error:
        line = _line(error) or 0
        if is_first:
            raise Wrong("first-cell", line=line, error=sentence(error)) from None
        if isinstance(error, SyntaxError) and isinstance(error.msg, str):
            raise Wrong("syntax", line=line, error=error.msg.rstrip(".?")) from None
        if isinstance(error, NameError) and error.name:
            raise Wrong("unknown", line=line, name=error.name) from None
        raise Wrong("error", line=line, error=sentence(error)) from None


def _line(error: BaseException) -> int | None:
    """The line of the student's code in which an error arose."""
    if isinstance(error, SyntaxError) and error.filename == CODE:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == CODE), None)


def _is_of(value: object, kinds: tuple[type, ...]) -> bool:
    """Whether a value is of one of the kinds; True and False are no numbers here."""
    if isinstance(value, bool):
        return bool in kinds
    return isinstance(value, kinds) or (float in kinds and isinstance(value, int))


class _Capped(io.StringIO):
    """What code prints, up to a limit: more is dropped, so that no loop fills the memory."""

    def write(self, text: str) -> int:
        """Take what there is room for."""
        super().write(text[: max(0, MOST_PRINTED - self.tell())])
        return len(text)

    def close(self) -> None:
        """Stay open: a student's code may close what it prints to, and a check still reads it."""

    def restart(self) -> None:
        """Forget what was printed."""
        self.seek(0)
        self.truncate()
