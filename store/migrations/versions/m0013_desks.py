"""Companies' shared mailboxes: which participants are such, and contact points of companies."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is read from now on fills them."""
    script = resources.files("store.migrations").joinpath("sql", "desks.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
