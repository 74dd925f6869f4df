"""Code on paper, and what it printed."""

from __future__ import annotations

from docutils import nodes

from bookwork.print.markup import call, string


def code_block(node: nodes.Element) -> str:
    """Return a block of code, its `marked` lines marked, too; or of what code printed."""
    language = "python" if "python" in str(node.get("language", "")) else "text"
    marked = node.get("marked", ())
    lines = [(line, at in marked) for at, line in enumerate(node.astext().split("\n"), 1)]
    if language == "python":  # one empty line does, on paper
        before = [("", False), *lines]
        lines = [line for line, above in zip(lines, before, strict=False) if line[0] or above[0]]
    numbers = "".join(f"{at}, " for at, (_line, is_so) in enumerate(lines, 1) if is_so)
    return call(
        "code-block",
        string("\n".join(line for line, _is_marked in lines)),
        string(language),
        lines=str(len(lines)),
        marked=f"({numbers})",
    )
