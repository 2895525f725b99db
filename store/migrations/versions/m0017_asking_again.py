"""Items that were not handed over in time are asked for again."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    run_file("asking_again")
