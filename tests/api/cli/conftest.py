"""Commands called in this process, on a database of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.settings import StoreSettings
from tests.database import Urls


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home in which nothing is yet, and no settings but that."""
    for name in ("DATABASE_URL", "WORKER_DATABASE_URL", "OWNER_DATABASE_URL", "BOSWELL_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BOSWELL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def installation(monkeypatch: pytest.MonkeyPatch, bare: Path, urls: Urls) -> StoreSettings:
    """Settings that name the test's database, and a key file of its own."""
    monkeypatch.setenv("DATABASE_URL", urls.app)
    monkeypatch.setenv("WORKER_DATABASE_URL", urls.worker)
    return StoreSettings()
