from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.settings import SYSTEM_HOME, StoreSettings, default_home


def test_without_settings_everything_is_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "BOSWELL_HOME", "BOSWELL_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    settings = StoreSettings()
    assert settings.is_embedded
    assert settings.home == default_home()
    assert settings.key_file == settings.home / "key"


def test_the_default_home_depends_on_who_starts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert default_home() == SYSTEM_HOME
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert default_home().name == "boswell"
    assert default_home() != SYSTEM_HOME


def test_settings_come_from_the_environment_and_hide_passwords(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://boswell_app:canary@db/boswell")
    monkeypatch.setenv("BOSWELL_HOME", str(tmp_path))
    monkeypatch.setenv("BOSWELL_KEY_FILE", str(tmp_path / "elsewhere"))
    settings = StoreSettings()
    assert not settings.is_embedded
    assert settings.key_file == tmp_path / "elsewhere"
    assert "canary" not in repr(settings)
