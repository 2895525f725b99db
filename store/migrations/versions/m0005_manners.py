"""Pausing and disconnecting, turns at mail servers, notices to owners."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; what is there stays as it is."""
    run_file("manners")
