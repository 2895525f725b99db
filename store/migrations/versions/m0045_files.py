"""Files that came with a note's mails are named with it."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the names of files with the notes that were approved with them."""
    run_file("files")
