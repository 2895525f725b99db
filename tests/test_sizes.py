"""Small files, small functions, few parameters: measured, so that no file eats its neighbours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source_tree import ROOT, modules, python_files

FILE_LINES = 300
FUNCTION_LINES = 40
PARAMETERS = 5
MEASURED = [path for path in python_files() if path.parts[0] != "tests"]
# A command's options are its parameters: typer reads them from there.
COMMANDS = Path("api/cli")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(source: str) -> Iterator[Function]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, Function))


def too_long(source: str) -> list[str]:
    """Functions over the limit, docstring and decorators included."""
    return [
        f"line {found.lineno}: {found.name} has {length} lines"
        for found in functions(source)
        if (length := (found.end_lineno or found.lineno) - found.lineno + 1) > FUNCTION_LINES
    ]


def too_many_parameters(source: str) -> list[str]:
    """Functions with more parameters than anybody keeps apart; ``self`` and ``cls`` are not counted."""
    found = []
    for function in functions(source):
        every = function.args
        names = [one.arg for one in (*every.posonlyargs, *every.args, *every.kwonlyargs)]
        if len([name for name in names if name not in {"self", "cls"}]) > PARAMETERS:
            found.append(f"line {function.lineno}: {function.name} has {len(names)} parameters")
    return found


def test_files_are_short() -> None:
    assert len(MEASURED) > 500
    lines = {str(path): len((ROOT / path).read_text().splitlines()) for path in MEASURED}
    assert {path: number for path, number in lines.items() if number > FILE_LINES} == {}


def test_functions_are_short() -> None:
    assert [(str(path), found) for path in MEASURED for found in too_long((ROOT / path).read_text())] == []


def test_functions_take_few_parameters() -> None:
    counted = [path for path in modules() if not path.is_relative_to(COMMANDS)]
    assert len(counted) > 500
    assert [(str(path), found) for path in counted for found in too_many_parameters((ROOT / path).read_text())] == []


def test_a_long_function_is_found() -> None:
    body = "    x = 1\n" * FUNCTION_LINES
    assert too_long(f"def long():\n{body}") == ["line 1: long has 41 lines"]
    assert too_long("class A:\n    def short(self):\n        return 1\n") == []


def test_many_parameters_are_found() -> None:
    assert too_many_parameters("def f(self, a, b, c, d, *, e): ...") == []
    assert too_many_parameters("def f(a, b, c, d, *, e, g): ...") == ["line 1: f has 6 parameters"]
