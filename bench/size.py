"""Lines of code, blank lines and comments apart, by package."""

from __future__ import annotations

import argparse
from pathlib import Path

PACKAGES = ("extract", "store", "ingest", "deliver", "api", "demo", "bench", "tests")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""


def run(_asked: argparse.Namespace) -> None:
    """Print a line a package."""
    for package in PACKAGES:
        lines = [line.strip() for path in Path(package).rglob("*.py") for line in path.read_text().splitlines()]
        written = sum(1 for line in lines if line and not line.startswith("#"))
        print(f"{package:8} {written:6,} lines in {sum(1 for _ in Path(package).rglob('*.py')):4} files")
