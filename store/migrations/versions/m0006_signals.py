"""Word by NOTIFY to listeners and open pages, from the tables themselves: no writer can forget it."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the triggers that send it."""
    script = resources.files("store.migrations").joinpath("sql/signals.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
