"""A meeting's follow-up mails in its note, and what each exchange behind a note was."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a meeting be parted from its mails, and let a note say of each exchange what it was."""
    run_file("follow_ups")
