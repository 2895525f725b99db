"""``python -m bench NAME [FOLDER]``: measure one thing and print its figures."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

NAMES = ("imports", "recovery", "review", "screenshots", "size", "interrupted")


def main() -> None:
    """Run one measurement."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("folder", nargs="?", type=Path, help="data to measure with, where a measurement takes some")
    asked = parser.parse_args()
    importlib.import_module(f"bench.{asked.name}").run(asked.folder)


if __name__ == "__main__":
    main()
