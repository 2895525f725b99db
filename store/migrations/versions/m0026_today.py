"""What a manager's home says, and its weekly mail."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep when companies were last in touch, and who wants the weekly mail."""
    run_file("today")
