"""An index for the daily look at one's own relationships."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    script = resources.files("store.migrations").joinpath("sql", "touches.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
