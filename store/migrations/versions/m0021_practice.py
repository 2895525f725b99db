"""Newcomers practise once."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep who has practised."""
    script = resources.files("store.migrations").joinpath("sql", "practice.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
