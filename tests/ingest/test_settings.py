from __future__ import annotations

import pytest
from pydantic import ValidationError

from ingest.settings import IngestSettings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOSWELL_CHILDREN", "3")
    monkeypatch.setenv("BOSWELL_CONCURRENCY", "")
    assert (IngestSettings().children, IngestSettings().concurrency) == (3, 4)
    monkeypatch.setenv("BOSWELL_ITEM_SECONDS", "0")
    with pytest.raises(ValidationError):
        IngestSettings()
