"""Promises with a day, what their owners say of them, and relationships that went quiet."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; what is read from now on fills them."""
    run_file("promises")
