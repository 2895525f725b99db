"""An index for the daily look at one's own relationships."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    run_file("touches")
