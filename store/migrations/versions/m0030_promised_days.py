"""A promise is due on the day that its owner says."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the day that an owner says."""
    run_file("promised_days")
