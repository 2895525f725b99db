"""Goals that are set together, and the page that two of us share."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep goals with those who agreed to them, and agendas of two."""
    run_file("goals")
