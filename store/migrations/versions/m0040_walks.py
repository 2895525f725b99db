"""The newest notes of a company or person go by index, however many there are."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let those who took part in a note carry when it began."""
    run_file("walks")
