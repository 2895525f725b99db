"""Tests mirror the code, and no room is called after nothing in particular."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.source_tree import ROOT, modules, python_files

NAMELESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "manager",
    "managers",
    "misc",
    "base_service",
    "lib",
}
# Tables, DDL and data are proven by what uses them; these modules hold nothing that decides.
EXEMPT = ("store/models", "store/migrations", "extract/patterns", "demo/phrases")
EXEMPT_NAMES = {"__main__.py"}


def public_names(source: str) -> set[str]:
    """What a module offers: its top-level functions, classes and constants without a leading underscore."""
    names: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return {name for name in names if not name.startswith("_")}


def used_names(source: str) -> set[str]:
    """Names that a test file calls, asserts on, subclasses or reads: imports alone do not count."""
    tree = ast.parse(source)
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }


def mirror(module: Path) -> Path:
    """Where the tests of a module are: a package's own are named after the package."""
    if module.name == "__init__.py":
        return Path("tests", *module.parent.parts[:-1], module.parent.name, f"test_{module.parent.name}.py")
    return Path("tests", *module.parent.parts, f"test_{module.name}")


def has_to_be_tested(module: Path) -> bool:
    exempt = module.name in EXEMPT_NAMES or any(module.is_relative_to(folder) for folder in EXEMPT)
    return not exempt and bool(behaviour((ROOT / module).read_text()))


def behaviour(source: str) -> set[str]:
    """The public functions of a module and its classes that have methods; a file of constants and types has none."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        node.name
        for node in ast.parse(source).body
        if (isinstance(node, functions) or (isinstance(node, ast.ClassDef) and _acts(node, functions)))
        and not node.name.startswith("_")
    }


def _acts(node: ast.ClassDef, functions: tuple[type[ast.AST], ...]) -> bool:
    return bool(node.bases) or any(isinstance(part, functions) for part in node.body)


TESTED = [module for module in modules() if has_to_be_tested(module)]


def has_its_mirror(module: Path) -> bool:
    """Whether the mirror is there, holds a test and uses something of the module."""
    tests = ROOT / mirror(module)
    if not tests.is_file():
        return False
    written = tests.read_text()
    holds = "def test_" in written or "Contract" in written
    return holds and bool(public_names((ROOT / module).read_text()) & used_names(written))


def test_every_module_has_its_mirror() -> None:
    """A mirror that is told here is missing, or uses nothing of its module."""
    assert len(TESTED) > 500
    assert [str(mirror(module)) for module in TESTED if not has_its_mirror(module)] == []


def test_names_say_what_is_inside() -> None:
    parts = {str(path): {*path.parts[:-1], path.stem.removeprefix("test_")} for path in python_files()}
    assert len(parts) > 1000
    assert {path: named & NAMELESS for path, named in parts.items() if named & NAMELESS} == {}


def test_folders_of_tests_are_packages() -> None:
    folders = {path.parent for path in python_files() if path.parts[0] == "tests"}
    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder / "__init__.py").is_file()] == []


def test_an_import_alone_is_no_use() -> None:
    assert "save" not in used_names("from store.inbound import save\n")
    assert "save" in used_names("from store.inbound import save\nassert save(1)\n")


def test_public_names_are_those_without_underscore() -> None:
    assert public_names("A = 1\nB: int = 2\n_c = 3\ndef d(): ...\nclass E: ...\n") == {"A", "B", "d", "E"}
