"""Promises with a day, what their owners say of them, and relationships that went quiet."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; what is read from now on fills them."""
    script = resources.files("store.migrations").joinpath("sql", "promises.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
