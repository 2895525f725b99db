"""The product's own files, as the checks of the repository see them: what git tracks or would."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PACKAGES = ("i18n", "extract", "store", "ingest", "deliver", "api", "demo")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root; what .gitignore names is left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found = (Path(name) for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in found if (ROOT / path).is_file()))


def python_files() -> tuple[Path, ...]:
    """Every Python file of the repository."""
    return tuple(path for path in files() if path.suffix == ".py")


def modules() -> tuple[Path, ...]:
    """Every Python file of the packages that the wheel holds."""
    return tuple(path for path in python_files() if path.parts[0] in PACKAGES)


@cache
def project() -> dict[str, Any]:
    """The content of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())
