"""Policies of the tables with most rows are asked once for each statement."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say the same of who may read, in a form that is evaluated once."""
    run_file("asked_once")
