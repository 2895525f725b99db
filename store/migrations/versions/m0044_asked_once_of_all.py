"""Whether anybody is signed in is asked once for each statement, of every table that pages read much of."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Ask it in a query of its own."""
    run_file("asked_once_of_all")
