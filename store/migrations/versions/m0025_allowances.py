"""Providers' limits are kept."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep what is left of what a provider lets us ask."""
    run_file("allowances")
