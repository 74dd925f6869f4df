"""A student's code, read and not run: what it gives a name, and which ids stand behind a name.

Checks use it where the result alone does not tell what was asked.
"""

from __future__ import annotations

import ast
from collections.abc import Collection


def given(name: str, lines: list[ast.stmt]) -> tuple[ast.expr | None, list[ast.stmt]]:
    """What these lines give a name last, and the lines above that."""
    for at in reversed(range(len(lines))):
        line = lines[at]
        if isinstance(line, ast.Assign):
            for target in line.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    return line.value, lines[:at]
    return None, []


def named(node: ast.AST, above: list[ast.stmt], ids: Collection[str]) -> list[str]:
    """The ids of the events that code names, as far as the lines above show what its names mean."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and node.value in ids else []
    if isinstance(node, ast.Name):
        value, higher = given(node.id, above)
        return named(value, higher, ids) if value else []
    parts = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.Call):  # b=…, a=… is the same as a=…, b=…
        parts = [*node.args, *sorted(node.keywords, key=lambda each: each.arg or "")]
    return [id for part in parts for id in named(part, above, ids)]
