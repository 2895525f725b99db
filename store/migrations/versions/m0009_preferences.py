"""What a rep wants of Boswell, the daily round, and the digest of a day."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, a kind of what is due and the day of a digest."""
    script = resources.files("store.migrations").joinpath("sql", "preferences.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
