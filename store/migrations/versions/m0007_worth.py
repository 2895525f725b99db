"""What is private, why something is worth no note, and who must never be captured."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; what is read from now on fills them."""
    script = resources.files("store.migrations").joinpath("sql", "worth.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
