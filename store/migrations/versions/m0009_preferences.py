"""What a rep wants of Boswell, the daily round, and the digest of a day."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, a kind of what is due and the day of a digest."""
    run_file("preferences")
