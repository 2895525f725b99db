"""What colleagues owe one another: introductions, heads-ups, a line that is not drawn."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep what is between colleagues."""
    run_file("between")
