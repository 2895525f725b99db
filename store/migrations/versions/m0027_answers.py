"""Answers to invitations, whose a meeting is, and instances by their moment."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep what those who are invited answer by mail, and name instances as every calendar can."""
    run_file("answers")
