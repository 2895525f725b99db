"""Mailboxes that are paused for a time are read again by themselves."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the end of a pause be due."""
    run_file("timed_pauses")
