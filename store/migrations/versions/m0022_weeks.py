"""What companies exchanged with us is summed by week."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep sums by week, and marks of what is to be counted anew."""
    run_file("weeks")
