"""Notes are found by their newest, and what was mistyped among few words."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let words carry when their note began, and know each word of people and companies once."""
    run_file("finding")
