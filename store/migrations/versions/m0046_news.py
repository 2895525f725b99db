"""A manager's home is read from what is kept for it."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep which promises are open, and until when a company's turn is news."""
    run_file("news")
