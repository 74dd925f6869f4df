"""Files that are no plain data: whichever file it is, the fault is told with its line."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.broken.kit import BANK, Kit, problems

ANSWERS = "answers.yml"
FILES = (BANK, "_toc.yml", "_config.yml", ANSWERS)
QUOTE = "check indentation, and quote text that holds ': ' or starts with a symbol"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


class Rotten(NamedTuple):
    """A file's content, with its fault on the last line, and what must be said of it."""

    name: str
    content: str | bytes
    what: str
    mend: str
    line: int | None = None

    def bytes(self) -> bytes:
        content = self.content
        return content if isinstance(content, bytes) else content.encode("utf-8")

    def place(self) -> int:
        return self.bytes().count(b"\n") + 1 if self.line is None else self.line


ROTTEN = [
    Rotten(
        "a tab as indentation", "a:\n  b: 1\n\tc: 1",
        "not valid YAML: found a tab character that violates indentation", QUOTE,
    ),
    Rotten(
        "a quote that is not closed", 'a: 1\nb: "open\n\nc: 2\n',
        "not valid YAML: found unexpected end of stream", QUOTE, 2,
    ),
    Rotten(
        "a colon in plain text", "a: 1\nb: c: d",
        "not valid YAML: mapping values are not allowed in this context", QUOTE,
    ),
    Rotten(
        "a symbol at the start of plain text", "a: 1\nb: @c",
        "not valid YAML: found character that cannot start any token", QUOTE,
    ),
    Rotten("a bracket that is not closed", "a: 1\nb: [c", "not valid YAML: did not find", QUOTE),
    Rotten("a key that stands twice", "a: 1\na: 2", "the key 'a' stands twice", "keep one of them"),
    Rotten(
        "an anchor", "a: 1\nb: &x 1",
        "YAML anchors (&) and aliases (*) are not read", "write it out",
    ),
    Rotten(
        "an alias", "a: 1\nb: *x",
        "YAML anchors (&) and aliases (*) are not read", "write it out",
    ),
    Rotten(
        "aliases that unfold to a billion", BOMB,
        "YAML anchors (&) and aliases (*) are not read", "write it out", 1,
    ),
    Rotten(
        "a tag that would run a command", "a: 1\nb: !!python/object/apply:os.system [id]",
        "the YAML tag tag:yaml.org,2002:python/object/apply:os.system is not read", "remove it",
    ),
    Rotten("a tag on text", "a: 1\nb: !secret x", "the YAML tag !secret is not read", "remove it"),
    Rotten("a second document", "a: 1\n---", "a second YAML document starts here", "the '---'"),
    Rotten("a list as a key", "a: 1\n? [b]", "a key is not plain text", "use a word as the key"),
    Rotten("10 MB", b"# x\n" * 2_500_000, "the file is larger than 1,048,576 bytes", "split it", 0),
    Rotten(
        "Latin-1", "a: 1\nb: café".encode("latin-1"),
        "the text is not UTF-8", "save the file as UTF-8",
    ),
    Rotten("UTF-16", "a: 1".encode("utf-16"), "the text is not UTF-8", "save the file as UTF-8"),
    Rotten(
        "a NUL", "a: 1\nb: \0",
        "a control character (U+0000) stands in the text", "type the text again",
    ),
    Rotten(
        "an escape sequence", "a: 1\nb: \x1b[2J",
        "a control character (U+001B) stands in the text", "type the text again",
    ),
    Rotten(
        "an escape sequence, itself escaped", 'a: 1\nb: "\\e[2J"',
        "a control character (U+001B) stands in the text", "type the text again",
    ),
    Rotten(
        "an escape sequence as a key", 'a: 1\n"\\x9b2J": b',
        "a control character (U+009B) stands in the text", "type the text again",
    ),
    Rotten(
        "100,000 brackets", "a: 1\nb: " + "[" * 100_000,
        "nested deeper than 40 levels", "flatten it",
    ),
    Rotten("100,000 dashes", "- " * 100_000, "nested deeper than 40 levels", "flatten it"),
    Rotten("100,000 maps", "{a: " * 100_000, "nested deeper than 40 levels", "flatten it"),
]  # fmt: skip


