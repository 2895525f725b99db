from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.sources.google_calendar.shelf import GoogleShelf
from tests.peers.google.server import Google


@pytest.fixture
def place(google: Google) -> Iterator[GoogleShelf]:
    made = GoogleShelf(google)
    yield made
    made.close()
