"""How far mailboxes are read, who reads them now, and how they compare with their servers."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns; what is stored stays as it is."""
    run_file("mailboxes")