def command(file: str) -> list[str]:
    """The command that reads a file."""
    return ["mark", file] if file == ANSWERS else ["check"]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("rotten", ROTTEN, ids=lambda rotten: rotten.name)
def test_no_plain_data(kit: Kit, file: str, rotten: Rotten) -> None:
    kit.write(file, rotten.bytes())
    (told,) = problems(kit.run(*command(file)))
    place = f"{file}:{rotten.place()}" if rotten.place() else file
    what, _dash, mend = told.partition(" — ")
    assert what.startswith(f"{place}: {rotten.what}")
    assert rotten.mend in mend


@pytest.mark.parametrize(
    ("file", "what", "mend"),
    [
        (BANK, "this is not a bank", "start with 'bank: …'"),
        ("_toc.yml", "this is not a table of contents", "name the first page in 'root:'"),
        (ANSWERS, "this is not an answers file", "it needs 'book:' and 'answers:', see README"),
    ],
)
@pytest.mark.parametrize("content", ["", "# nothing", "just text\n", "- a\n- list\n", "5\n", "~\n"])
def test_another_thing_than_a_map(kit: Kit, file: str, what: str, mend: str, content: str) -> None:
    kit.write(file, content)
    (told,) = problems(kit.run(*command(file)))
    assert told == f"{file}:1: {what} — {mend}"


@pytest.mark.parametrize(
    ("settings", "line", "what", "mend"),
    [
        ("- a\n", 1, "this is not a map", "see Jupyter Book's settings"),
        ("title: x\nsphinx: x\n", 2, "'sphinx' must be a map", "see Jupyter Book's settings"),
        (
            "sphinx:\n  config: [x]\n",
            2, "'config' must be a map", "see Jupyter Book's settings",
        ),
        (
            "sphinx:\n  config:\n    bookwork_book: [x]\n",
            3, "'bookwork_book' must be text", "name the book with a word",
        ),
    ],
)  # fmt: skip
def test_settings_of_another_shape(
    kit: Kit, settings: str, line: int, what: str, mend: str
) -> None:
    kit.write("_config.yml", settings)
    assert problems(kit.run("check")) == [f"_config.yml:{line}: {what} — {mend}"]


def test_a_folder_where_a_file_belongs(kit: Kit) -> None:
    (kit / BANK).unlink()
    (kit / BANK).mkdir()
    told = problems(kit.run(*command(BANK)))
    assert f"{BANK}: this is a folder — name a file in it" in told


def test_a_folder_with_nothing_to_mark(kit: Kit) -> None:
    (kit / ANSWERS).mkdir()
    told = problems(kit.run(*command(ANSWERS)))
    assert told == [f"{ANSWERS}: there is no lab's file in it — put in .py or .ipynb files"]


def test_a_link_that_leads_to_itself(kit: Kit) -> None:
    (kit / ANSWERS).symlink_to(kit / ANSWERS)
    (told,) = problems(kit.run("mark", ANSWERS))
    assert told.endswith(
        ": it cannot be read (Too many levels of symbolic links) — check its rights"
    )


def test_a_device_without_an_end(kit: Kit) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    (told,) = problems(kit.run("mark", "/dev/zero"))
    assert told == "/dev/zero: the file is larger than 1,048,576 bytes — split it"


def test_a_byte_order_mark_is_no_fault(kit: Kit) -> None:
    mark = b"\xef\xbb\xbf"
    kit.write(BANK, mark + (kit / BANK).read_bytes())
    kit.write("mine.json", mark + b'{"answers": {}}')
    assert kit.run("check").exit_code == 0
    assert kit.run("mark", "mine.json").exit_code == 0


def test_line_ends_of_windows_are_no_fault(kit: Kit) -> None:
    for file in (BANK, "_toc.yml", "_config.yml", "book/context.md"):
        kit.write(file, kit.text(file).replace("\n", "\r\n"))
    assert kit.run("check").exit_code == 0
