"""Who is who: details that mails give, rows that are one, and the source of each value."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns of identity, with their rights."""
    script = resources.files("store.migrations").joinpath("sql", "identity.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
