"""The worker of the bench: the product's own, with a defence taken away or a moment of its own where a fault asks so.

Nothing of this is a switch of the product: what is replaced is replaced here, in this process alone.
"""

from __future__ import annotations

import os

from api.cli import serving
from api.cli.logs import quiet_logs
from bench.faults import defences, pretences


def main() -> None:
    """Work until stopped."""
    quiet_logs()
    pretences.pretend(os.environ)
    defences.remove(os.environ.get("BENCH_WITHOUT", ""))
    serving.work()


if __name__ == "__main__":
    main()
