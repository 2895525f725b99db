"""``python -m bench NAME [options]``: measure one thing and print its figures.

Every measurement takes ``--quick`` (within a minute, where it can be shortened) and ``--json FILE``; further options
are its own. The exit code is 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

# One core is one core: numpy's libraries would take all of them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

NAMES = (
    "calendars",
    "extraction",
    "faults",
    "gmail",
    "goals",
    "idle",
    "imap",
    "imports",
    "interrupted",
    "invitations",
    "judging",
    "laws",
    "pages",
    "pipeline",
    "polls",
    "push",
    "recovery",
    "review",
    "screenshots",
    "size",
    "sureness",
    "touchless",
    "trends",
)


def main() -> int:
    """Run one measurement."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    named = parser.add_subparsers(dest="name", required=True)
    for name in NAMES:
        module = importlib.import_module(f"bench.{name}")
        one = named.add_parser(name, help=(module.__doc__ or "").partition("\n")[0])
        one.add_argument("--quick", action="store_true", help="a smaller measurement, within a minute")
        one.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
        module.arguments(one)
        one.set_defaults(run=module.run)
    asked = parser.parse_args()
    code: int = asked.run(asked) or 0
    return code


if __name__ == "__main__":
    sys.exit(main())
