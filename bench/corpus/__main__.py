"""``python -m bench.corpus SET FOLDER``: write a set as ``labels.jsonl`` and ``.eml`` files."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.corpus.sets import load, names, write


def main() -> None:
    """Write one set."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("set", choices=names())
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    samples = load(asked.set)
    write(samples, asked.folder)
    print(f"{len(samples)} messages in {asked.folder}")


if __name__ == "__main__":
    main()
