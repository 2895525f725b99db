"""Stages of companies, and deals with the notes that speak of them."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; what is read from now on fills them."""
    run_file("deals")
