"""What was done again after an undo: so that redo, too, is a stack that survives a reload."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    script = resources.files("store.migrations").joinpath("sql", "redone.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
