"""Manners of the house: short files, short functions, or the reason beside them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("vnreport_nlp", "scripts", "benchmarks", "examples", "tests")
MAX_FILE, MAX_FUNCTION = 300, 40
REASON = "# Long because: "
"""Before the first import for a file, right above a function (and its decorators) for a function."""


def files() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def without_reason(path: Path) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    head = lines[: next((k for k, line in enumerate(lines) if line.startswith(("import ", "from "))), len(lines))]
    if len(lines) - 1 > MAX_FILE and not any(line.startswith(REASON) for line in head):
        yield f"{path.name}: {len(lines) - 1} lines"
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or 0) - node.lineno + 1
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            if size > MAX_FUNCTION and not lines[first - 2].lstrip().startswith(REASON):
                yield f"{path.name}: {node.name} has {size} lines"


def test_long_files_and_functions_have_a_reason() -> None:
    assert [fault for path in files() for fault in without_reason(path)] == []


@pytest.mark.parametrize(("lines", "told"), [(300, 0), (301, 1)])
def test_the_gate_sees_a_long_file(tmp_path: Path, lines: int, told: int) -> None:
    (tmp_path / "a.py").write_text("x = 1\n" * lines, encoding="utf-8")
    assert len(list(without_reason(tmp_path / "a.py"))) == told


@pytest.mark.parametrize(("body", "above", "told"), [(39, "", 0), (40, "", 1), (40, REASON + "a list.\n", 0)])
def test_the_gate_sees_a_long_function(tmp_path: Path, body: int, above: str, told: int) -> None:
    (tmp_path / "a.py").write_text(above + "@x\ndef f():\n" + "    x = 1\n" * body, encoding="utf-8")
    found = list(without_reason(tmp_path / "a.py"))
    assert len(found) == told, found
