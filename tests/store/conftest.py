"""A company in a fresh database for every test that asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.engine import WORKER_LIMITS, Database
from tests.database import Urls
from tests.firm import Firm, Person


@pytest.fixture
def firm(urls: Urls) -> Iterator[Firm]:
    app, worker = Database(urls.app), Database(urls.worker, limits=WORKER_LIMITS)
    yield Firm(app, worker)
    app.close()
    worker.close()


@pytest.fixture
def ines(firm: Firm) -> Person:
    return firm.person("Ines")


@pytest.fixture
def jonas(firm: Firm) -> Person:
    return firm.person("Jonas")
