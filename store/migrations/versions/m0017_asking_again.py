"""Items that were not handed over in time are asked for again."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    script = resources.files("store.migrations").joinpath("sql", "asking_again.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
