"""Lists and searches go by index, however many rows there are."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the names that lists are in order of, and find a note's words by the note."""
    run_file("seeking")
