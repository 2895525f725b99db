"""How far mailboxes are read, who reads them now, and how they compare with their servers."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns; what is stored stays as it is."""
    script = resources.files("store.migrations").joinpath("sql", "mailboxes.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
