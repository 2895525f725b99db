"""The worker of this bench: the product's own, with a Google on this machine in place of Google.

Nothing of this is a switch of the product: what is replaced is replaced here, in this process alone.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import ingest.connect_google
from api.cli import serving
from api.cli.logs import quiet_logs
from bench.faults.removing import replace_in
from bench.gmail.following import WHERE
from ingest.google.metering import Limits
from ingest.google.service import Roots
from ingest.oauth import Provider


def main() -> None:
    """Work until stopped."""
    quiet_logs()
    port, minute, certificate = os.environ[WHERE].split(" ", 2)
    roots = partial(Roots, f"https://localhost:{port}/", Path(certificate))
    replace_in(ingest.connect_google, "Roots", roots)
    replace_in(ingest.connect_google, "Limits", partial(Limits, minute=float(minute)))
    issuer = Provider("localhost", "/token", frozenset(), int(port))
    replace_in(ingest.connect_google, "PROVIDERS", {"google": issuer})
    serving.work()


if __name__ == "__main__":
    main()
