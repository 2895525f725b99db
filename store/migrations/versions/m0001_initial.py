"""The first tables, their policies and grants, and the job engine's own tables."""

from __future__ import annotations

from procrastinate.schema import SchemaManager

from store.migrations.scripts import run, run_file

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything in an empty database."""
    for name in ("people", "private", "review", "shared", "rights"):
        run_file(name)
    run(SchemaManager.get_schema())
    run_file("jobs")
