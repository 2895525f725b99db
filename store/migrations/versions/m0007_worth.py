"""What is private, why something is worth no note, and who must never be captured."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; what is read from now on fills them."""
    run_file("worth")
