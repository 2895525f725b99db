"""The worker of the bench, and its listener: the product's own, with a defence taken away or a moment of its own.

Nothing of this is a switch of the product: what is replaced is replaced here, in this process alone.
"""

from __future__ import annotations

import os
import sys

from api.cli import serving
from api.cli.logs import quiet_logs
from bench.faults import defences, pretences


def main() -> None:
    """Work, or listen, until stopped."""
    quiet_logs()
    pretences.pretend(os.environ)
    defences.remove(os.environ.get("BENCH_WITHOUT", ""))
    serving.listen() if sys.argv[1:] == ["listen"] else serving.work()


if __name__ == "__main__":
    main()
