"""Sums of weeks are marked by index when contacts change, however many change at once."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find who is one with the contacts that changed by two lookups instead of by comparing all with all."""
    run_file("many_people")
