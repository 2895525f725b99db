"""``python -m bench.worlds SEED FOLDER [--words SET] [--small]``: write one world as docs/touchless.md describes it."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.worlds.making import make
from bench.worlds.scene import SMALL, WHOLE
from bench.worlds.wording import SETS
from bench.worlds.writing import write


def main() -> None:
    """Write a world."""
    parser = argparse.ArgumentParser(prog="python -m bench.worlds", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", choices=SETS, default="usual")
    parser.add_argument("--small", action="store_true", help="four weeks instead of fourteen")
    asked = parser.parse_args()
    write(make(asked.seed, asked.words, SMALL if asked.small else WHOLE), asked.folder)


if __name__ == "__main__":
    main()
