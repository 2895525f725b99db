"""What was done again after an undo: so that redo, too, is a stack that survives a reload."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    run_file("redone")
