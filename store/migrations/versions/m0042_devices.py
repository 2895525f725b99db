"""Whoever is signed in sees where."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep which browser a session is in."""
    run_file("devices")
