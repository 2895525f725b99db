"""What settles doubts without a question: which mail answers which, and how much speaks for a private matter."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is read from now on fills them."""
    run_file("doubts")
