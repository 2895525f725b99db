"""Which account a server did not serve last."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Remember it with what is known of the server."""
    run_file("blamed")
