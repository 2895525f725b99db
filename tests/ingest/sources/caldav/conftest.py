"""The calendar server that lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.sources.caldav.lying import LyingServer
from tests.peers import certificates
from tests.peers.publishing import serving


@pytest.fixture
def liar(tmp_path: Path) -> Iterator[LyingServer]:
    with serving(certificates.write(tmp_path)) as server:
        made = LyingServer(server)
        yield made
        made.close()
