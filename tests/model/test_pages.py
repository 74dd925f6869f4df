"""What a page is seen to hold: chips in its prose, quizzes with their options."""

from pathlib import Path

from bookwork.model.coverage import Page, read_page


def read(folder: Path, text: str) -> Page:
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return read_page(page)


def ids(page: Page) -> list[tuple[str, int]]:
    return [(chip.id, chip.line) for chip in page.chips]


def test_chips_count_in_prose_and_after_it(tmp_path: Path) -> None:
    text = "{s}`s01`\n\n```{note}\n{s}`s02`\n```\n\n:::{dropdown} More\n{s}`s03`\n:::\n{s}`s04`\n"
    assert ids(read(tmp_path, text)) == [("s01", 1), ("s02", 4), ("s03", 8), ("s04", 10)]


def test_chips_do_not_count_in_code_and_comments(tmp_path: Path) -> None:
    text = (
        "```\n{s}`s01`\n```\n% {s}`s02`\n<!-- {s}`s03`\n{s}`s04` -->\n"
        "```{code-cell} ipython3\n# {s}`s05`\n```\n`` {s}`s06` ``\n{s}`s07`\n"
    )
    assert ids(read(tmp_path, text)) == [("s07", 11)]


def test_quizzes_count_in_every_fence(tmp_path: Path) -> None:
    text = (
        ":::{quiz} one\n:ids: a b\n:::\n````{tab-item} Two\n```{quiz} two\n---\nlevel: recall\n"
        "---\n```\n{s}`s01`\n````\n```{question} three\n```\n"
    )
    page = read(tmp_path, text)
    found = [(p.name, p.argument, dict(p.options), p.line) for p in page.placements]
    assert found == [
        ("quiz", "one", {"ids": "a b"}, 1),
        ("quiz", "two", {"level": "recall"}, 5),
        ("question", "three", {}, 12),
    ]
    assert ids(page) == [("s01", 10)]
