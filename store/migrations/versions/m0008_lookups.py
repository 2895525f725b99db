"""An index for what judging asks of every batch: when mail first and last came from a company."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    run_file("lookups")
