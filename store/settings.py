"""Where the database, the key and the home are. Built only at the edges (``api/app.py``, ``api/cli``), passed down."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

SYSTEM_HOME = Path("/var/lib/boswell")


def default_home() -> Path:
    """``/var/lib/boswell`` for root, else the platform's folder for a user's own data."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return SYSTEM_HOME
    return platformdirs.user_data_path("boswell", appauthor=False)


class StoreSettings(BaseSettings):
    """Settings of the store, read from the environment. Empty variables count as unset."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL address for the web process, as role boswell_app. Unset: the embedded PostgreSQL.",
    )
    worker_database_url: SecretStr | None = Field(
        default=None, description="PostgreSQL address for workers, as role boswell_worker."
    )
    owner_database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL address as role boswell_owner. Only migrate, init and backup read it.",
    )
    boswell_home: Path = Field(
        default_factory=default_home,
        description="Folder of the embedded database, the key and the passwords. Default: /var/lib/boswell for root, "
        "else the platform's folder for a user's data.",
    )
    boswell_key_file: Path | None = Field(
        default=None, description="File of the key that seals secrets, readable by its owner alone. Default: HOME/key."
    )

    @property
    def home(self) -> Path:
        """The home as an absolute path."""
        return self.boswell_home.expanduser().absolute()

    @property
    def key_file(self) -> Path:
        """The key file: the one that was set, else ``key`` in the home."""
        return (self.boswell_key_file or self.home / "key").expanduser().absolute()

    @property
    def is_embedded(self) -> bool:
        """Whether this installation runs its own PostgreSQL."""
        return self.database_url is None
