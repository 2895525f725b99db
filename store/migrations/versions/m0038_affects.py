"""What is in doubt stands by how many people it is about."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count them where the fields are kept."""
    run_file("affects")
