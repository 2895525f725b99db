"""Companies' shared mailboxes: which participants are such, and contact points of companies."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is read from now on fills them."""
    run_file("desks")
