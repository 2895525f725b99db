"""The first tables, their policies and grants, and the job engine's own tables."""

from __future__ import annotations

from importlib import resources

import psycopg
from alembic import op
from procrastinate.schema import SchemaManager

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything in an empty database."""
    sql = resources.files("store.migrations").joinpath("sql")
    texts = {part.name: part.read_text() for part in sql.iterdir()}
    for name in ("people", "private", "review", "shared", "rights"):
        _run(texts[f"{name}.sql"])
    _run(SchemaManager.get_schema())
    _run(texts["jobs.sql"])


def _run(script: str) -> None:
    """Hand the script to the driver as it stands: percent signs in it are format()'s, not parameters."""
    driver: psycopg.Connection[tuple[object, ...]] = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    driver.execute(script.encode())
