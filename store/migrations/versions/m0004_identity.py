"""Who is who: details that mails give, rows that are one, and the source of each value."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns of identity, with their rights."""
    run_file("identity")
