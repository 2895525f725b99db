"""Who took part in a message is found by one index, under row-level security as well."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the index in the place of the one that knew no owner."""
    run_file("presences")
