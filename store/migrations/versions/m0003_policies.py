"""Standing rules, and which of them made a decision."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of rules, their rights, and what holds a rule to what is sure."""
    script = resources.files("store.migrations").joinpath("sql", "policies.sql").read_text()
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
