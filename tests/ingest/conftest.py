"""Real children that read, shared by the tests of ingest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.reading import ReadingPool


@pytest.fixture(scope="session")
def reading() -> Iterator[ReadingPool]:
    with ReadingPool(1) as pool:
        yield pool
