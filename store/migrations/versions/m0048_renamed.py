"""Who tells of another name is somebody who may be known."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep that somebody told of another name or address."""
    run_file("renamed")
