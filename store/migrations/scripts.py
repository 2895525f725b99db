"""The SQL of a revision, handed to the driver as it stands: percent signs in it are format()'s, not parameters."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op


def run_file(name: str) -> None:
    """Run a script of ``store/migrations/sql``."""
    run(resources.files("store.migrations").joinpath("sql", f"{name}.sql").read_text())


def run(script: str) -> None:
    """Run statements, several at once."""
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
