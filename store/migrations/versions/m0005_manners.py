"""Pausing and disconnecting, turns at mail servers, notices to owners."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; what is there stays as it is."""
    script = resources.files("store.migrations").joinpath("sql", "manners.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
