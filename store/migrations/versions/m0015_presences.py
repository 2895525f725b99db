"""Who took part in a message is found by one index, under row-level security as well."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the index in the place of the one that knew no owner."""
    script = resources.files("store.migrations").joinpath("sql", "presences.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
