"""Notes that a person jots down, of no mail and no meeting."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a note be one that was jotted down."""
    script = resources.files("store.migrations").joinpath("sql", "jottings.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
