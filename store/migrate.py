"""Brings a database to the present form. Runs as boswell_owner, the only role that may change tables."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

ONE_AT_A_TIME = 0x626F737765  # "boswe": the advisory lock that keeps two migrations apart
HEAD = "0048"  # the form of the database that this release needs


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def migrate(owner_url: str, to: str = "head") -> None:
    """Run every revision that the database lacks. Two at once wait for each other; a killed one leaves nothing half."""
    config = _config()
    engine = create_engine(owner_url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def is_current(owner_url: str) -> bool:
    """Whether the database has every revision that this code knows."""
    engine = create_engine(owner_url, poolclass=NullPool)
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == HEAD
