"""How fast mail is imported: the demo's mailbox, or a folder that is named, three times each into an empty company."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.installation import add_user, command, environment, folder
from demo.generator import generate
from demo.writing import write

RUNS = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("folder", nargs="?", type=Path, help="mail to import instead of the demo's")


def run(asked: argparse.Namespace) -> None:
    """Print items, seconds and items a second: of the median run, reading and keeping, without the start."""
    with folder() as base:
        place = asked.folder or base / "world"
        if asked.folder is None:
            write(generate(1, datetime.now(UTC).date()), place)
        found = [imported(base / f"home{number}", place) for number in range(RUNS)]
    seconds = statistics.median(one["seconds"] for one in found)
    accounts = found[0]["accounts"]
    aside, out = sum(accounts["quarantined"].values()), sum(accounts["left_out"].values())
    total = accounts["read"] + aside + out
    print(f"{total} items: {accounts['read']} read, {out} left out, {aside} kept unread")
    print(f"{seconds:.2f} s (median of {RUNS}), {total / seconds:.0f} items a second")


def imported(home: Path, place: Path) -> dict[str, Any]:
    """What importing a place into an empty company came to."""
    add_user(home)
    done = subprocess.run(
        command("import", str(place), "--as", "ines", "--json"), env=environment(home), check=True, capture_output=True
    )
    return dict(json.loads(done.stdout))
