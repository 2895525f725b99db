"""Notes that a person jots down, of no mail and no meeting."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a note be one that was jotted down."""
    run_file("jottings")
