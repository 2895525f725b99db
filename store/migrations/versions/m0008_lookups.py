"""An index for what judging asks of every batch: when mail first and last came from a company."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    script = resources.files("store.migrations").joinpath("sql", "lookups.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
