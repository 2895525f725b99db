"""Mails that are not from whom they say are told from those that are."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep what the receiving server found out about a mail's sender."""
    run_file("refuted")
