"""When somebody last looked at a page, and how the notes of one company are found."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep visits."""
    run_file("visits")
