from __future__ import annotations

import pytest
from pydantic import ValidationError

from ingest.settings import IngestSettings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOSWELL_CHILDREN", "3")
    monkeypatch.setenv("BOSWELL_CONCURRENCY", "")
    assert (IngestSettings().children, IngestSettings().concurrency) == (3, 4)
    monkeypatch.setenv("BOSWELL_MAIL_PATIENCE", "12.5")
    assert IngestSettings().mail_patience == 12.5
    monkeypatch.setenv("BOSWELL_ITEM_SECONDS", "0")
    with pytest.raises(ValidationError):
        IngestSettings()


def test_networks_of_ones_own_are_looked_at_when_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOSWELL_ALLOWED_NETWORKS", "10.20.0.0/16=993,143 fd00::/8=993")
    assert IngestSettings().allowed_networks.startswith("10.20.")
    for odd in ("10.20.0.0/16", "lan=993", "10.20.0.1/16=993"):
        monkeypatch.setenv("BOSWELL_ALLOWED_NETWORKS", odd)
        with pytest.raises(ValidationError, match="allowed_networks"):
            IngestSettings()
